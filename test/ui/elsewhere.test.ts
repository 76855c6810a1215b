import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { answers, reopenAsForm, runCommand, screenshot, shareWorkbench, squiggles, until, waitForFocus, waitForSquiggle, waitForText, webviewFrame } from './support/index.ts';

const NAME = '開示書.sds.yaml';
const SHEET = answers('  75: 非該当 # 注\n  75.1: はい\n  76:');
/** By itself it is an error. */
const CONFIG = 'rules: { inconsistent-answer: hint }\n';
const FILES = { files: { [NAME]: SHEET, '.sds/config.yaml': CONFIG }, file: NAME, locale: 'ja' };

describe('A folder that only VS Code can read, in Japanese', () => {
  describe('with the extension in a web worker', () => {
    const shared = shareWorkbench({ ...FILES, elsewhere: { 'remote.extensionKind': { 'sds-authoring.sds-authoring': ['web'] } } });
    const row = (id: string): Locator => webviewFrame(shared.page).locator(`[id="row-${id}"]`);
    const saved = async (text: string): Promise<void> => {
      await shared.page.keyboard.press('Control+s');
      await until(async () => (await readFile(path.join(shared.folder, NAME), 'utf8')) === text, 'the file to be saved');
    };

    it('has its settings in .sds hold', async () => {
      await waitForSquiggle(shared.page, 'hint');
      assert.equal(await squiggles(shared.page, 'error').count(), 0);
    });

    it('is answered in the preview, and saved', async () => {
      const { page } = shared;
      await runCommand(page, 'SDS: プレビューを横に表示');
      await row('76').getByRole('button', { name: '76 いいえ' }).click();
      await waitForText(page, '  76: いいえ\n');
      await runCommand(page, 'View: Focus First Editor Group');
      await waitForFocus(page);
      await saved(SHEET.replace('76:', '76: いいえ'));
      await screenshot(page, 'preview in a browser');
      await runCommand(page, 'View: Close Editors in Other Groups');
    });

    it('is answered on the form, and saved', async () => {
      const { page } = shared;
      await waitForFocus(page);
      await reopenAsForm(page);
      await row('76').getByRole('button', { name: '76 はい' }).click();
      await row('76').locator('.written', { hasText: 'はい' }).waitFor();
      await saved(SHEET.replace('76:', '76: はい'));
    });

    it('is what VS Code says of it', async () => {
      const { page } = shared;
      // Only what is in view is drawn.
      await page.setViewportSize({ width: 1280, height: 1800 });
      await runCommand(page, 'Developer: Show Running Extensions');
      await page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'SDS Authoring' }).filter({ hasText: 'web worker' }).waitFor();
    });
  });

  describe('with the extension in Node.js', () => {
    const shared = shareWorkbench({ ...FILES, elsewhere: {} });

    it('has its settings in .sds hold', async () => {
      await waitForSquiggle(shared.page, 'hint');
      assert.equal(await squiggles(shared.page, 'error').count(), 0);
    });
  });
});
