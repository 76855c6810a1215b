import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { sampleFile } from '../../scripts/editor/paths.mjs';
import {
  answers, chooseFromMenu, editor, openFile, reloadWindow, reopenAsForm, runCommand, screenshot, shareWorkbench, until, visibleText, waitForFocus, waitForProblems, webviewFrame,
} from './support/index.ts';

const SAMPLE = 'remote-maintenance.sds.yaml';
const inView = (page: Page, id: string): Locator => webviewFrame(page).locator(`[id="row-${id}"]`);

describe('The preview beside a sheet, in Japanese', () => {
  const shared = shareWorkbench({ copies: [sampleFile], files: { '二.sds.yaml': answers('  75: 非該当') }, file: SAMPLE, locale: 'ja' });
  const top = (id: string): Promise<number> => inView(shared.page, id).evaluate((row) => row.getBoundingClientRect().top);
  const firstLine = async (): Promise<string> => (await visibleText(shared.page)).split('\n')[0]!;

  it('opens by the keys that open a Markdown preview', async () => {
    const { page } = shared;
    await waitForProblems(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('v');
    await page.locator('.tab', { hasText: `プレビュー ${SAMPLE}` }).waitFor();
    await inView(page, '75').waitFor();
    assert.equal(await page.locator('.editor-group-container').count(), 2, 'beside the text');
    await page.locator('.tab', { hasText: 'プレビュー' }).click({ button: 'middle' });
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
    await openFile(page, SAMPLE);
    await page.keyboard.press('Control+Shift+v');
    await inView(page, '75').waitFor();
    assert.equal(await page.locator('.editor-group-container').count(), 1, 'in place of the text');
    await page.locator('.tab', { hasText: 'プレビュー' }).click({ button: 'middle' });
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
  });

  it('opens from the menu of a file', async () => {
    const { page } = shared;
    await openFile(page, SAMPLE);
    const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: '二.sds.yaml' });
    await file.click({ button: 'right' });
    await chooseFromMenu(page, 'プレビューを表示');
    await page.locator('.tab', { hasText: 'プレビュー 二.sds.yaml' }).waitFor();
    await inView(page, '75').waitFor();
    await page.locator('.tab', { hasText: 'プレビュー' }).click({ button: 'middle' });
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
  });

  it('scrolls with the text', async () => {
    const { page } = shared;
    await openFile(page, SAMPLE);
    await page.keyboard.press('Control+Home');
    await runCommand(page, 'SDS: Open Preview to the Side');
    await inView(page, '75').waitFor();
    const before = await top('75');
    await editor(page).hover();
    // VS Code counts turns of the wheel rather than pixels.
    for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, 200);
    await until(async () => (await top('75')) < before - 500, 'the preview to follow the text');
    await settled(async () => [await top('75'), await firstLine()]);
  });

  it('scrolls the text by the wheel over it, and neither pushes the other on', async () => {
    const { page } = shared;
    await waitForFocus(page);
    const before = await firstLine();
    await page.locator('iframe.webview.ready').hover();
    await page.mouse.wheel(0, 1_500);
    await until(async () => (await firstLine()) !== before, 'the text to follow the preview');
    await settled(async () => [await top('75'), await firstLine()]);
  });

  it('comes back as it was when the window is loaded anew', async () => {
    const { page } = shared;
    await waitForFocus(page);
    await page.keyboard.press('Control+Home');
    await until(async () => (await top('75')) > 2_000, 'the beginning');
    await page.locator('iframe.webview.ready').hover();
    for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, 150);
    await settled(async () => [await top('75'), await firstLine()]);
    const at = await webviewFrame(page).locator('html').evaluate(() => window.scrollY);
    assert.ok(at > 0);
    // What is kept is written down after a pause.
    await page.waitForTimeout(1_500);
    await reloadWindow(page);
    await page.locator('.tab', { hasText: `プレビュー ${SAMPLE}` }).waitFor({ timeout: 60_000 });
    await inView(page, '75').waitFor({ timeout: 60_000 });
    await until(async () => Math.abs(await webviewFrame(page).locator('html').evaluate(() => window.scrollY) - at) < 60, 'the place where it was read');
  });
});

