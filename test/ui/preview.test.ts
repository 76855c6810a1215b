import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { sampleFile } from '../../scripts/editor/paths.mjs';
import {
  answers, cursorLine, goToLine, goToText, openFile, runCommand, screenshot, setSheet, shareWorkbench, typeText, until, waitForFocus, waitForText, webviewFrame,
} from './support/index.ts';

const SAMPLE = 'remote-maintenance.sds.yaml';

describe('The preview, in Japanese', () => {
  const shared = shareWorkbench({ copies: [sampleFile], files: { '二.sds.yaml': answers('  75: 非該当') }, file: SAMPLE, locale: 'ja' });

  it('opens by the button of the editor', async () => {
    const { page } = shared;
    await openByButton(page);
    await page.locator('.tab', { hasText: `プレビュー ${SAMPLE}` }).waitFor();
    await row(page, '75').locator('.written', { hasText: '該当' }).waitFor();
    await screenshot(page, 'preview light');
  });

  it('changes as one types, and stays where it is scrolled to', async () => {
    const { page } = shared;
    const line = await goToText(page, sampleFile, '  76: はい');
    await row(page, '76').scrollIntoViewIfNeeded();
    const before = await scrollY(page);
    assert.ok(before > 0);
    await page.keyboard.press('Backspace');
    await row(page, '76').locator('.note', { hasText: '「は」' }).waitFor();
    await page.keyboard.press('Backspace');
    await row(page, '76').locator('.note', { hasText: '未回答' }).waitFor();
    await typeText(page, 'いいえ');
    await row(page, '76').locator('.written', { hasText: 'いいえ' }).waitFor();
    assert.equal(await scrollY(page), before);
    assert.equal(await cursorLine(page), line);
  });

  it('leads to the line of a row', async () => {
    const { page } = shared;
    const line = await goToText(page, sampleFile, '  17.3.1:');
    await goToLine(page, 1);
    await row(page, '17.3.1').getByRole('button', { name: '17.3.1', exact: true }).click();
    await until(async () => (await cursorLine(page)) === line, 'the cursor to be in the line of 17.3.1');
    await waitForFocus(page);
    // Whoever clicked goes on typing there.
    await page.keyboard.press('End');
    await typeText(page, ' # ここ');
    await waitForText(page, '  17.3.1: # ここ\n');
  });

  it('tells of a reference what the text tells', async () => {
    const { page } = shared;
    await row(page, '75').scrollIntoViewIfNeeded();
    const tip = webviewFrame(page).getByRole('tooltip');
    // While the two still scroll together, the mouse rests on nothing.
    await until(async () => {
      await row(page, '76').locator('.number').hover();
      await row(page, '75').locator('.ref').hover();
      return tip.waitFor({ state: 'visible', timeout: 3_000 }).then(() => true, () => false);
    }, 'what the reference is about');
    const text = await tip.innerText();
    for (const part of ['6.11.C8', '要旨: リモートメンテナンスを行う場合は', '公式の条文ではありません', '該当: 75']) assert.ok(text.includes(part), `${part} in ${text}`);
    await screenshot(page, 'preview reference');
    await row(page, '76').locator('.number').hover();
    await tip.waitFor({ state: 'hidden' });
  });

  it('follows the theme', async () => {
    const { page } = shared;
    const light = await colours(page);
    await toggleTheme(page);
    await until(async () => (await colours(page)).background !== light.background, 'the dark preview');
    const dark = await colours(page);
    await screenshot(page, 'preview dark');
    assert.ok(brightness(light.background) > brightness(light.text));
    assert.ok(brightness(dark.background) < brightness(dark.text));
    await toggleTheme(page);
    await until(async () => (await colours(page)).background === light.background, 'the light preview');
  });

  it('follows from sheet to sheet', async () => {
    const { page } = shared;
    await openFile(page, '二.sds.yaml');
    await page.locator('.tab', { hasText: 'プレビュー 二.sds.yaml' }).waitFor();
    await row(page, '75').locator('.written', { hasText: '非該当' }).waitFor();
    assert.equal(await scrollY(page), 0);
    await openFile(page, SAMPLE);
    await page.locator('.tab', { hasText: `プレビュー ${SAMPLE}` }).waitFor();
    await row(page, '61').locator('.written', { hasText: '該当' }).waitFor();
  });

  it('closes and opens again', async () => {
    const { page } = shared;
    await page.locator('.tab', { hasText: 'プレビュー' }).click({ button: 'middle' });
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
    await page.locator(`.tab[data-resource-name="${SAMPLE}"]`).click();
    await openByButton(page);
    await row(page, '61').locator('.written', { hasText: '該当' }).waitFor();
  });

  it('says what cannot be read, keeps the rest in its place, and recovers', async () => {
    const { page } = shared;
    await openFile(page, '二.sds.yaml');
    await setSheet(page, answers('  76: はい\n  75: |該当'));
    await row(page, '75').locator('.written', { hasText: '該当' }).waitFor();
    await row(page, '75').scrollIntoViewIfNeeded();
    const place = await top(page, '75');

    await typeText(page, '"');
    await webviewFrame(page).locator('p.problem').waitFor();
    // What appears above the sheet does not move what is read.
    await until(async () => Math.abs((await top(page, '75')) - place) < 2, 'row 75 to stay in its place');
    await page.keyboard.press('Backspace');
    await row(page, '75').locator('.written', { hasText: '該当' }).waitFor();
    await webviewFrame(page).locator('p.problem').waitFor({ state: 'detached' });
    await until(async () => Math.abs((await top(page, '75')) - place) < 2, 'row 75 to stay in its place');
  });
});

/** Where a row begins, in pixels from the upper edge of the preview. */
function top(page: Page, id: string): Promise<number> {
  return row(page, id).evaluate((element) => element.getBoundingClientRect().top);
}

function row(page: Page, id: string): Locator {
  return webviewFrame(page).locator(`[id="row-${id}"]`);
}

async function openByButton(page: Page): Promise<void> {
  await page.locator('.editor-actions .action-label[aria-label^="プレビューを横に表示"]').click();
  await webviewFrame(page).locator('.sheet').waitFor();
  await waitForFocus(page);
}

function scrollY(page: Page): Promise<number> {
  return webviewFrame(page).locator('html').evaluate(() => window.scrollY);
}

async function toggleTheme(page: Page): Promise<void> {
  await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
}

function colours(page: Page): Promise<{ background: string; text: string }> {
  return webviewFrame(page).locator('body').evaluate((body) => {
    const { backgroundColor, color } = getComputedStyle(body);
    return { background: backgroundColor, text: color };
  });
}

function brightness(colour: string): number {
  return (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
}
