import { columnOf, commentsIn, lineEnd, lineStart } from '../../edits/layout.ts';
import { QUESTION_MARK, SECTION_MARK } from '../../edits/questions/texts.ts';
import type { Line } from '../../sheet/lines.ts';
import type { AnswerEntry, Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { memberKeys } from './members.ts';
import { canAnswer, isSound, linesOf } from './sound.ts';

/**
 * @param entry a question, not an option
 * @returns whether it can be left out without that anything is lost but answers: no remark, no key besides, no comment of
 *   somebody's own, nothing that is no answer
 */
export function saysOnlyAnswers(sheet: Sheet, entry: AnswerEntry): boolean {
  if (entry.inFlow || !isSound(sheet, entry) || hasOwnComment(sheet, entry)) return false;
  if (entry.row?.kind !== 'heading') return isOnlyAnswer(sheet, entry);
  return entry.shape === 'empty' || (memberKeys(sheet, entry).length === entry.options.length && entry.options.every((option) => isOnlyAnswer(sheet, option)));
}

function isOnlyAnswer(sheet: Sheet, entry: AnswerEntry): boolean {
  if (!canAnswer(sheet, entry)) return false;
  return entry.shape === 'word' || entry.shape === 'empty' || memberKeys(sheet, entry).length === (entry.wordKey ? 1 : 0);
}

/** Whether a comment that is not the tool's stands right above, on the row's lines, or below and indented like its keys. */
function hasOwnComment(sheet: Sheet, entry: AnswerEntry): boolean {
  const text = sheet.document.getText();
  const lines = linesOf(sheet, entry);
  const below = sheet.lines.lines[sheet.document.positionAt(lines.end).line + 1];
  if (below?.kind === 'comment' && below.indent > columnOf(sheet, entry.key.span.start)) return true;
  const comments = [...linesAbove(sheet, entry).map(({ start, end }) => text.slice(start, end).trim()), ...commentsIn(sheet, lines)];
  return comments.some((comment) => !comment.startsWith(QUESTION_MARK) && !comment.startsWith(SECTION_MARK));
}

/** The lines of comments right above a row, the nearest first; one that is indented deeper belongs to the row above it. */
function linesAbove(sheet: Sheet, { key }: AnswerEntry): Line[] {
  const { line, character } = sheet.document.positionAt(key.span.start);
  const above = sheet.lines.lines.slice(0, line).reverse();
  const other = above.findIndex(({ kind, indent }) => kind !== 'comment' || indent > character);
  return other < 0 ? above : above.slice(0, other);
}

/** Leaves a question out, with the tool's comments that repeat its text and those of its options. */
export function dropRow(sheet: Sheet, entry: AnswerEntry): Edit[] {
  const text = sheet.document.getText();
  const lines = linesOf(sheet, entry);
  const above = linesAbove(sheet, entry);
  const other = above.findIndex((line) => !text.slice(line.start, line.end).trim().startsWith(QUESTION_MARK));
  const own = other < 0 ? above : above.slice(0, other);
  const start = lineStart(sheet, own.at(-1)?.start ?? lines.start);
  const end = lineEnd(sheet, lines.end);
  return [{ span: { start, end: end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0) }, text: '' }];
}
