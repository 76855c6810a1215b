import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { sampleFile } from '../../scripts/editor/paths.mjs';
import { answers, chooseFromMenu, cursorLine, goToText, openFile, reloadWindow, runCommand, shareWorkbench, until, visibleText, waitForFocus, waitForProblems, webviewFrame } from './support/index.ts';

const SAMPLE = 'remote-maintenance.sds.yaml';

describe('Previews in their places', () => {
  const shared = shareWorkbench({ copies: [sampleFile], files: { 'b.sds.yaml': answers('  75: 非該当\n  76: はい') }, file: SAMPLE });
  const tab = (name: string): Locator => shared.page.locator('.tab', { has: shared.page.getByText(name, { exact: true }) });

  it('begin where the text is read, with the row of its cursor marked', async () => {
    const { page } = shared;
    await waitForProblems(page);
    await goToText(page, sampleFile, '  76: はい');
    await runCommand(page, 'SDS: Open Preview to the Side');
    const frame = webviewFrame(page);
    await frame.locator('[id="row-76"].at-cursor').waitFor();
    const [first] = (await visibleText(page)).split('\n').flatMap((line) => /^ {2}(\d[\d.]*):/.exec(line)?.[1] ?? []);
    assert.ok(first && first !== '76');
    await until(() => inView(frame, first), `row ${first} to be in view`);
    await close(page, `Preview ${SAMPLE}`);
  });

  it('open from the menu of a tab', async () => {
    const { page } = shared;
    await openFile(page, SAMPLE);
    await page.locator(`.tab[data-resource-name="${SAMPLE}"]`).click({ button: 'right' });
    await chooseFromMenu(page, /^Open Preview$/);
    await tab(`Preview ${SAMPLE}`).waitFor();
    await webviewFrame(page).locator('[id="row-75"]').waitFor();
    await close(page, `Preview ${SAMPLE}`);
  });

  it('are not needed to export a file of the explorer, be it open or not', async () => {
    const { page, folder } = shared;
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'b.sds.yaml' }).click({ button: 'right' });
    await chooseFromMenu(page, 'Export as HTML…');
    const input = page.locator('.quick-input-widget input').filter({ visible: true }).first();
    await until(async () => (await input.inputValue()).endsWith('b.html'), 'the question where to save');
    await page.keyboard.press('Enter');
    const target = path.join(folder, 'b.html');
    await until(async () => existsSync(target), 'b.html to be written');
    assert.match(await readFile(target, 'utf8'), /<article class="sheet"/);
  });

  it('stay with their sheet when they are locked, while another one follows', async () => {
    const { page } = shared;
    await openFile(page, SAMPLE);
    await runCommand(page, 'SDS: Open Locked Preview to the Side');
    await tab(`[Preview] ${SAMPLE}`).waitFor();
    await openFile(page, 'b.sds.yaml');
    await runCommand(page, 'SDS: Open Preview to the Side');
    await tab('Preview b.sds.yaml').waitFor();
    await tab(`[Preview] ${SAMPLE}`).waitFor();
    await close(page, 'Preview b.sds.yaml');
    await webviewFrame(page).locator('[id="row-17.3.1"] .written').waitFor();
  });

  it('come back locked, with the view that was shown', async function () {
    // The extension and its server start anew besides.
    this.timeout(180_000);
    const { page } = shared;
    await webviewFrame(page).getByRole('button', { name: 'Exceptions' }).click();
    await webviewFrame(page).locator('.exceptions').waitFor();
    await reloadWindow(page);
    await tab(`[Preview] ${SAMPLE}`).waitFor({ timeout: 60_000 });
    await webviewFrame(page).locator('.exceptions').waitFor({ timeout: 120_000 });
  });

  it('lead to the text from their title', async () => {
    const { page } = shared;
    await webviewFrame(page).locator('.exceptions h1').click();
    await page.locator('.editor-actions .action-label[aria-label^="Show the Text of the Sheet"]').click();
    await page.locator(`.tab.active[data-resource-name="${SAMPLE}"]`).waitFor();
    await waitForFocus(page);
    assert.ok(await cursorLine(page) > 0);
  });
});

/** Whether a row is where somebody who reads sees it. */
function inView(frame: FrameLocator, id: string): Promise<boolean> {
  return frame.locator(`[id="row-${id}"]`).evaluate((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

async function close(page: Page, title: string): Promise<void> {
  const tab = page.locator('.tab', { has: page.getByText(title, { exact: true }) });
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
}
