/**
 * @param all those that stand before come first
 * @returns the index of the first that does not stand before; the length where all do
 */
export function firstIndex<T>(all: readonly T[], isBefore: (one: T) => boolean): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(all[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
