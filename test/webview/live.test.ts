import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RenderedPreview } from '../../server/src/render/preview.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import { catalogue } from '../support/catalogue.ts';
import { previewFor } from '../support/preview.ts';
import { Harness, update } from './harness.ts';

const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');
const of = (text: string): RenderedPreview => previewFor(readSheet(TextDocument.create('file:///sheet.sds.yaml', 'sds-yaml', 1, text), catalogue()));

/** What a text field may hold to become more than text, each with what would show that it did. */
const HOSTILE = [
  '<script>window.pwned = 1</script>', '<img src=x onerror="window.pwned = 2">', '"><svg onload=window.pwned=3>', '<style>.sheet{display:none}</style>',
  '<a href="javascript:window.pwned=4">x</a>', '</table></article><iframe src="https://example.com"></iframe>', "' onmouseover='window.pwned=5", '&lt;script&gt;', '{{constructor}}', '<base href="https://example.com/">',
];

describe('The live preview', function () {
  this.timeout(60_000);
  let harness: Harness;

  before(async () => void (harness = await Harness.start()));
  after(() => harness?.stop());

  it('draws anew only the rows that have changed', async () => {
    const { page } = await harness.open();
    await update(page, of(sample));
    await page.evaluate(() => {
      const touched = new Set<string>();
      (window as unknown as { touched: Set<string> }).touched = touched;
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records) {
          for (const node of [target, ...addedNodes]) {
            const element = node instanceof Element ? node : node.parentElement;
            touched.add(element?.closest('tr[id]')?.id ?? element?.closest('.bar, header')?.tagName ?? element?.tagName ?? '');
          }
        }
      }).observe(document.querySelector('article')!, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await update(page, of(sample.replace('  48: はい', '  48: いいえ')));
    const touched = await page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched]);
    const rows = touched.filter((id) => id.startsWith('row-'));
    assert.ok(rows.includes('row-48'));
    // Rows of the same premise say now that they disagree; no other is touched.
    assert.deepEqual(rows.filter((id) => !['row-48', 'row-48.1', 'row-48.2', 'row-49', 'row-75'].includes(id)), []);
    await page.close();
  });

  it('keeps the last state that could be read while the text is broken, and says so', async () => {
    const { page, errors } = await harness.open();
    await update(page, of(sample));
    const written = (id: string): Promise<string[]> => page.locator(`[id="row-${id}"] .written`).allInnerTexts();
    // An open quote swallows all that is below it.
    const broken = sample.replace('  48: はい', '  # 二行\n  # ふえた\n  48: "はい').replace('  3: はい', '  3: いいえ');
    await update(page, of(broken), { version: 2 });
    assert.deepEqual([await written('3'), await written('48'), await written('75')], [['はい'], ['はい'], ['該当']]);
    assert.ok(await page.getByText('This is the last that could be shown.').isVisible());
    assert.match(await page.locator('p.problem').innerText(), /行目/);
    assert.match(await page.locator('.bar').innerText(), /105 of 105 answered/);
    assert.match(await page.locator('.bar').innerText(), /Errors: 1/);
    // What is read above and below leads to where it is by now.
    assert.equal(Number(await page.locator('#row-47').getAttribute('data-line')), sample.split('\n').findIndex((line) => line.startsWith('  47:')));
    // Another sheet, or another view, that is broken from the start shows what can be read of it.
    await update(page, of(broken), { version: 2, uri: 'file:///other.sds.yaml' });
    assert.ok(await page.getByText('This is as much of it as can be.').isVisible());
    assert.ok(await page.getByText('This is the last that could be shown.').isHidden());
    assert.deepEqual(await written('3'), ['いいえ']);
    await update(page, of(sample.replace('  3: はい', '  3: いいえ')), { version: 3 });
    assert.deepEqual(await written('3'), ['いいえ']);
    assert.equal(await page.locator('p.problem').count(), 0);
    assert.ok(await page.getByText('This is the last that could be shown.').isHidden());
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('makes nothing but text of what a sheet says', async () => {
    const { page, errors } = await harness.open();
    const quoted = HOSTILE.map((text) => JSON.stringify(text));
    const hostile = [
      '様式: SDS-4.0', '作成日: 2023-10-04', `サービス事業者: ${quoted[0]}`, `サービス名称: ${quoted[1]}`, `バージョン: ${quoted[2]}`, `想定システム: ${quoted[3]}`,
      `文書番号: ${quoted[4]}`, `連絡先: ${quoted[5]}`, '回答:', ...quoted.map((text, at) => `  ${at + 2}: { 回答: はい, 備考文: ${text}, 要確認: ${text} }`),
      `  ${quoted[0]}: ${quoted[1]}`, `  20: ${quoted[1]}`, `  21: { 回答: はい, 備考: [${quoted[0]}] }`, '備考記載欄:', ...quoted.map((text, at) => `  ${at === 0 ? quoted[0] : at}: ${text}`), '',
    ].join('\n');
    for (const view of ['form', 'guideline', 'exceptions'] as const) {
      const preview = previewFor(readSheet(TextDocument.create('file:///sheet.sds.yaml', 'sds-yaml', 1, hostile), catalogue()), view);
      await update(page, preview, { view });
      const found = await page.evaluate(() => ({
        pwned: (window as unknown as { pwned?: number }).pwned,
        elements: document.querySelectorAll('article :is(script, style, iframe, img, svg, base, object, embed, link, form, [onmouseover], [onerror], [onload])').length,
        links: [...document.querySelectorAll('article a')].map((link) => link.getAttribute('href') ?? '').filter((href) => !href.startsWith('#')),
        shown: document.body.innerText,
      }));
      assert.equal(found.pwned, undefined, view);
      assert.equal(found.elements, 0, view);
      assert.deepEqual(found.links, [], view);
      if (view === 'form') for (const text of HOSTILE) assert.ok(found.shown.includes(text), text);
    }
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('takes nothing for a message that is none, whole', async () => {
    const { page, errors } = await harness.open();
    const preview = of(sample);
    await update(page, preview);
    const before = await page.locator('main').innerHTML();
    const mode = { view: 'form', readOnly: false, alone: false, locked: false };
    const whole = { type: 'update', uri: 'file:///x', version: 9, title: 't', html: '<p>x</p>', summary: preview.summary, mode };
    const none: unknown[] = [
      null, 7, 'update', [], {}, { type: 'constructor' }, { type: '__proto__' }, { type: 'toString' }, { type: 7 },
      { ...whole, html: undefined }, { ...whole, html: { toString: '<b>' } }, { ...whole, version: -1 }, { ...whole, version: '9' }, { ...whole, mode: {} }, { ...whole, mode: { ...mode, view: 'x' } },
      { ...whole, summary: {} }, { ...whole, summary: { ...preview.summary, sections: [{ id: 1 }] } }, { ...whole, summary: { ...preview.summary, filters: 'all' } },
      { type: 'scroll' }, { type: 'scroll', line: NaN }, { type: 'cursor', line: 'x' }, { type: 'fixes', id: 1, titles: [1] }, { type: 'reference', id: 1, html: null }, { type: 'refused', reason: {} },
    ];
    await page.evaluate((all) => all.forEach((one) => window.postMessage(one, '*')), none);
    await page.waitForTimeout(200);
    assert.equal(await page.locator('main').innerHTML(), before);
    assert.deepEqual(errors, []);
    await page.close();
  });

  it('takes nothing into the page but what a sheet is made of, whatever a message holds', async () => {
    const { page, errors } = await harness.open();
    const preview = of(sample);
    const hostile = [
      '<script>window.pwned = 1</script>', '<img src=x onerror="window.pwned = 2">', '<svg onload="window.pwned = 3"><a xlink:href="javascript:x">x</a></svg>', '<style>.sheet { display: none }</style>',
      '<iframe srcdoc="<script>parent.pwned = 4</script>"></iframe>', '<base href="https://example.com/">', '<form action="https://example.com"><input name="dialog"><button>x</button></form>',
      '<link rel="stylesheet" href="https://example.com/x.css">', '<meta http-equiv="refresh" content="0; url=https://example.com">', '<object data="x"></object>', '<math><mtext><table><mglyph><style><img src=x onerror="window.pwned = 5">',
      '<p id="reference-tip" class="bar" style="position: fixed; inset: 0" onclick="window.pwned = 6" contenteditable>kept</p>', '<a href="javascript:window.pwned = 7">kept</a>', '<a href="https://example.com" target="_blank" ping="https://example.com">kept</a>',
      '<button type="submit" form="x" formaction="https://example.com">kept</button>', '<template><script>window.pwned = 8</script></template>', '<video autoplay src="x"></video>', '<dialog open>x</dialog>',
    ];
    for (const one of hostile) await update(page, { ...preview, html: preview.html.replace('</article>', `${one}</article>`) });
    await update(page, { ...preview, html: preview.html.replace('</article>', `${hostile.slice(0, 10).join('')}${hostile.slice(11).join('')}</article>`) });
    const found = await page.evaluate(() => ({
      pwned: (window as unknown as { pwned?: number }).pwned,
      elements: [...document.querySelectorAll('main :is(script, img, svg, style, iframe, base, form, input, link, meta, object, math, template, video, dialog)')].map(({ outerHTML }) => outerHTML),
      attributes: [...new Set([...document.querySelectorAll('main *')].flatMap((one) => one.getAttributeNames()))].filter((name) => /^on|^(?:style|src|srcdoc|action|formaction|form|target|ping|contenteditable)$/.test(name)),
      links: [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href')).filter((href) => href !== null && !href.startsWith('#')),
      tips: document.querySelectorAll('#reference-tip').length,
      kept: document.querySelector('main')!.innerText.match(/kept/g)?.length,
      rows: document.querySelectorAll('main tr[data-row]').length,
    }));
    assert.deepEqual(found, { pwned: undefined, elements: [], attributes: [], links: [], tips: 1, kept: 4, rows: 144 });
    assert.equal(new URL(page.url()).hostname, '127.0.0.1');
    // What the policy refuses besides is refused before it is thrown away.
    assert.ok(errors.every((error) => error.includes('Content Security Policy')), errors.join('\n'));
    await page.close();
  });

  it('takes all of what the renderer makes', async () => {
    const { page, errors } = await harness.open();
    const inconsistent = readFileSync(new URL('../../samples/inconsistent.sds.yaml', import.meta.url), 'utf8');
    for (const text of [sample, inconsistent, '', '様式: MDS-9\n回答:\n  1: はい\n', `${sample}"`]) {
      for (const view of ['form', 'guideline', 'exceptions'] as const) {
        const preview = previewFor(readSheet(TextDocument.create('file:///sheet.sds.yaml', 'sds-yaml', 1, text), catalogue()), view);
        await update(page, preview, { view, uri: `file:///${text.length}.sds.yaml` });
        // The page's own: the row at hand, what a filter hides (neither is set here), and buttons to edit header and remarks.
        const [made, given] = await page.evaluate((html) => {
          const shown = document.querySelector('main')!.cloneNode(true) as HTMLElement;
          shown.querySelectorAll(':is([data-field], .remarks) .edit-row').forEach((button) => button.remove());
          return [shown.innerHTML, new DOMParser().parseFromString(html, 'text/html').body.innerHTML];
        }, preview.html);
        assert.equal(made, given, `${view} of ${text.slice(0, 20)}`);
      }
    }
    assert.deepEqual(errors, []);
    await page.close();
  });
});