describe('What becomes of a sheet, in Japanese', () => {
  const shared = shareWorkbench({ files: { 'a.sds.yaml': answers('  75: 非該当\n  76: はい'), '空.sds.yaml': '', '別.sds.yaml': '様式: MDS-9\n回答:\n  1: はい\n' }, file: 'a.sds.yaml', locale: 'ja' });

  it('is an HTML page, saved where one wants it', async () => {
    const { page, folder } = shared;
    await waitForProblems(page);
    for (const [command, name] of [['SDS: Export as HTML…', 'a.html'], ['SDS: Print…', 'b.html']] as const) {
      await runCommand(page, command, true);
      const input = page.locator('.quick-input-widget input').filter({ visible: true }).first();
      const target = path.join(folder, name);
      await until(async () => (await input.inputValue()).endsWith('.html'), 'the question where to save');
      await input.fill(target);
      await page.keyboard.press('Enter');
      await until(async () => existsSync(target), `${name} to be written`);
      const html = await readFile(target, 'utf8');
      assert.match(html, /非該当/);
      assert.doesNotMatch(html, /<script/);
      // A browser window cannot open a file of the server: the place is named instead.
      await page.locator('.notification-toast', { hasText: name }).waitFor();
    }
  });

  it('may begin as a new sheet, whose header is asked for', async () => {
    const { page } = shared;
    await runCommand(page, 'SDS: New Sheet', true);
    const box = page.locator('.quick-input-widget').filter({ visible: true });
    for (const [field, value] of [['作成日', '2026-04-01'], ['サービス事業者', '株式会社あ'], ['サービス名称', '保守サービス'], ['バージョン', '2']] as const) {
      await box.filter({ hasText: field }).waitFor();
      await box.locator('input').first().fill(value);
      await page.keyboard.press('Enter');
    }
    // The others may stay empty.
    for (const field of ['想定システム', '文書番号', '連絡先']) {
      await box.filter({ hasText: field }).waitFor();
      await page.keyboard.press('Enter');
    }
    await until(async () => (await visibleText(page)).includes('サービス名称: 保守サービス'), 'the new sheet');
    await page.locator('.notification-toast .monaco-button', { hasText: '様式' }).click();
    await inView(page, '3').waitFor();
    await inView(page, '3').getByRole('button', { name: '3 はい' }).click();
    await inView(page, '3').locator('.written', { hasText: 'はい' }).waitFor();
  });

  it('is told plainly on the form where there is nothing, or no such form, and its form is chosen there', async () => {
    const { page, folder } = shared;
    for (const name of ['空.sds.yaml', '別.sds.yaml']) {
      await openFile(page, name);
      await reopenAsForm(page);
      await webviewFrame(page).getByRole('button', { name: /SDS-4\.0/ }).click();
      const choice = webviewFrame(page).locator('.fixes button', { hasText: '様式を「SDS-4.0」にする' });
      await choice.waitFor();
      await screenshot(page, `form of ${name === '空.sds.yaml' ? 'an empty sheet' : 'an unknown form'}`);
      await choice.click();
      await inView(page, '3').waitFor();
      await inView(page, '3').getByRole('button', { name: '3 はい' }).click();
      await inView(page, '3').locator('.written', { hasText: 'はい' }).waitFor();
      await page.keyboard.press('Control+s');
      await until(async () => (await readFile(path.join(folder, name), 'utf8')).includes('3: はい'), `${name} to be saved`);
      assert.match(await readFile(path.join(folder, name), 'utf8'), /^様式: SDS-4\.0$/m);
      await runCommand(page, 'View: Reopen Editor with Text Editor');
      // The editor takes the focus when it has loaded, and what was typed elsewhere until then is lost.
      await page.locator('iframe.webview').waitFor({ state: 'detached' });
      await waitForFocus(page);
    }
  });
});

/** Waits until something is the same for a while: nobody pushes anybody on. */
async function settled(read: () => Promise<unknown[]>): Promise<void> {
  let last = '';
  let same = 0;
  await until(async () => {
    const now = JSON.stringify(await read());
    same = now === last ? same + 1 : 0;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 150));
    return same >= 5;
  }, 'both to stand still', 15_000);
}
