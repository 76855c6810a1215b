import { firstIndex } from '../text/first-index.ts';

/** Zero-based lines, the last one included. */
export interface LineRange {
  first: number;
  last: number;
}

/** @returns a function that tells whether one of `ranges`, in whatever order, shares a line with another range */
export function touching(ranges: readonly LineRange[]): (other: LineRange) => boolean {
  const merged: LineRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const last = merged.at(-1);
    if (last && range.first <= last.last) last.last = Math.max(last.last, range.last);
    else merged.push({ ...range });
  }
  return (other) => {
    const next = merged[firstIndex(merged, ({ last }) => last < other.first)];
    return next !== undefined && next.first <= other.last;
  };
}
