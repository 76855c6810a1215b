import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { renderPage } from '../../server/src/render/page.ts';
import type { RenderedPreview } from '../../server/src/render/preview.ts';
import { viewSheet } from '../../server/src/render/view.ts';
import type { Sheet } from '../../server/src/sheet/model.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import { catalogue } from '../support/catalogue.ts';
import { previewFor } from '../support/preview.ts';
import { Harness, messages, savedState, update } from './harness.ts';
import type { Theme } from './themes.ts';

const root = new URL('../../', import.meta.url);
const sample = readFileSync(new URL('samples/remote-maintenance.sds.yaml', root), 'utf8');
const artifacts = fileURLToPath(new URL('artifacts/webview/', root));

const read = (text: string): Sheet => readSheet(TextDocument.create('file:///sheet.sds.yaml', 'sds-yaml', 1, text), catalogue());
const html = (text = sample): RenderedPreview => previewFor(read(text));
const scrollOf = (page: Page): Promise<number> => page.evaluate(() => Math.round(scrollY));
const topOf = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top));

describe('the preview in a browser', function () {
  this.timeout(120_000);
  let harness: Harness;

  before(async () => {
    mkdirSync(artifacts, { recursive: true });
    harness = await Harness.start();
  });
  after(() => harness?.stop());

  for (const theme of ['light', 'dark', 'contrast'] satisfies Theme[]) {
    it(`is drawn under its strict policy, ${theme}`, async () => {
      const { page, errors } = await harness.open({ theme });
      await update(page, html());
      await page.screenshot({ path: `${artifacts}preview-${theme}.png` });
      assert.equal(await page.locator('.answers tr[id]').count(), 144);
      const ring = await page.locator('#row-2 .mark').evaluate((mark) => getComputedStyle(mark).borderTopWidth);
      assert.equal(ring, '2px');
      assert.deepEqual(errors, []);
      await page.close();
    });
  }

  it('does not widen in a narrow panel', async () => {
    const { page } = await harness.open({ width: 420 });
    await update(page, html());
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.screenshot({ path: `${artifacts}preview-narrow.png` });
    await page.close();
  });

  it('keeps place and focus while the text changes', async () => {
    const { page } = await harness.open();
    await update(page, html());
    const number = page.locator('#row-48 .go');
    await number.focus();
    const before = await topOf(page, '#row-48');
    assert.ok(await scrollOf(page) > 0);
    await update(page, html(sample.replace('  48: はい', '  48: いいえ')));
    assert.equal(await topOf(page, '#row-48'), before);
    assert.equal(await page.locator('#row-48 .mark').innerText(), 'いいえ');
    assert.ok(await number.evaluate((element) => element === document.activeElement));
    await page.close();
  });

  it('leads to the line by mouse and by keyboard', async () => {
    const { page } = await harness.open();
    await update(page, html());
    const line = (start: string): number => sample.split('\n').findIndex((text) => text.startsWith(start));
    await page.locator('#row-48 .go').click();
    await page.locator('#row-48 .text').click();
    await page.locator('[id="row-17.1/生体認証"] .go').focus();
    await page.keyboard.press('Enter');
    assert.deepEqual((await messages(page)).filter(({ type }) => type === 'reveal'), [
      { type: 'reveal', line: line('  48:'), character: 2 },
      { type: 'reveal', line: line('  48:'), character: 2 },
      { type: 'reveal', line: line('    生体認証:'), character: 4 },
    ]);
    await page.close();
  });

  it('follows a cite to its remark', async () => {
    const { page } = await harness.open();
    await update(page, html());
    await page.locator('#row-21 .cites a').click();
    assert.ok(await page.locator('#remark-7').evaluate((row) => row.matches(':target')));
    assert.ok((await messages(page)).every(({ type }) => type === 'ready' || type === 'scrolled'));
    await page.close();
  });

  it('comes back to where it was read, and begins another sheet at its top', async () => {
    const { page } = await harness.open({ state: { uri: 'file:///sheet.sds.yaml', scroll: 700 } });
    assert.deepEqual(await messages(page), [{ type: 'ready' }]);
    await update(page, html());
    assert.equal(await scrollOf(page), 700);
    await page.evaluate(() => scrollTo(0, 900));
    await page.waitForTimeout(300);
    assert.deepEqual(await savedState(page), { uri: 'file:///sheet.sds.yaml', scroll: 900, view: 'form', readOnly: false, locked: false });
    await update(page, html(), { uri: 'file:///other.sds.yaml' });
    assert.equal(await scrollOf(page), 0);
    assert.equal((await savedState(page))?.uri, 'file:///other.sds.yaml');
    await page.close();
  });

  it('can be read without sight', async () => {
    const { page } = await harness.open();
    await update(page, html());
    const row = page.getByRole('row', { name: '持出機器を提供しているか？' });
    assert.equal(await row.getByRole('rowheader').innerText(), '51');
    assert.equal(await row.getByRole('button', { pressed: true }).innerText(), '非該当');
    assert.equal(await page.getByRole('columnheader').count(), 4);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    assert.ok(await page.getByRole('table', { name: '備考記載欄' }).isVisible());
    await page.close();
  });

  it('prints on A4 with heads on every page and no row split', async () => {
    const css = ['sheet', 'print'].map((name) => readFileSync(new URL(`server/src/render/${name}.css`, root), 'utf8')).join('\n');
    const page = await harness.openPage(renderPage(viewSheet(read(sample)), css));
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ path: `${artifacts}print.pdf`, preferCSSPageSize: true });
    assert.match(pdf.toString('latin1'), /\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/);
    const styles = await page.locator('#row-48').evaluate((row) => [getComputedStyle(row).breakInside, getComputedStyle(row.closest('table')!.tHead!).display]);
    assert.deepEqual(styles, ['avoid', 'table-header-group']);
    await page.close();
  });
});
