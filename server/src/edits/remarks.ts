import type { Sheet, Span } from '../sheet/model.ts';
import { isRemarkNumber } from '../sheet/remarks.ts';
import type { Edit } from '../sheet/notices.ts';
import { addToFlow, insertion } from './answer.ts';
import { behindColon, columnOf, contentEnd, indentUnit, lineBreak, lineEnd } from './layout.ts';
import type { WriteText } from './move-text.ts';
import { writeKey } from './scalar.ts';
import { writeText } from './text.ts';

/** @returns the number behind the highest one written in the table of remarks */
export function nextRemarkNumber(sheet: Sheet): string {
  const numbers = sheet.remarks.map((remark) => remark.id).filter(isRemarkNumber).map(Number);
  return String(Math.max(0, ...numbers) + 1);
}

/**
 * Adds an entry at the end of the table of remarks, which is made when the sheet has none.
 * @param text quoted where YAML needs it, or how it is written
 * @returns nothing where the text cannot be written there
 */
export function addRemark(sheet: Sheet, key: string, text: string | WriteText): Edit[] {
  const eol = lineBreak(sheet);
  const document = sheet.document.getText();
  const unit = indentUnit(sheet);
  const write: WriteText = typeof text === 'string' ? (place) => writeText(sheet, text, place) : text;
  const braces = bracesOf(sheet);
  if (braces) {
    const written = write('flow');
    return written === undefined ? [] : addToFlow(sheet, braces, `${writeKey(key, 'flow', sheet.catalogue.dialect.punctuation)}:${written}`);
  }
  const last = sheet.remarks.at(-1);
  const column = last ? columnOf(sheet, sheet.remarks[0]!.key.span.start) : unit;
  const written = write({ column });
  if (written === undefined) return [];
  const first = `${' '.repeat(column)}${writeKey(key, 'block', sheet.catalogue.dialect.punctuation)}:${written}`;
  if (last) return [insertion(lineEnd(sheet, contentEnd(sheet, last.span)), `${eol}${first}`)];
  if (sheet.remarksKey) return [insertion(lineEnd(sheet, sheet.remarksKey.span.end), `${eol}${first}`)];
  const gap = document === '' || /[\r\n]$/.test(document) ? '' : eol;
  return [insertion(document.length, `${gap}${eol}${sheet.catalogue.dialect.sheet.remarks.key}:${eol}${first}${eol}`)];
}

/** @returns whether the table of remarks is written in braces */
export function isRemarksFlow(sheet: Sheet): boolean {
  return bracesOf(sheet) !== undefined;
}

/** From the table's opening brace to what is behind the closing one. */
function bracesOf(sheet: Sheet): Span | undefined {
  const { remarksKey, remarksSpan } = sheet;
  if (!remarksKey || !remarksSpan) return undefined;
  const colon = behindColon(sheet, remarksKey.span.end) ?? remarksKey.span.end;
  const end = contentEnd(sheet, remarksSpan);
  // Comments may stand before it.
  const before = /^(?:[\s\u3000]|#[^\r\n]*)*(?=[{｛])/.exec(sheet.document.getText().slice(colon, end));
  return before ? { start: colon + before[0].length, end } : undefined;
}
