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
  const anchors = lonelyAnchors(text, entry);
  if (collectionAround(sheet, key.span)) return [...removeFromFlow(sheet, { start: entry.start, end }), ...anchors];
  const indent = text.slice(start, key.span.start);
  if (indent.trim() !== '') return [];
  const last = lineEnd(sheet, end);
  const eol = lineBreak(sheet);
  const kept = keeps ? commentsIn(sheet, { start, end: last }) : [];
  const after = /^(?:\r\n|\n|\r)/.exec(text.slice(last))?.[0] ?? '';
  const replacement = kept.map((comment) => `${indent}${comment}`).join(eol);
  return [{ span: { start: questionStart(sheet, start), end: last + after.length }, text: replacement === '' ? '' : replacement + after }, ...anchors];
}

/** Takes away the anchors that nothing refers to once an entry is removed: before a text they would be taken for a part of it. */
function lonelyAnchors(text: string, { start, end }: Span): Edit[] {
  const above = text.slice(0, start);
  const below = text.slice(end);
  return [...text.slice(start, end).matchAll(/(?<=[\s,[{:])\*([^\s,[\]{}]+)/g)].flatMap(({ 1: name }) => {
    const anchor = above.lastIndexOf(`&${name} `);
    const isOne = anchor > 0 && /[\s,[{]/.test(text[anchor - 1]!) && ![above, below].some((one) => one.includes(`*${name}`));
    return isOne ? [{ span: { start: anchor, end: anchor + name!.length + 2 }, text: '' }] : [];
  });
}

/** @returns the comments on the lines of a key and its value; none in braces */
export function commentsOn(sheet: Sheet, key: Text, entry: Span): string[] {
  const start = lineStart(sheet, key.span.start);
  if (sheet.document.getText().slice(start, key.span.start).trim() !== '' || collectionAround(sheet, key.span)) return [];
  return commentsIn(sheet, { start, end: lineEnd(sheet, contentEnd(sheet, entry)) });
}

/** The lines of comments right above a key and at its column, which are about it. */
export interface CommentsAbove {
  /** As written, without the blank around them. */
  comments: string[];
  /** Takes them away. */
  removal: Edit[];
}

/** @returns those of a key that begins a line, but for the tool's own; none in braces */
export function commentsAbove(sheet: Sheet, { span }: Text): CommentsAbove {
  const { lines } = sheet.lines;
  const text = ({ start, end }: Span): string => sheet.document.getText().slice(start, end).trim();
  const { line } = sheet.document.positionAt(span.start);
  let first = line;
  for (let above = lines[line - 1]; above?.kind === 'comment' && above.indent === lines[line]!.indent && !text(above).startsWith(QUESTION_MARK); above = lines[first - 1]) first--;
  const start = lineStart(sheet, lines[first]!.start);
  return { comments: lines.slice(first, line).map(text), removal: first === line ? [] : [{ span: { start, end: lineStart(sheet, span.start) }, text: '' }] };
}

/** Where the question right above a line begins, or that line itself. */
function questionStart(sheet: Sheet, start: number): number {
  const { line } = sheet.document.positionAt(start);
  const above = toolComments(sheet).find(({ at, text }) => at === line - 1 && text.startsWith(QUESTION_MARK));
  return above ? above.line.start : start;
}
