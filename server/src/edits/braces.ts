import type { Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { commentsOf, piecesOf } from '../sheet/pieces.ts';
import { behindProperties } from '../sheet/plain.ts';
import { behindColon, columnOf, contentEnd, insertion, lineBreak, lineEnd, lineStart } from './layout.ts';

/** A key with what is written behind it. */
export interface Member {
  key: { span: Span };
  span: Span;
}

/** @returns the innermost brackets or braces that hold `span`, with both of them */
export function collectionAround(sheet: Sheet, span: Span): Span | undefined {
  return piecesOf(sheet).collections.findLast(({ start, end }) => start < span.start && span.end < end);
}

/** @returns the braces that are the value of a key, with both of them */
export function bracesOf(sheet: Sheet, key: Span): Span | undefined {
  const colon = behindColon(sheet, key.end);
  if (colon === undefined) return undefined;
  const value = firstContent(sheet, colon);
  const start = behindProperties(sheet.document.getText(), value, lineEnd(sheet, value));
  return piecesOf(sheet).collections.find((one) => one.start === start && /[{｛]/.test(sheet.document.getText()[start]!));
}

/** @returns whether a key has a value that is neither blank nor comment */
export function hasValue(sheet: Sheet, key: Span, entry: Span): boolean {
  const colon = behindColon(sheet, key.end);
  return colon !== undefined && firstContent(sheet, colon) < entry.end;
}

/** @returns the end of what is written of a member: its value, or the colon that nothing stands behind */
export function memberEnd(sheet: Sheet, { key, span }: Member): number {
  return Math.max(contentEnd(sheet, span), behindColon(sheet, key.span.end) ?? 0);
}

/** Adds a member before the closing brace or bracket, and before the comments that stand there. */
export function addToFlow(sheet: Sheet, span: Span, member: string): Edit[] {
  const end = lastContent(sheet, span);
  if (end === span.start + 1) return [insertion(end, ` ${member} `)];
  return [insertion(end, `${/[,，、]/.test(sheet.document.getText()[end - 1]!) ? '' : ','} ${member}`)];
}

/**
 * Adds members behind another one, each on a line of its own where that one has its own.
 * @param above none: before all others
 */
export function addBehind(sheet: Sheet, span: Span, above: Member | undefined, members: string[]): Edit[] {
  const text = sheet.document.getText();
  if (lastContent(sheet, span) === span.start + 1) return addToFlow(sheet, span, members.join(', '));
  const first = above?.span.start ?? firstContent(sheet, span.start + 1);
  const end = above ? memberEnd(sheet, above) : span.start + 1;
  const next = firstContent(sheet, end);
  const comma = above && isComma(text[next]) ? next + 1 : undefined;
  const behind = comma ?? end;
  const line = lineEnd(sheet, behind);
  const hasLine = text.slice(lineStart(sheet, first), first).trim() === '' && line < span.end && firstContent(sheet, behind) > line;
  const separator = hasLine ? `,${lineBreak(sheet)}${' '.repeat(columnOf(sheet, first))}` : ', ';
  const added = members.join(separator);
  if (!above) return [insertion(hasLine ? line : behind, hasLine ? `${separator.slice(1)}${added},` : ` ${added},${spaceAt(text, behind)}`)];
  const isLast = firstContent(sheet, behind) === span.end - 1;
  if (hasLine) return [...(comma ? [] : [insertion(end, ',')]), insertion(line, `${separator.slice(1)}${added}${comma && !isLast ? ',' : ''}`)];
  return comma && isLast ? addToFlow(sheet, span, added) : [insertion(end, `, ${added}`)];
}

/** Removes a member with the comma before or behind it. Comments stay; a line that nothing is left on goes. */
export function removeFromFlow(sheet: Sheet, { start, end }: Span): Edit[] {
  const text = sheet.document.getText();
  const entry = { start, end: behindColon(sheet, end) ?? end };
  const next = firstContent(sheet, entry.end);
  if (isComma(text[next])) return asLine(sheet, entry, { start: next, end: next + 1 });
  const around = collectionAround(sheet, entry);
  const before = around ? lastContent(sheet, { start: around.start, end: entry.start + 1 }) : entry.start;
  if (!isComma(text[before - 1])) return asLine(sheet, entry, undefined);
  const between = text.slice(before, entry.start);
  if (between.trim() === '') return [{ span: { start: before - 1, end: entry.end }, text: '' }];
  return [{ span: { start: before - 1, end: before }, text: '' }, ...asLine(sheet, entry, undefined)];
}

/** What must stand before a key that has no space before it. */
export function spaceAt(text: string, offset: number): string {
  return /^\s/.test(text.slice(offset)) ? '' : ' ';
}

/** Takes an entry and its comma away, with the blank that would be left. */
function asLine(sheet: Sheet, entry: Span, comma: Span | undefined): Edit[] {
  const text = sheet.document.getText();
  if (comma && text.slice(entry.end, comma.start).trim() !== '') return [{ span: entry, text: '' }, { span: comma, text: '' }];
  const end = comma?.end ?? entry.end;
  const line = lineStart(sheet, entry.start);
  const last = lineEnd(sheet, end);
  const isFirst = /^[ \t\u3000]*$/.test(text.slice(line, entry.start));
  if (isFirst && text.slice(end, last).trim() === '') {
    const breaks = /^(?:\r\n|\n|\r)/.exec(text.slice(last, last + 2))?.[0].length ?? 0;
    return [{ span: { start: line, end: last + breaks }, text: '' }];
  }
  const blank = (isFirst ? /^[ \t\u3000]*/ : /^[ \t\u3000]*(?!#)/).exec(text.slice(end))?.[0].length ?? 0;
  return [{ span: { start: entry.start, end: end + (comma || isFirst || /\s/.test(text[entry.start - 1]!) ? blank : 0) }, text: '' }];
}

/** @returns where something begins at or behind an offset that is neither blank nor comment */
export function firstContent(sheet: Sheet, from: number): number {
  const text = sheet.document.getText();
  for (let at = from; ;) {
    at += /^[\s\u3000]*/.exec(text.slice(at))![0].length;
    const comment = commentsOf(sheet).find(({ start }) => start === at);
    if (!comment) return at;
    at = comment.end;
  }
}

/** The end of what stands before a closing brace and is neither blank nor comment; behind the opening one where there is nothing. */
function lastContent(sheet: Sheet, { start, end }: Span): number {
  const text = sheet.document.getText();
  for (let at = end - 1; ;) {
    at = start + 1 + text.slice(start + 1, at).trimEnd().length;
    const comment = commentsOf(sheet).find((one) => one.start > start && one.start < at && at <= one.end);
    if (!comment) return at;
    at = comment.start;
  }
}

function isComma(char: string | undefined): boolean {
  return char !== undefined && /[,，、]/.test(char);
}
