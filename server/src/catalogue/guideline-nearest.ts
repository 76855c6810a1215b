import { distance } from 'fastest-levenshtein';
import { fold } from '../text/fold.ts';
import type { GuidelineEntry } from './guideline-index.ts';
import type { Reference, ReferenceGrammar } from './references.ts';

/** What it costs to leave the section that was written: more than any slip within it. */
const OTHER_SECTION = 2;

/**
 * The entries whose references are the nearest to what was written: by edit distance, in the section that was written
 * first, then by how far their numbers are apart.
 * @param wanted a reference, or text that is none (`6.11C8`)
 * @returns canonical references, at most `limit`; none that share nothing with `wanted`, and not `wanted` itself
 */
export function nearestEntries(entries: readonly GuidelineEntry[], grammar: ReferenceGrammar, wanted: Reference | string, limit: number): string[] {
  const reference = typeof wanted === 'string' ? grammar.parse(wanted) : wanted;
  const written = fold(reference === undefined ? (wanted as string) : (grammar.expand(reference).at(-1) ?? '')).toUpperCase();
  const depth = reference?.parts.length;
  const section = sectionWritten(entries, written);
  const ranked = entries.flatMap((entry, order) => {
    const id = fold(entry.id).toUpperCase();
    const edits = distance(id, written);
    if (edits === 0 || edits >= Math.max(id.length, written.length)) return [];
    const levels = depth === undefined ? 0 : Math.abs(depth - (grammar.parse(entry.id)?.parts.length ?? depth));
    const score = edits + levels + (section !== undefined && entry.section.id !== section ? OTHER_SECTION : 0);
    return [{ id: entry.id, score, gap: numberGap(id, written), order }];
  });
  ranked.sort((a, b) => a.score - b.score || a.gap - b.gap || a.order - b.order);
  return ranked.slice(0, limit).map((entry) => entry.id);
}

/** The section whose id the text begins with, and does not merely share digits with (6.1 and 6.11). */
function sectionWritten(entries: readonly GuidelineEntry[], written: string): string | undefined {
  return entries.find(({ id, item }) => {
    const folded = fold(id).toUpperCase();
    return item === undefined && written.startsWith(folded) && !/^[0-9]/.test(written.slice(folded.length));
  })?.id;
}

/** How far the numbers of two references are apart, place by place: 6.12.C1 is nearer to 6.13.C1 than 6.3.C1 is. */
function numberGap(one: string, other: string): number {
  const [ones = [], others = []] = [one, other].map((text) => [...text.matchAll(/[0-9]+/g)].map(([number]) => Number(number)));
  return ones.reduce((gap, number, place) => gap + Math.abs(number - (others[place] ?? 0)), 0);
}
