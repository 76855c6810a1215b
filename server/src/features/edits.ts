import type { Span } from '../sheet/model.ts';

/** Whether two edits cannot both be made: they share a character, or insert at the same place. */
export function meet(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}
