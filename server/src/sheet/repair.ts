import { outsidePair } from '../text/pair.ts';
import type { Edit, SyntaxCause } from './notices.ts';
import type { Span } from './model.ts';

/** An edit that makes the text into the YAML that was meant, and why. */
export interface Repair extends Edit {
  cause: 'punctuation' | 'list' | SyntaxCause;
  /** What is wrong, where a message points at it. */
  shown: Span;
  /** What may be meant as well: text that quotes keep. */
  instead?: Edit;
}

/** The repaired text, and the way back to the document's own offsets. */
export interface Repaired {
  text: string;
  /** The document’s offset of an offset in the repaired text, before the character that it falls into; inside an insertion, where it was made. */
  toDocument(offset: number): number;
}

/**
 * Applies edits to a copy of the text: repairs for the YAML parser's eyes, or fixes.
 * @param edits in any order, not overlapping; several insertions at one place stay in their order
 */
export function applyEdits(text: string, edits: readonly Edit[]): Repaired {
  if (edits.length === 0) return { text, toDocument: (offset) => outsidePair(text, offset, -1) };
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  const marks: { repaired: Span; source: Span }[] = [];
  let taken = 0;
  let length = 0;
  for (const { span, text: replacement } of sorted) {
    if (span.start < taken) continue;
    parts.push(text.slice(taken, span.start), replacement);
    length += span.start - taken;
    marks.push({ repaired: { start: length, end: length + replacement.length }, source: span });
    length += replacement.length;
    taken = span.end;
  }
  parts.push(text.slice(taken));
  return { text: parts.join(''), toDocument: (offset) => outsidePair(text, back(marks, offset), -1) };
}

/** @returns the text without the byte order mark, which the YAML library takes for a column before a list */
export function withoutMark(repaired: Repaired): Repaired {
  if (!repaired.text.startsWith('\uFEFF')) return repaired;
  return { text: repaired.text.slice(1), toDocument: (offset) => repaired.toDocument(offset + 1) };
}

function back(marks: { repaired: Span; source: Span }[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.repaired.start <= offset) low = middle + 1;
    else high = middle;
  }
  const mark = marks[low - 1];
  if (!mark) return offset;
  if (offset >= mark.repaired.end) return offset - mark.repaired.end + mark.source.end;
  return Math.min(mark.source.start + (offset - mark.repaired.start), mark.source.end);
}
