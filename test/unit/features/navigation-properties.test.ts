import assert from 'node:assert/strict';
import fc from 'fast-check';
import { definition } from '../../../server/src/features/definition.ts';
import { documentLinks } from '../../../server/src/features/document-links.ts';
import { highlights } from '../../../server/src/features/highlights.ts';
import { referencesIn, targetAt, type ReferenceTarget } from '../../../server/src/features/references.ts';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import { nameNumberedRemarks, numberNamedRemarks, renumberRemarks } from '../../../server/src/features/renumber.ts';
import { translator } from '../../../server/src/l10n/translate.ts';
import { numberRemarks } from '../../../server/src/render/numbering.ts';
import { applyEdits, sheet } from '../../support/sheets.ts';
import { mutatedPart, sheetSoup, soup } from '../../support/soup.ts';
import { comments, runs, styled } from '../../support/styled.ts';

describe('moving through any text', () => {
  it('finds places inside it, and nothing twice', () => {
    fc.assert(fc.property(fc.oneof(mutatedPart, sheetSoup, soup), fc.nat(), (text, seed) => {
      const context = { sheet: sheet(text), translate: translator('ja'), today: '' };
      const offset = seed % (text.length + 1);
      const targets: ReferenceTarget[] = [targetAt(context, offset) ?? { kind: 'remark', key: '1' }, { kind: 'item', guideline: 'mhlw-5.2', ids: ['6.5.C12'] }];
      const found = [
        definition(context, offset)?.destinations.map(({ key }) => key) ?? [],
        ...targets.map((target) => referencesIn(context.sheet, target, true)),
        ...[highlights(context, offset) ?? [], documentLinks(context)].map((all) => all.map(({ range }) => ({
          start: context.sheet.document.offsetAt(range.start), end: context.sheet.document.offsetAt(range.end),
        }))),
      ];
      for (const spans of found) {
        for (const { start, end } of spans) assert.ok(start < end && end <= text.length, JSON.stringify({ start, end }));
        assert.equal(new Set(spans.map(({ start }) => start)).size, spans.length);
      }
      const renamable = prepareRename(context, offset);
      if ('refused' in renamable) assert.notEqual(translator('en')(renamable.refused), '');
      else assert.ok(renamable.span.start <= offset && offset <= renamable.span.end);
    }), runs(400));
  }).timeout(90_000);
});

describe('other keys for remarks', () => {
  /** What each row says, its remarks by their texts. */
  const said = (text: string): unknown => {
    const read = sheet(text);
    return [read.answers.map(({ id, answer, cites }) => [id, answer?.word, cites.map((cite) => cite.entry?.text?.value ?? cite.text.value)]), read.remarks.map(({ text: own }) => own?.value).sort()];
  };
  const numbersOf = (text: string): string[] => numberRemarks(sheet(text)).table.map(({ number }) => number);

  for (const [name, action] of [['renumbering', renumberRemarks], ['numbering names', numberNamedRemarks], ['naming numbers', nameNumberedRemarks]] as const) {
    it(`${name} changes nothing that a sheet says, loses no comment and is done at once`, () => {
      fc.assert(fc.property(styled, ({ text }) => {
        const after = applyEdits(text, action(sheet(text)));
        assert.deepEqual(said(after), said(text));
        assert.deepEqual(comments(after).sort(), comments(text).sort());
        assert.deepEqual(action(sheet(after)), []);
        assert.deepEqual(sheet(after).notices, []);
        if (text.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/);
        if (action === renumberRemarks) assert.deepEqual(numbersOf(after), numbersOf(after).map((_, index) => String(index + 1)));
      }), runs(250));
    }).timeout(60_000);

    it(`${name} leaves any text readable, and is done at once`, () => {
      fc.assert(fc.property(fc.oneof(mutatedPart, sheetSoup), (text) => {
        const edits = action(sheet(text));
        if (edits.length === 0) return;
        const after = applyEdits(text, edits);
        assert.deepEqual(said(after), said(text));
        assert.deepEqual(action(sheet(after)), []);
      }), runs(300));
    }).timeout(90_000);
  }

  it('are swapped back by the same renaming', () => {
    fc.assert(fc.property(styled, fc.nat(), ({ text }, seed) => {
      const numbered = sheet(text).remarks.filter(({ id }) => /^\d+$/.test(id));
      if (numbered.length < 2) return;
      const [first, second] = [numbered[seed % numbered.length]!, numbered[(seed + 1) % numbered.length]!];
      const swap = (source: string, id: string, to: string): string => {
        const read = sheet(source);
        const edits = rename({ sheet: read, translate: ({ key }) => key, today: '' }, read.remark(id)!.key.span.start, to);
        assert.ok(Array.isArray(edits), JSON.stringify(edits));
        return applyEdits(source, edits);
      };
      const swapped = swap(text, first.id, second.id);
      assert.deepEqual(said(swapped), said(text));
      assert.notEqual(swapped, text);
      assert.equal(swap(swapped, second.id, first.id), text);
    }), runs(150));
  }).timeout(60_000);
});
