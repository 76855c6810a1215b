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
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (merged[middle]!.last < other.first) low = middle + 1;
      else high = middle;
    }
    const next = merged[low];
    return next !== undefined && next.first <= other.last;
  };
}
