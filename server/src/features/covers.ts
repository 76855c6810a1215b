import type { Span } from '../sheet/model.ts';

/** @returns a function that tells whether one of `spans`, which do not overlap, shares a character with a stretch or begins where it does */
export function covering(spans: readonly Span[]): (stretch: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.end > start) high = middle;
      else low = middle + 1;
    }
    const next = sorted[low];
    return next !== undefined && (next.start < end || next.start === start);
  };
}
