import type { Span } from '../sheet/model.ts';
import { firstIndex } from '../text/first-index.ts';

/** @returns a function that tells whether one of `spans`, which do not overlap, shares a character with a stretch or begins where it does */
export function covering(spans: readonly Span[]): (stretch: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    const next = sorted[firstIndex(sorted, (one) => one.end <= start)];
    return next !== undefined && (next.start < end || next.start === start);
  };
}
