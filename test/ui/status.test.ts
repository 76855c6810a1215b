import assert from 'node:assert/strict';
import { answers, openFile, runCommand, screenshot, shareWorkbench, setSheet, until } from './support/index.ts';

describe('The status bar and the walkthrough', () => {
  const shared = shareWorkbench({ files: { 'a.sds.yaml': answers('  75: 該当'), 'b.txt': 'x\n' }, file: 'a.sds.yaml' });
  const item = () => shared.page.locator('.statusbar-item[id*="sds.state"]');

  it('tells how far the sheet is, and is gone beside anything else', async () => {
    const { page } = shared;
    await until(async () => /SDS-4\.0 1\/\d+/.test(await item().innerText()), 'the state of the sheet');
    const before = await item().innerText();
    await setSheet(page, answers('  75: 該当\n  75.1: はい|'));
    await until(async () => /SDS-4\.0 2\/\d+/.test(await item().innerText()), 'the state after another answer');
    assert.notEqual(await item().innerText(), before);
    await screenshot(page, 'status bar');
    await openFile(page, 'b.txt');
    await item().waitFor({ state: 'hidden' });
  });

  it('leads to the preview', async () => {
    const { page } = shared;
    await openFile(page, 'a.sds.yaml');
    await item().click();
    await page.locator('.tab', { hasText: 'Preview a.sds.yaml' }).waitFor();
  });

  it('begins with a walkthrough, whose pages are all there', async () => {
    const { page } = shared;
    await runCommand(page, 'Welcome: Open Walkthrough...', true);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Get Started with Disclosure Sheets' }).first().click();
    const headings = {
      'Begin a sheet': 'A sheet is text', 'Answer the questions': 'Answer by a few keys', 'See it as the form': 'The preview follows the text',
      'Check before sending': 'The strict profile on the open sheet', 'Share the settings': 'For the whole team',
    };
    for (const [title, text] of Object.entries(headings)) {
      const step = page.locator('.getting-started-step', { hasText: title });
      await step.waitFor();
      await step.click();
      await until(async () => {
        const shown = await Promise.all(page.frames().map((frame) => frame.locator('body').innerText({ timeout: 500 }).catch(() => '')));
        return shown.some((one) => one.includes(text));
      }, `the page “${text}”`);
    }
    await screenshot(page, 'walkthrough');
  });
});
