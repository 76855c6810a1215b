import type { Sheet, Span, Text } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { commentsIn, contentEnd, lineBreak, lineEnd, lineStart } from './layout.ts';
import { toolComments } from './questions/lines.ts';
import { QUESTION_MARK } from './questions/texts.ts';

/**
 * Removes a key and its value. In a block its whole lines go, with the question right above them; other comments on them
 * stay as lines of their own. In braces the comma goes with it.
 */
export function removeEntry(sheet: Sheet, key: Text, entry: Span): Edit[] {
  const text = sheet.document.getText();
  const start = lineStart(sheet, key.span.start);
  const end = contentEnd(sheet, entry);
  const indent = text.slice(start, key.span.start);
  if (indent.trim() !== '') return [removeFromFlow(text, { start: entry.start, end })];
  const last = lineEnd(sheet, end);
  const eol = lineBreak(sheet);
  const kept = commentsIn(sheet, { start, end: last });
  const after = /^(?:\r\n|\n|\r)/.exec(text.slice(last))?.[0] ?? '';
  const replacement = kept.map((comment) => `${indent}${comment}`).join(eol);
  return [{ span: { start: questionStart(sheet, start), end: last + after.length }, text: replacement === '' ? '' : replacement + after }];
}

/** Where the question right above a line begins, or that line itself. */
function questionStart(sheet: Sheet, start: number): number {
  const { line } = sheet.document.positionAt(start);
  const above = toolComments(sheet).find(({ at, text }) => at === line - 1 && text.startsWith(QUESTION_MARK));
  return above ? above.line.start : start;
}

function removeFromFlow(text: string, entry: Span): Edit {
  const before = /[,，、][\s\u3000]*$/.exec(text.slice(0, entry.start));
  if (before) {
    const blank = /^[ \t\u3000]*(?=[,，、])/.exec(text.slice(entry.end))?.[0].length ?? 0;
    return { span: { start: before.index, end: entry.end + blank }, text: '' };
  }
  const after = /^[\s\u3000]*[,，、][\s\u3000]*/.exec(text.slice(entry.end));
  return { span: { start: entry.start, end: entry.end + (after?.[0].length ?? 0) }, text: '' };
}
