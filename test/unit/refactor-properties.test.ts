import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allRefactorings } from '../../server/src/features/refactor/index.ts';
import { placeOf } from '../../server/src/features/refactor/place.ts';
import { translator } from '../../server/src/l10n/translate.ts';
import type { Sheet, Span } from '../../server/src/sheet/model.ts';
import { answersOf, applyEdits, sheet } from '../support/sheets.ts';
import { mutatedPart, sheetSoup } from '../support/soup.ts';
import { comments, lost, runs, styled } from '../support/styled.ts';

const translate = translator('ja');

interface Done {
  what: string;
  name: string;
  id: string;
  place: Span;
  text: string;
}

/** Everything that can be done at the rows and remarks of a sheet, and to all of it. */
function* everything(read: Sheet): Generator<Done> {
  const text = read.document.getText();
  const places: Span[] = [
    ...[...read.answers.map((entry) => entry.word?.span ?? entry.key.span), ...read.remarks.map((remark) => remark.key.span)].map(({ end }) => ({ start: end, end })),
    { start: 0, end: text.length },
  ];
  for (const place of places) {
    for (const refactoring of allRefactorings) {
      for (const offer of refactoring.offers(placeOf(read, place))) {
        const title = translate(offer.title);
        const edits = offer.edits();
        assert.ok(edits.some((edit) => text.slice(edit.span.start, edit.span.end) !== edit.text), `${title} changes nothing`);
        yield { what: `${title}\n${text}`, name: refactoring.name, id: offer.id, place, text: applyEdits(text, edits) };
      }
    }
  }
}

/** The refactorings that change how something is said, and not what is answered. */
const FORM = ['map-form', 'extract-remark', 'inline-remark', 'shift-remark'];

describe('refactorings of a valid sheet', () => {
  it('leave one that can be read, with every comment, and no line end of another kind', () => {
    const done = new Map<string, number>();
    fc.assert(fc.property(styled, ({ text }) => {
      const before = comments(text).filter((comment) => !comment.startsWith('#?'));
      for (const { what, name, text: changed } of everything(sheet(text))) {
        done.set(name, (done.get(name) ?? 0) + 1);
        const after = sheet(changed);
        assert.deepEqual(after.lines.repairs, [], `${what}\n→\n${changed}`);
        assert.deepEqual(after.notices, [], `${what}\n→\n${changed}`);
        assert.deepEqual(lost(before, comments(changed)), [], `${what}\n→\n${changed}`);
        if (text.includes('\r\n')) assert.doesNotMatch(changed, /(?<!\r)\n/, what);
        assert.equal(changed.startsWith('\uFEFF'), text.startsWith('\uFEFF'), what);
      }
    }), runs(80));
    for (const { name } of allRefactorings) assert.ok(done.get(name)! > 5, `${name}: ${done.get(name) ?? 0}`);
  }).timeout(120_000);

  it('that are about form leave every answer and every remark', () => {
    const texts = (read: Sheet): string[] => [...read.answers.map((entry) => entry.remark), ...read.remarks.map((remark) => remark.text)]
      .flatMap((text) => text?.value ?? []).sort();
    fc.assert(fc.property(styled, ({ text, answers }) => {
      const read = sheet(text);
      for (const { what, name, text: changed } of everything(read)) {
        if (!FORM.includes(name)) continue;
        const after = sheet(changed);
        assert.deepEqual(answersOf(after), answers, what);
        assert.deepEqual(texts(after), texts(read), what);
        assert.equal(after.answers.flatMap(({ remark, cites }) => [...(remark ? [1] : []), ...cites.filter((cite) => cite.entry)]).length,
          read.answers.flatMap(({ remark, cites }) => [...(remark ? [1] : []), ...cites.filter((cite) => cite.entry)]).length, what);
      }
    }), runs(60));
  }).timeout(120_000);

  it('give an answer another form, and back the text as it was', () => {
    fc.assert(fc.property(styled, ({ text }) => {
      for (const { what, name, id, place, text: changed } of everything(sheet(text))) {
        if (name !== 'map-form' || (id !== 'lines' && id !== 'braces')) continue;
        const read = sheet(changed);
        const row = sheet(text).answers.find((entry) => entry.word?.span.end === place.end)!.row!;
        const word = read.entryOf(row)!.word!.span;
        const back = allRefactorings.find((one) => one.name === 'map-form')!.offers(placeOf(read, { start: word.end, end: word.end })).find((offer) => offer.id === 'word');
        assert.ok(back, what);
        assert.equal(applyEdits(changed, back.edits()), text, what);
      }
    }), runs(60));
  }).timeout(120_000);
});

describe('refactorings of any text', () => {
  it('break nothing that can be read', () => {
    const broken = (read: Sheet): number => read.notices.filter(({ kind }) => kind === 'syntax').length;
    fc.assert(fc.property(fc.oneof(mutatedPart, mutatedPart, sheetSoup), (text) => {
      const read = sheet(text);
      for (const { what, text: changed } of everything(read)) {
        assert.ok(broken(sheet(changed)) <= broken(read), `${what}\n→\n${changed}`);
      }
    }), runs(250));
  }).timeout(120_000);
});
