import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { allRefactorings } from '../../server/src/features/refactor/index.ts';
import { placeOf } from '../../server/src/features/refactor/place.ts';
import { translator } from '../../server/src/l10n/translate.ts';
import type { Span } from '../../server/src/sheet/model.ts';
import { catalogue } from '../support/catalogue.ts';
import { HEAD } from '../support/cursor.ts';
import { applyEdits, lintText, sheet } from '../support/sheets.ts';
import { runs } from '../support/styled.ts';

const CONTRADICTORY = ['inconsistent-answer', 'inapplicable-answer', 'parent-mismatch', 'redundant-fallback'];
/** Everything that gives several rows an answer. */
const ANSWERING = ['answer-selection', 'answer-below', 'close-gate', 'open-gate'];
const translate = translator('ja');
const form = catalogue().form('SDS-4.0')!;
const rows = form.rows.filter(({ words }) => words.length > 0);
const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');

/** The rows whose answers contradict others. */
function contradictions(text: string): string[] {
  return lintText(text).filter(({ rule }) => CONTRADICTORY.includes(rule.code)).map((finding) => finding.rows?.[0] ?? '');
}

/** A sheet with these answers, without those that contradict. */
function consistent(words: ReadonlyMap<string, string>): string {
  const left = new Map(words);
  for (;;) {
    const lines = form.rows.flatMap((row) => {
      if (row.kind === 'option') return [];
      const options = row.options.flatMap((option) => (left.has(option.id) ? `    ${option.key}: ${left.get(option.id)}\n` : []));
      if (row.kind === 'heading') return options.length > 0 ? [`  ${row.key}:\n${options.join('')}`] : [];
      return left.has(row.id) ? [`  ${row.key}: ${left.get(row.id)}\n`] : [];
    });
    const text = `${HEAD}回答:\n${lines.join('')}`;
    const found = contradictions(text);
    if (found.length === 0) return text;
    for (const row of found) left.delete(row);
  }
}

const random = fc.array(fc.tuple(fc.nat({ max: rows.length - 1 }), fc.nat()), { minLength: 5, maxLength: 160 })
  .map((all) => consistent(new Map(all.map(([at, word]) => [rows[at]!.id, rows[at]!.words[word % rows[at]!.words.length]!.word]))));
const texts = fc.oneof(fc.constant(sample), random, random);

describe('Answering several rows at once', () => {
  it('makes no contradiction in a sheet that has none', () => {
    const done = new Map<string, number>();
    fc.assert(fc.property(texts, fc.nat(), fc.nat(), (text, from, to) => {
      const read = sheet(text);
      const one = (seed: number): number => read.answers[seed % read.answers.length]!.key.span.start;
      if (read.answers.length === 0) return;
      const [start, end] = [one(from), one(to)].sort((a, b) => a - b) as [number, number];
      const gates = read.answers.filter(({ row }) => row?.kind === 'gate').map(({ key }) => key.span.start);
      const cursors = [start, ...(gates.length > 0 ? [gates[to % gates.length]!] : [])].map((at) => ({ start: at, end: at }));
      const places: Span[] = [{ start, end }, { start, end: text.length }, ...cursors];
      for (const place of places) {
        for (const refactoring of allRefactorings.filter(({ name }) => ANSWERING.includes(name))) {
          for (const offer of refactoring.offers(placeOf(read, place))) {
            done.set(refactoring.name, (done.get(refactoring.name) ?? 0) + 1);
            const changed = applyEdits(text, offer.edits());
            assert.notEqual(changed, text);
            assert.deepEqual(contradictions(changed), [], `${translate(offer.title)}\n${text.slice(place.start, place.end)}\n→\n${changed}`);
          }
        }
      }
    }), runs(60));
    for (const name of ANSWERING) assert.ok(done.get(name)! > 5, `${name}: ${done.get(name) ?? 0}`);
  }).timeout(120_000);
});
