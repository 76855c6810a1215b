import { contentEnd, lineEnd, lineStart } from '../../edits/layout.ts';
import { wordMeant } from '../../rules/invalid-answer.ts';
import { cutOffs } from '../../sheet/cut-off.ts';
import type { AnswerEntry, RemarkEntry, Sheet, Span } from '../../sheet/model.ts';
import { perSheet } from '../../sheet/per-sheet.ts';

/** @returns the whole lines of a row or a remark */
export function linesOf(sheet: Sheet, one: AnswerEntry | RemarkEntry): Span {
  return { start: lineStart(sheet, one.key.span.start), end: lineEnd(sheet, contentEnd(sheet, one.span)) };
}

/** @returns whether a row or a remark is written as it is read, with nothing to mend, so that it can be written otherwise */
export function isSound(sheet: Sheet, one: AnswerEntry | RemarkEntry): boolean {
  const lines = linesOf(sheet, one);
  const inside = ({ start, end }: Span): boolean => start <= lines.end && lines.start <= end;
  return !sheet.lines.repairs.some(({ span }) => inside(span)) && !cutOffs(sheet).some(({ span }) => inside(span))
    && !sheet.notices.some(({ kind, span }) => (kind === 'syntax' || kind === 'shape' || kind === 'duplicate') && inside(span));
}

/** Each of many rows is asked about, and what they repeat is noticed of each as well. */
const unreadable = perSheet((sheet) => sheet.notices.filter(({ kind }) => kind === 'syntax'));

/** @returns whether YAML cannot read a row */
export function isBroken(sheet: Sheet, entry: AnswerEntry): boolean {
  const notices = unreadable(sheet);
  if (notices.length === 0) return false;
  const lines = linesOf(sheet, entry);
  return notices.some(({ span }) => span.start <= lines.end && lines.start <= span.end);
}

/** @returns whether a row can be given another answer without that anything is lost which somebody wrote in its place */
export function canAnswer(sheet: Sheet, entry: AnswerEntry): boolean {
  if (!entry.row || entry.row.words.length === 0 || entry.shape === 'other' || isBroken(sheet, entry)) return false;
  return !entry.word || entry.answer !== undefined || (entry.word.style !== 'block' && wordMeant(entry) !== undefined);
}
