import { contentEnd, lineEnd, lineStart } from '../../edits/layout.ts';
import type { AnswerEntry, Cite, RemarkEntry, Sheet, Span } from '../../sheet/model.ts';

/** Where a refactoring is asked for. */
export interface Place {
  sheet: Sheet;
  /** What is selected; empty at a cursor. */
  span: Span;
  /** Every row, options included, that begins on a line of the selection; none at a cursor. */
  selected: AnswerEntry[];
  /** The one row that the place is in, the innermost; absent where the selection has several. */
  entry?: AnswerEntry;
  /** The entry of the table of remarks that the place is in. */
  remark?: RemarkEntry;
}

/** @param span UTF-16 offsets */
export function placeOf(sheet: Sheet, span: Span): Place {
  const selected = span.end > span.start ? selectedRows(sheet, span) : [];
  if (selected.length > 1) return { sheet, span, selected };
  const entry = entryAt(sheet, span);
  const remark = sheet.remarks.find((one) => withinLines(sheet, one, span));
  return { sheet, span, selected, ...(entry ? { entry } : {}), ...(remark ? { remark } : {}) };
}

/** @returns the citation that the place is in */
export function citeAt({ entry, span }: Place): Cite | undefined {
  return entry?.cites.find(({ text }) => text.span.start <= span.start && span.end <= text.span.end);
}

/** Whole lines are selected with the beginning of the next one, which is not meant. */
function selectedRows(sheet: Sheet, { start, end }: Span): AnswerEntry[] {
  const last = lineStart(sheet, end) === end ? end - 1 : end;
  const from = lineStart(sheet, start);
  return sheet.answers.filter(({ key }) => from <= key.span.start && key.span.start <= lineEnd(sheet, last));
}

/** In braces the columns decide, elsewhere the lines: the place may be in front of the key, or in a comment behind the answer. */
function entryAt(sheet: Sheet, span: Span): AnswerEntry | undefined {
  const within = (entry: AnswerEntry): boolean => entry.key.span.start <= span.start && span.end <= contentEnd(sheet, entry.span);
  return sheet.answers.findLast(within) ?? sheet.answers.findLast((entry) => !entry.inFlow && withinLines(sheet, entry, span));
}

function withinLines(sheet: Sheet, one: AnswerEntry | RemarkEntry, { start, end }: Span): boolean {
  return lineStart(sheet, one.key.span.start) <= start && end <= lineEnd(sheet, contentEnd(sheet, one.span));
}
