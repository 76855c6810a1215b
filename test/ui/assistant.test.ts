import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { answers, runCommand, screenshot, shareWorkbench, visibleText } from './support/index.ts';

const SHEET = answers('  75: 該当\n  75.1: はい # 確認済み');

describe('An answer that a language model proposes', () => {
  const shared = shareWorkbench({ files: { 'a.sds.yaml': SHEET }, file: 'a.sds.yaml' });
  /** As the extension that proposes it tells (support/asking). */
  const told = (outcome: string): Locator => shared.page.locator('.statusbar-item', { hasText: outcome });
  const isDirty = async (): Promise<boolean> => /\bdirty\b/.test((await shared.page.locator('.tab[data-resource-name="a.sds.yaml"]').getAttribute('class')) ?? '');

  async function propose(): Promise<Locator> {
    await runCommand(shared.page, 'Propose the Answer');
    const dialog = shared.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    return dialog;
  }

  it('is shown beforehand, and changes nothing when the user declines', async () => {
    const { page, folder } = shared;
    const before = await visibleText(page);
    const dialog = await propose();
    const asked = await dialog.innerText();
    for (const part of ['75.1', '対象外', 'はい → 対象外', '取り扱わない', 'a.sds.yaml']) assert.ok(asked.includes(part), `${part} in ${asked}`);
    await screenshot(page, 'proposed answer');
    assert.equal(await visibleText(page), before, 'nothing is written while the user is asked');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await told('refused: Canceled').waitFor();
    assert.equal(await visibleText(page), before);
    assert.equal(await isDirty(), false);
    assert.equal(await readFile(path.join(folder, 'a.sds.yaml'), 'utf8'), SHEET);
  });

  it('is written, and not saved, when the user confirms it', async () => {
    const { page, folder } = shared;
    await (await propose()).getByRole('button', { name: 'Yes' }).click();
    await told('answered: 75.1').waitFor();
    const after = await visibleText(page);
    assert.ok(after.includes('対象外') && after.includes('取り扱わない') && after.includes('# 確認済み'), after);
    assert.ok(await isDirty());
    assert.equal(await readFile(path.join(folder, 'a.sds.yaml'), 'utf8'), SHEET);
  });
});
