import type { Sheet } from '../sheet/model.ts';
import { isRemarkNumber } from '../sheet/remarks.ts';
import type { Edit } from '../sheet/notices.ts';
import { addToFlow, insertion } from './answer.ts';
import { columnOf, contentEnd, indentUnit, lineBreak, lineEnd } from './layout.ts';
import { writeScalar } from './scalar.ts';

/** @returns the number behind the highest one written in the table of remarks */
export function nextRemarkNumber(sheet: Sheet): string {
  const numbers = sheet.remarks.map((remark) => remark.id).filter(isRemarkNumber).map(Number);
  return String(Math.max(0, ...numbers) + 1);
}

/** Adds an entry at the end of the table of remarks, which is made when the sheet has none. */
export function addRemark(sheet: Sheet, key: string, text: string): Edit[] {
  const eol = lineBreak(sheet);
  const document = sheet.document.getText();
  const unit = ' '.repeat(indentUnit(sheet));
  const last = sheet.remarks.at(-1);
  if (last && sheet.remarksSpan) {
    const value = document.slice(sheet.remarksKey!.span.end, sheet.remarks[0]!.key.span.start);
    if (/[{｛]/.test(value)) {
      const end = contentEnd(sheet, sheet.remarksSpan);
      const start = sheet.remarksKey!.span.end + value.search(/[{｛]/);
      return addToFlow(sheet, { start, end }, `${writeScalar(key, 'flow')}: ${writeScalar(text, 'flow')}`);
    }
    const indent = ' '.repeat(columnOf(sheet, sheet.remarks[0]!.key.span.start));
    return [insertion(lineEnd(sheet, contentEnd(sheet, last.span)), `${eol}${indent}${member(key, text)}`)];
  }
  if (sheet.remarksKey) return [insertion(lineEnd(sheet, sheet.remarksKey.span.end), `${eol}${unit}${member(key, text)}`)];
  const gap = document === '' || /[\r\n]$/.test(document) ? '' : eol;
  return [insertion(document.length, `${gap}${eol}${sheet.catalogue.dialect.sheet.remarks.key}:${eol}${unit}${member(key, text)}${eol}`)];
}

function member(key: string, text: string): string {
  return text === '' ? `${writeScalar(key, 'block')}:` : `${writeScalar(key, 'block')}: ${writeScalar(text, 'block')}`;
}
