import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { answers, openFile, reopenAsForm, runCommand, screenshot, shareWorkbench, waitForProblems, waitForText, webviewFrame } from './support/index.ts';

const SHEET = answers('  75: 該当 # 注\n  76:');

describe('Answering in the preview, in Japanese', () => {
  const shared = shareWorkbench({ files: { '開示書.sds.yaml': SHEET }, locale: 'ja' });
  const row = (id: string): Locator => webviewFrame(shared.page).locator(`[id="row-${id}"]`);

  it('writes what is clicked, and nothing else', async () => {
    const { page } = shared;
    await runCommand(page, 'SDS: Open Preview to the Side');
    await row('76').getByRole('button', { name: '76 いいえ' }).click();
    await waitForText(page, '  75: 該当 # 注\n  76: いいえ\n');
    await row('76').locator('.written', { hasText: 'いいえ' }).waitFor();
  });

  it('takes keys, and undoes in one step', async () => {
    const { page } = shared;
    await row('76').locator('.go').focus();
    await page.keyboard.press('1');
    await waitForText(page, '  76: はい\n');
    await row('76').locator('.written', { hasText: 'はい' }).waitFor();
    await row('76').locator('.go').focus();
    await page.keyboard.press('Control+z');
    await waitForText(page, '  76: いいえ\n');
    // The focus was in the text meanwhile.
    await row('76').locator('.go:focus').waitFor();
  });

  it('takes answers as quickly as somebody gives them, and undoes each', async () => {
    const { page } = shared;
    const ids = ['64', '65', '66', '67', '68', '69'];
    await row('69').scrollIntoViewIfNeeded();
    for (const id of ids.slice(0, 3)) await row(id).locator('.choose').nth(0).click({ noWaitAfter: true });
    for (let after = 3; after < ids.length; after++) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('2');
    }
    await waitForText(page, `${ids.map((id, at) => `  ${id}: ${at < 3 ? 'はい' : 'いいえ'}\n`).join('')}  75: 該当 # 注\n`);
    await row('69').locator('.written', { hasText: 'いいえ' }).waitFor();
    await row('69').locator('.go').focus();
    for (let undone = 0; undone < 3; undone++) await page.keyboard.press('Control+z');
    await waitForText(page, '  66: はい\n  75: 該当 # 注\n');
  });

  it('closes a gate with the rows below it', async () => {
    await row('75').hover();
    await row('75').locator('.more').click();
    const offers = webviewFrame(shared.page).locator('.fixes button');
    await offers.nth(1).waitFor();
    await offers.filter({ hasText: '75' }).first().click();
    await row('75').locator('.written', { hasText: '非該当' }).waitFor();
    await screenshot(shared.page, 'answering');
  });
});

describe('A preview in place of the text, in Japanese', () => {
  const shared = shareWorkbench({ files: { '開示書.sds.yaml': SHEET }, locale: 'ja' });
  const row = (id: string): Locator => webviewFrame(shared.page).locator(`[id="row-${id}"]`);

  it('undoes what it has done where it is, and opens no text for it', async () => {
    const { page } = shared;
    await waitForProblems(page);
    await page.keyboard.press('Control+Shift+v');
    await row('76').scrollIntoViewIfNeeded();
    const place = await row('76').evaluate((element) => element.getBoundingClientRect().top);
    await row('76').getByRole('button', { name: '76 はい' }).click();
    await row('76').locator('.written', { hasText: 'はい' }).waitFor();
    await page.keyboard.press('2');
    // Before the page shows it.
    await page.keyboard.press('Control+z');
    await row('76').locator('.written', { hasText: 'はい' }).waitFor();
    await page.keyboard.press('Control+z');
    await row('76').locator('.note', { hasText: '未回答' }).waitFor();
    await page.keyboard.press('Control+z');
    await webviewFrame(page).locator('.toast', { hasText: '元に戻せる操作はありません' }).waitFor();
    await page.keyboard.press('Control+Shift+z');
    await row('76').locator('.written', { hasText: 'はい' }).waitFor();
    assert.equal(await page.locator('.editor-group-container').count(), 1);
    assert.ok(Math.abs(await row('76').evaluate((element) => element.getBoundingClientRect().top) - place) < 2);
    await page.locator('.tab[data-resource-name="開示書.sds.yaml"]').first().click();
    await waitForText(page, '  75: 該当 # 注\n  76: はい\n');
  });
});

describe('The form in place of the text, in Japanese', () => {
  const shared = shareWorkbench({ files: { '開示書.sds.yaml': SHEET }, locale: 'ja' });
  const row = (id: string): Locator => webviewFrame(shared.page).locator(`[id="row-${id}"]`);

  it('is filled in, marked as changed, undone and saved as any editor', async () => {
    const { page } = shared;
    await openAsForm(page);
    await row('76').getByRole('button', { name: '76 はい' }).click();
    await row('76').locator('.written', { hasText: 'はい' }).waitFor();
    const dirty = page.locator('.tab.dirty', { hasText: '開示書.sds.yaml' });
    await dirty.waitFor();
    await row('76').locator('.go').focus();
    await page.keyboard.press('Control+z');
    await row('76').locator('.note', { hasText: '未回答' }).waitFor();
    await dirty.waitFor({ state: 'detached' });
    await row('76').getByRole('button', { name: '76 対象外' }).click();
    await dirty.waitFor();
    await screenshot(page, 'form editor');
    await page.keyboard.press('Control+s');
    await dirty.waitFor({ state: 'detached' });
    await runCommand(page, 'View: Reopen Editor with Text Editor');
    await waitForText(page, '  75: 該当 # 注\n  76: 対象外\n');
  });
});

async function openAsForm(page: Page): Promise<void> {
  await openFile(page, '開示書.sds.yaml');
  // Before the extension is there, VS Code knows of no form.
  await waitForProblems(page);
  await reopenAsForm(page);
  await webviewFrame(page).locator('.sheet').waitFor();
  assert.equal(await webviewFrame(page).locator('.bar').count(), 1);
}
