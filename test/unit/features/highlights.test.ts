import assert from 'node:assert/strict';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { highlights } from '../../../server/src/features/highlights.ts';
import { at, HEAD } from '../../support/cursor.ts';

const MARKS = { [DocumentHighlightKind.Text]: '=', [DocumentHighlightKind.Read]: '?', [DocumentHighlightKind.Write]: '!' };

/** Checks what lights up; the document marks what is written `«!1»`, read `«?1»`, and named `«=6.11.C8»`. */
function check(annotated: string, from?: string): void {
  const cursor = from ?? annotated;
  const { context, offset, document } = at(`${HEAD}回答:\n${cursor.replace(/[«»]|(?<=«)[=?!]/g, '')}`);
  const edits = (highlights(context, offset) ?? []).flatMap(({ range, kind }) => [
    { range: { start: range.start, end: range.start }, newText: `«${MARKS[kind!]}` }, { range: { start: range.end, end: range.end }, newText: '»' },
  ]);
  const shown = edits.sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start) || (a.newText === '»' ? 1 : -1))
    .reduce((text, { range, newText }) => text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.start)), document.getText());
  assert.equal(shown, `${HEAD}回答:\n${annotated.replace('|', '')}`);
}

describe('Highlights', () => {
  it('show a remark and its citations, from either', () => {
    const sheet = '  3:\n    備考: «?1»\n  4: { 備考: [«?1|», 2] }\n備考記載欄:\n  «!1»: い\n  2: ろ\n';
    check(sheet);
    check(sheet.replace('1|', '1').replace('!1', '!1|'));
  });

  it('show a row with its answer, and the rows that it decides', () => {
    check('  «!77|»: «!該当»\n  «?77.1»: はい\n  «?77.2»: はい\n  78: 該当\n');
    check('  «!77»: «!該|当»\n  «?77.1»: はい\n');
  });

  it('show who asks about an item, and every place that names it', () => {
    check('  #? «=6.11.C8» リモート\n  «?75.1»: { 回答: はい, 参照項番: «=6.11.C8|» }\n  3:\n    備考文: «=６.１１.Ｃ８»による # «=6.11.C8»\n  4: { 参照項番: 6.11.C9 }\n');
  });

  it('hold while the sheet cannot be read', () => {
    check('  3: { 備考: «?1|» }\n  4: { 備考: [«?1», {] }\n備考記載欄:\n  «!1»: い\n');
  });

  it('are left to the editor elsewhere', () => {
    for (const body of ['  3:\n    備|考: 1\n', '  3:\n    備考文: 入|退室\n', '  3: |\n']) {
      const { context, offset } = at(`${HEAD}回答:\n${body}`);
      assert.equal(highlights(context, offset), undefined);
    }
  });
});
