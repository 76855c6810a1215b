import type { Sheet, Span, Text } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { collectionAround, removeFromFlow } from './braces.ts';
import { commentsIn, contentEnd, lineBreak, lineEnd, lineStart } from './layout.ts';
import { toolComments } from './questions/lines.ts';
import { QUESTION_MARK } from './questions/texts.ts';

/**
 * Removes a key and its value. In a block its whole lines go, with the question right above them; other comments on them
 * stay as lines of their own. In braces the comma goes with it.
 * @param keeps false where its comments are written elsewhere
 */
export function removeEntry(sheet: Sheet, key: Text, entry: Span, keeps = true): Edit[] {
  const text = sheet.document.getText();
  const start = lineStart(sheet, key.span.start);
  const end = contentEnd(sheet, entry);
  if (collectionAround(sheet, key.span)) return removeFromFlow(sheet, { start: entry.start, end });
  const indent = text.slice(start, key.span.start);
  if (indent.trim() !== '') return [];
  const last = lineEnd(sheet, end);
  const eol = lineBreak(sheet);
  const kept = keeps ? commentsIn(sheet, { start, end: last }) : [];
  const after = /^(?:\r\n|\n|\r)/.exec(text.slice(last))?.[0] ?? '';
  const replacement = kept.map((comment) => `${indent}${comment}`).join(eol);
  return [{ span: { start: questionStart(sheet, start), end: last + after.length }, text: replacement === '' ? '' : replacement + after }];
}

/** @returns the comments on the lines of a key and its value; none in braces */
export function commentsOn(sheet: Sheet, key: Text, entry: Span): string[] {
  const start = lineStart(sheet, key.span.start);
  if (sheet.document.getText().slice(start, key.span.start).trim() !== '') return [];
  return commentsIn(sheet, { start, end: lineEnd(sheet, contentEnd(sheet, entry)) });
}

/** Where the question right above a line begins, or that line itself. */
function questionStart(sheet: Sheet, start: number): number {
  const { line } = sheet.document.positionAt(start);
  const above = toolComments(sheet).find(({ at, text }) => at === line - 1 && text.startsWith(QUESTION_MARK));
  return above ? above.line.start : start;
}
