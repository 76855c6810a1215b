import type { Row } from '../../catalogue/form-index.ts';
import { commentsOf } from '../../sheet/pieces.ts';
import type { Line } from '../../sheet/lines.ts';
import type { Sheet } from '../../sheet/model.ts';
import { perSheet } from '../../sheet/per-sheet.ts';
import { writtenRows } from '../../sheet/written-rows.ts';
import { QUESTION_MARK, SECTION_MARK } from './texts.ts';

/** A comment of the tool's own on a line of its own. */
export interface ToolComment {
  /** The index of its line. */
  at: number;
  line: Line;
  /** With its mark, without blank behind it. */
  text: string;
}

/** A line with the key of a question or an option. */
export interface RowLine {
  at: number;
  line: Line;
  row: Row;
}

/** @returns the comments that begin with the tool's marks, in the document's order; never one behind a value or within a text */
export const toolComments = perSheet(read);

function read(sheet: Sheet): ToolComment[] {
  const text = sheet.document.getText();
  if (!text.includes(QUESTION_MARK) && !text.includes(SECTION_MARK)) return [];
  const starts = new Set(commentsOf(sheet).map(({ start }) => start));
  return sheet.lines.lines.flatMap((line, at) => {
    if (line.kind !== 'comment') return [];
    const content = text.slice(line.start, line.end).trim();
    const marked = content.startsWith(QUESTION_MARK) || content.startsWith(SECTION_MARK);
    return marked && starts.has(line.start + text.slice(line.start, line.end).indexOf('#')) ? [{ at, line, text: content }] : [];
  });
}

/** @returns the lines that begin a row of the form, also where YAML cannot read them; none of those in braces */
export function rowLines(sheet: Sheet): RowLine[] {
  return writtenRows(sheet).filter(({ inFlow }) => !inFlow).map(({ row, line: at }) => ({ at, line: sheet.lines.lines[at]!, row }));
}

/**
 * @param at the index of a line
 * @returns the index of the first of the comments and blank lines right above it, or its own
 */
export function gapAbove({ lines }: Sheet, at: number): number {
  let first = at;
  while (isBetween(lines.lines[first - 1])) first--;
  return first;
}

/** @returns the index of the line behind the comments and blank lines from `at` on */
export function behindGap({ lines }: Sheet, at: number): number {
  let next = at;
  while (isBetween(lines.lines[next])) next++;
  return next;
}

function isBetween(line: Line | undefined): boolean {
  return line?.kind === 'comment' || line?.kind === 'blank';
}
