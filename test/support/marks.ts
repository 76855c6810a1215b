import assert from 'node:assert/strict';
import type { FeatureContext } from '../../server/src/features/context.ts';
import type { Span } from '../../server/src/sheet/model.ts';
import { at } from './cursor.ts';

/**
 * Checks what a feature finds from the cursor `|` in a document that marks it: `«備考»`.
 * @param find what is under test
 */
export function checkMarked(annotated: string, find: (context: FeatureContext, offset: number) => Span[]): void {
  const { context, offset, text } = at(annotated.replace(/[«»]/g, ''));
  assert.equal(showMarked(text, find(context, offset), offset), annotated);
}

/** The document with spans marked, and `|` at the cursor. */
function showMarked(text: string, spans: Span[], cursor: number): string {
  const marks = [...spans.flatMap(({ start, end }) => [{ at: start, rank: 1, mark: '«' }, { at: end, rank: 3, mark: '»' }]), { at: cursor, rank: 2, mark: '|' }];
  // At one place: what ends there, the cursor, what begins there; but the cursor is inside where it touches.
  const inside = spans.some(({ start, end }) => start <= cursor && cursor <= end);
  const rankOf = ({ mark, rank }: { mark: string; rank: number }): number => (mark === '|' || inside ? rank : 4 - rank);
  return marks.sort((a, b) => b.at - a.at || rankOf(b) - rankOf(a)).reduce((shown, { at: place, mark }) => shown.slice(0, place) + mark + shown.slice(place), text);
}
