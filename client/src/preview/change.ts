/** One place where a text was changed, in whole lines: what stood there and what stands there now. */
export interface Change {
  /** UTF-16 offset of the place. */
  offset: number;
  before: string;
  after: string;
}

/** @returns the one place that holds all that differs, in whole lines, so that no character is taken apart; undefined when nothing does */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  if (start > 0) start = before.lastIndexOf('\n', start - 1) + 1;
  const most = Math.min(before.length, after.length) - start;
  let end = 0;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  // What is the same at the end begins with a whole line.
  const lineEnd = end === 0 ? -1 : before.indexOf('\n', before.length - end);
  end = lineEnd < 0 ? 0 : before.length - lineEnd - 1;
  return { offset: start, before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) };
}
