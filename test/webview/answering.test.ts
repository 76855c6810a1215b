import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { editsOfAll } from '../../server/src/edits/answering/edit.ts';
import type { RenderedPreview } from '../../server/src/render/preview.ts';
import { applyEdits } from '../../server/src/sheet/repair.ts';
import { HEAD } from '../support/cursor.ts';
import { previewFor } from '../support/preview.ts';
import { sheet } from '../support/sheets.ts';
import { Harness, messages, post, update, type Preview } from './harness.ts';
import type { FromPage } from '../../client/src/preview/messages.ts';

const root = new URL('../../', import.meta.url);
const sample = readFileSync(new URL('samples/remote-maintenance.sds.yaml', root), 'utf8');
const of = (text: string, view?: 'form' | 'guideline' | 'exceptions'): RenderedPreview => previewFor(sheet(text), view);
const SMALL = `${HEAD}回答:\n  1: 非該当\n  1.1: はい\n  3:\n    回答: はい\n    備考: 1\n備考記載欄:\n  1: 入退室を管理している\n  2: 委託先と契約している\n`;

describe('answering in the preview', function () {
  this.timeout(120_000);
  let harness: Harness;
  let preview: Preview;
  let page: Page;

  before(async () => void (harness = await Harness.start()));
  after(() => harness?.stop());
  beforeEach(async () => {
    preview = await harness.open();
    ({ page } = preview);
    await update(page, of(SMALL), { version: 7 });
  });
  afterEach(async () => {
    assert.deepEqual(preview.errors, []);
    await page.close();
  });

  const sent = async (): Promise<FromPage[]> => (await messages(page)).filter(({ type }) => type !== 'ready' && type !== 'scrolled');
  /** Without the numbers of edits. */
  /** What the page asks when the mouse rests on a reference; a page that still scrolls takes that back. */
  const askedAbout = async (reference: Locator): Promise<Extract<FromPage, { type: 'reference' }>> => {
    const questions = async (): Promise<FromPage[]> => (await sent()).filter(({ type }) => type === 'reference');
    const before = (await questions()).length;
    for (let turn = 0; turn < 10; turn++) {
      await page.mouse.move(1, 1);
      await reference.hover();
      await page.waitForTimeout(500);
      const question = (await questions()).slice(before).at(-1);
      if (question?.type === 'reference') return question;
    }
    return assert.fail('Nothing is asked about the reference.');
  };
  const asked = async (): Promise<unknown[]> => (await sent()).map((one) => (one.type === 'edit' ? { type: one.type, version: one.version, edits: one.edits } : one));
  const answer = (row: string, word: string): unknown => ({ type: 'edit', version: 7, edits: [{ kind: 'answer', row, word }] });
  /** The extension says of the last edits that they are made, or why not. */
  const settle = async (reason?: string): Promise<void> => {
    const id = (await sent()).findLast((one) => one.type === 'edit')!.id;
    await post(page, reason === undefined ? { type: 'done', id } : { type: 'refused', id, reason });
  };

  it('is a click on the answer', async () => {
    await page.locator('#row-2').getByRole('button', { name: '2 はい' }).click();
    assert.deepEqual(await asked(), [answer('2', 'はい')]);
    // The cell's edge is as good as its word.
    await page.locator('#row-2 td.choice').nth(1).click({ position: { x: 2, y: 2 } });
    assert.deepEqual((await asked()).at(-1), answer('2', 'いいえ'));
  });

  it('takes a key by its place, whatever the input method makes of it', async () => {
    await page.locator('#row-1 .go').focus();
    await page.keyboard.press('2');
    await page.keyboard.press('ArrowDown');
    // With an input method on, the key itself is nothing that a page could go by.
    await page.evaluate(() => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit1', key: 'Process', keyCode: 229, bubbles: true, cancelable: true })));
    assert.deepEqual(await asked(), [answer('1', '非該当'), answer('1.1', 'はい')]);
  });

  it('goes to the next open question', async () => {
    await page.locator('#row-1 .go').focus();
    await page.keyboard.press('n');
    assert.equal(await page.evaluate(() => document.activeElement!.closest('tr')!.id), 'row-2');
    assert.equal(await page.locator('tr.current').count(), 1);
  });

  it('tells no open question to be left only where none is, shown or not', async () => {
    const said = async (): Promise<string> => {
      await page.locator('main').click({ position: { x: 2, y: 2 } });
      await page.keyboard.press('n');
      return page.locator('.toast').innerText();
    };
    await page.getByLabel('Show').selectOption('no');
    assert.equal(await said(), 'No open question is among the rows that are shown.');
    await page.getByLabel('Show').selectOption('');
    await update(page, of(SMALL, 'exceptions'), { view: 'exceptions', version: 7 });
    assert.equal(await said(), 'No open question is among the rows that are shown.');
    await update(page, of('様式: MDS-9\n回答:\n  1: はい\n'), { version: 8 });
    assert.equal(await said(), 'No open question is among the rows that are shown.');
    await update(page, of(sample), { version: 9 });
    assert.equal(await page.locator('tr[data-is~="open"]').count(), 0);
    assert.equal(await said(), 'No open question is left.');
  });

  it('leaves the arrows to scrolling in the views that have no rows to answer', async () => {
    await update(page, of(sample, 'guideline'), { view: 'guideline', version: 7 });
    await page.locator('main').click({ position: { x: 2, y: 2 } });
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => scrollY > 0);
  });

  it('undoes and does again by the keys of every system', async () => {
    await page.locator('#row-1 .go').focus();
    for (const keys of ['Control+z', 'Control+y', 'Control+Shift+z', 'Meta+z', 'Meta+Shift+z', 'Control+Shift+y', 'Shift+n', 'Shift+1']) await page.keyboard.press(keys);
    assert.deepEqual((await sent()).map(({ type }) => type), ['undo', 'redo', 'redo', 'undo', 'redo']);
  });

  it('cites, writes remarks and marks what is to be confirmed, in one step', async () => {
    await page.locator('#row-3 .go').focus();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Remarks of 3' });
    await dialog.getByLabel('Remark of this question alone').fill('一行目\n二行目');
    await dialog.getByLabel('1 入退室を管理している').uncheck();
    await dialog.getByLabel('2 委託先と契約している').check();
    await dialog.getByLabel('Why (not printed)').fill('開発部の回答待ち');
    await page.keyboard.press('Control+Enter');
    assert.deepEqual(await asked(), [{
      type: 'edit', version: 7, edits: [
        { kind: 'row-remark', row: '3', text: '一行目\n二行目' }, { kind: 'uncite', row: '3', remark: '1' }, { kind: 'cite', row: '3', remark: '2' },
        { kind: 'provisional', row: '3', text: '開発部の回答待ち' },
      ],
    }]);
    // What was typed stays until it is in the sheet.
    await settle('いまはできません');
    assert.equal(await dialog.getByRole('alert').innerText(), 'いまはできません');
    assert.equal(await dialog.getByLabel('Remark of this question alone').inputValue(), '一行目\n二行目');
    await page.keyboard.press('Control+Enter');
    await settle();
    assert.equal(await dialog.count(), 0);
  });

  it('adds a remark to the table and cites it, behind the highest number', async () => {
    await page.locator('#row-3 .go').focus();
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByLabel('New remark 3 in the table, cited here').fill('新しい備考');
    await page.keyboard.press('Control+Enter');
    await settle();
    assert.deepEqual(await asked(), [{ type: 'edit', version: 7, edits: [{ kind: 'remark', remark: '3', text: '新しい備考' }, { kind: 'cite', row: '3', remark: '3' }] }]);
  });

  it('begins a new remark by one key, and the engine writes both in one step', async () => {
    await page.locator('#row-1 .go').focus();
    await page.keyboard.press('m');
    const added = page.getByRole('dialog', { name: 'Remarks of 1' }).getByLabel('New remark 3 in the table');
    assert.ok(await added.evaluate((element) => element === document.activeElement));
    await page.keyboard.insertText('該当しない理由\n二行目');
    await page.keyboard.press('Control+Enter');
    const [made] = await sent() as Extract<FromPage, { type: 'edit' }>[];
    const read = sheet(SMALL);
    const after = sheet(applyEdits(SMALL, editsOfAll(read, made!.edits)!).text);
    assert.equal(after.remark('3')?.text?.value.trimEnd(), '該当しない理由\n二行目');
    await settle();
    await update(page, previewFor(after), { version: 8 });
    assert.equal(await page.locator('#row-1 .cites a').innerText(), '3');
    // Nothing is asked for where nothing was typed.
    await page.locator('#row-1 .edit-row').click();
    await page.getByRole('button', { name: 'Apply' }).click();
    assert.equal((await sent()).length, 1);
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('opens nothing for a heading, which has no remark', async () => {
    await update(page, of(SMALL), { version: 7 });
    await page.locator('tr.heading .go').first().focus();
    await page.keyboard.press('r');
    await page.keyboard.press('m');
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.deepEqual(await sent(), []);
  });

  it('edits the table of remarks and the header', async () => {
    await page.locator('#remark-1 td').click();
    await page.getByRole('dialog').locator('textarea').fill('別の文');
    await page.getByRole('button', { name: 'Apply' }).click();
    await settle();
    await page.locator('tr[data-field="バージョン"] > td').click();
    await page.getByRole('dialog').locator('input').fill('1.10');
    await page.keyboard.press('Enter');
    assert.deepEqual(await asked(), [
      { type: 'edit', version: 7, edits: [{ kind: 'remark', remark: '1', text: '別の文' }] }, { type: 'edit', version: 7, edits: [{ kind: 'field', field: 'バージョン', text: '1.10' }] },
    ]);
  });

  it('edits them without a mouse, and the focus comes back', async () => {
    for (const [name, type] of [['Edit: バージョン', 'input'], ['Edit: Remark 1', 'textarea']] as const) {
      const control = page.getByRole('button', { name, exact: true });
      await control.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').locator(type).waitFor();
      await page.keyboard.press('Escape');
      assert.ok(await control.evaluate((element) => element === document.activeElement), name);
    }
    await page.locator('#remark-1 td').click({ position: { x: 2, y: 2 } });
    assert.equal(await page.getByRole('dialog').locator('textarea').inputValue(), '入退室を管理している');
    await page.keyboard.press('Escape');
    assert.ok(await page.getByRole('button', { name: 'Edit: Remark 1' }).evaluate((element) => element === document.activeElement));
    assert.deepEqual(await sent(), []);
    // A number leads to the text.
    await page.locator('#remark-1 .go').click();
    assert.deepEqual((await sent()).map(({ type }) => type), ['reveal']);
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('promises no way to the text in place of the text: there numbers and labels open what they name', async () => {
    assert.ok(await page.getByText('Enter to the text').count() > 0);
    await update(page, of(SMALL), { version: 7, alone: true });
    assert.equal(await page.getByText('Enter to the text').count(), 0);
    assert.equal(await page.locator('main .go[title]').count(), 0);
    for (const place of ['tr[data-field="バージョン"] .go', '#remark-1 .go']) {
      await page.locator(place).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
    }
    assert.deepEqual(await sent(), []);
  });

  it('changes nothing for who wants to read only, nor while the text is broken', async () => {
    for (const [content, mode] of [[of(SMALL), { readOnly: true }], [of(`${SMALL}"開いた`), {}]] as const) {
      await update(page, content, { version: 7, ...mode });
      await page.locator('#row-1 .choose').first().click();
      await page.locator('#row-1 .go').focus();
      await page.keyboard.press('1');
      await page.keyboard.press('r');
      await page.locator('tr[data-field="バージョン"] > td').click();
    }
    assert.deepEqual(await sent(), []);
    assert.equal(await page.getByRole('dialog').count(), 0);
    assert.ok(await page.getByText('The text cannot be read just now.').isVisible());
  });

  it('shows what is wrong with a row, and offers its fixes', async () => {
    const problem = page.locator('#row-1\\.1 .problem');
    await problem.click();
    const place = { line: Number(await problem.getAttribute('data-line')), character: Number(await problem.getAttribute('data-character')) };
    assert.deepEqual(await sent(), [{ type: 'fixes', id: 1, version: 7, ...place, code: 'inconsistent-answer' }]);
    await post(page, { type: 'fixes', id: 1, titles: ['1.1 を「対象外」にする', '1 を「該当」にする'] });
    await page.getByRole('button', { name: '1 を「該当」にする' }).click();
    assert.deepEqual((await sent()).at(-1), { type: 'fix', id: 1, index: 1 });
    assert.ok(await problem.evaluate((element) => element === document.activeElement), 'one goes on where one was');
  });

  it('offers to close or open a gate by one key', async () => {
    await page.locator('#row-1 .go').focus();
    await page.keyboard.press('g');
    const line = SMALL.split('\n').indexOf('  1: 非該当');
    assert.deepEqual(await sent(), [{ type: 'fixes', id: 1, version: 7, line, character: 2, code: '' }]);
    await post(page, { type: 'fixes', id: 1, titles: ['1 を「該当」にする'] });
    await page.keyboard.press('Enter');
    assert.deepEqual((await sent()).at(-1), { type: 'fix', id: 1, index: 0 });
  });

  it('makes no row higher by what opens and closes it', async () => {
    for (const width of [420, 460, 520, 640, 900]) {
      await page.setViewportSize({ width, height: 900 });
      const heights = (): Promise<number[]> => page.locator('tr.gate').evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().height)));
      const before = await heights();
      await page.evaluate(() => document.querySelectorAll<HTMLElement>('.more').forEach((button) => (button.hidden = true)));
      assert.deepEqual(before, await heights(), `${width}`);
      await page.evaluate(() => document.querySelectorAll<HTMLElement>('.more').forEach((button) => (button.hidden = false)));
    }
  });

  it('tells what a reference is about, and takes nothing but text from what it is told', async () => {
    const question = await askedAbout(page.locator('#row-3 .ref').first());
    assert.equal(question.reference, '6.3.C1');
    await post(page, { type: 'reference', id: question.id, html: '<p onclick="x()">要旨 <a href="javascript:x">原文</a><img src=x onerror="window.hacked=1"><script>window.hacked=1</script></p>' });
    assert.equal(await page.getByRole('tooltip').innerText(), '要旨 原文');
    assert.equal(await page.locator('.tip :is(a, img, script, [onclick])').count(), 0);
    assert.equal(await page.evaluate(() => 'hacked' in window), false);
    // The policy has refused it as well, before it was thrown away.
    assert.ok(preview.errors.splice(0).every((error) => error.includes('Content Security Policy')));
  });

  it('shows the whole of it, wherever the reference stands, and lets the mouse go there', async () => {
    await page.setViewportSize({ width: 500, height: 420 });
    const long = Array.from({ length: 40 }, (_, at) => `<p>要旨 ${at}</p>`).join('');
    for (const block of ['start', 'end'] as const) {
      const reference = page.locator('#row-3 .ref').first();
      await reference.evaluate((element, where) => element.scrollIntoView({ block: where }), block);
      const { id } = await askedAbout(reference);
      await post(page, { type: 'reference', id, html: long });
      const tip = page.getByRole('tooltip');
      const { top, bottom, scrolls } = await tip.evaluate((element) => ({ ...element.getBoundingClientRect().toJSON() as { top: number; bottom: number }, scrolls: element.scrollHeight > element.clientHeight }));
      assert.ok(top >= 0 && bottom <= 420 && scrolls, `${block}: ${top} to ${bottom}`);
      await tip.hover();
      assert.ok(await tip.isVisible());
      await page.mouse.move(1, 1);
      await tip.waitFor({ state: 'hidden' });
    }
  });

  it('filters rows and finds them by words, number and reference, in any width', async () => {
    const rows = (): Promise<string[]> => page.locator('tr[data-row]:not([hidden])').evaluateAll((all) => all.map((row) => row.id.slice('row-'.length)));
    await update(page, of(sample), { version: 7 });
    await page.getByLabel('Show').selectOption('no');
    assert.ok((await rows()).every((id) => /^\d/.test(id)) && (await rows()).length > 5);
    await page.getByLabel('Show').selectOption('');
    await page.getByLabel('Find by words').fill('６．１１．Ｃ８');
    assert.deepEqual(await rows(), ['75', '75.1']);
    await page.getByLabel('Find by words').fill('17. 3. 3');
    assert.deepEqual(await rows(), ['17.3.3']);
    // Each word could be an answer of every row; it is looked for in those that have it.
    await page.getByLabel('Find by words').fill('非該当');
    assert.deepEqual(await rows(), ['1', '51', '53', '59', '60', '62', '63', '77', '78']);
    // By what a remark says that the row cites.
    await page.getByLabel('Find by words').fill('ＢＣＰ リモートサービス');
    assert.deepEqual(await rows(), ['57']);
    await page.getByLabel('Find by words').fill('');
    await page.getByLabel('All sections of the guideline').selectOption('6.2');
    assert.deepEqual(await rows(), ['2']);
  });

  it('keeps a row that is answered under a filter until one goes on, to the next one', async () => {
    await page.getByLabel('Show').selectOption('open');
    await page.locator('#row-4 .go').focus();
    await page.keyboard.press('1');
    await update(page, of(SMALL.replace('備考記載欄:', '  4: はい\n備考記載欄:')), { version: 8 });
    const at = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.closest('tr')?.id);
    assert.equal(await at(), 'row-4');
    assert.ok(await page.locator('#row-4 .written').isVisible());
    await page.keyboard.press('ArrowDown');
    assert.equal(await at(), 'row-5');
    assert.ok(await page.locator('#row-4').isHidden());
    assert.deepEqual((await asked()).slice(0, 1), [answer('4', 'はい')]);
  });

  it('shows what somebody else has written meanwhile before it is replaced, and asks once', async () => {
    await page.locator('#remark-1 td').click();
    await page.getByRole('dialog').locator('textarea').fill('別の文');
    await update(page, of(SMALL.replace('入退室を管理している', '入退室を記録している')), { version: 8 });
    await page.getByRole('button', { name: 'Apply' }).click();
    assert.deepEqual(await sent(), []);
    assert.match(await page.getByRole('alert').innerText(), /入退室を記録している/);
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('button', { name: 'Apply' }).click();
    assert.deepEqual(await asked(), [{ type: 'edit', version: 8, edits: [{ kind: 'remark', remark: '1', text: '別の文' }] }]);
    await settle();
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('asks for the other views, and shows them', async () => {
    await page.getByRole('button', { name: 'Exceptions' }).click();
    assert.deepEqual(await sent(), [{ type: 'view', view: 'exceptions' }]);
    await update(page, of(sample, 'exceptions'), { view: 'exceptions' });
    assert.ok(await page.getByRole('row', { name: /^51/ }).isVisible());
    await update(page, of(sample, 'guideline'), { view: 'guideline' });
    assert.ok(await page.locator('tr[data-item="6.11.C8"]').getByText('75').first().isVisible());
  });

  it('follows the text and leads it, and marks the row of its cursor', async () => {
    await update(page, of(sample), { version: 7 });
    const line = sample.split('\n').findIndex((one) => one.startsWith('  48:'));
    await post(page, { type: 'cursor', line });
    assert.equal(await page.locator('tr.at-cursor').getAttribute('id'), 'row-48');
    await post(page, { type: 'scroll', line });
    await page.waitForTimeout(400);
    const bar = await page.locator('.bar').evaluate((one) => one.getBoundingClientRect().bottom);
    const top = await page.locator('#row-48').evaluate((one) => one.getBoundingClientRect().top);
    assert.ok(Math.abs(top - bar) < 60, `${top} ${bar}`);
    assert.deepEqual((await messages(page)).filter(({ type }) => type === 'scrolled'), [], 'what the text asked for is not told back');
    await page.mouse.move(400, 600);
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(400);
    const told = (await messages(page)).filter((one) => one.type === 'scrolled');
    assert.ok(told.length > 0 && told.at(-1)!.line > line);
  });

  it('does not lead the text when what is above the row grows', async () => {
    await update(page, of(sample), { version: 7 });
    await page.locator('#row-48 .go').focus();
    await page.mouse.move(400, 600);
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(700);
    const told = (await messages(page)).filter(({ type }) => type === 'scrolled').length;
    const before = await page.evaluate(() => scrollY);
    await update(page, of(sample.replace(/^ {2}2: .*/m, '  2: だいたい')), { version: 8 });
    await page.waitForTimeout(200);
    assert.ok(await page.evaluate(() => scrollY) > before, 'what is read stays in its place');
    assert.equal((await messages(page)).filter(({ type }) => type === 'scrolled').length, told);
  });

  it('leads the text also by the wheel alone, while the text has the focus', async () => {
    await update(page, of(sample), { version: 7 });
    await page.evaluate(() => void (document.hasFocus = () => false));
    await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
    await page.waitForTimeout(200);
    assert.deepEqual((await messages(page)).filter(({ type }) => type === 'scrolled'), [], 'nobody moved it');
    await page.mouse.move(400, 600);
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(300);
    assert.ok((await messages(page)).some(({ type }) => type === 'scrolled'));
  });
});
