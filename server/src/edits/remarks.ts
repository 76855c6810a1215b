import type { Sheet } from '../sheet/model.ts';
import { isRemarkNumber } from '../sheet/remarks.ts';
import type { Edit } from '../sheet/notices.ts';
import { addToFlow, insertion } from './answer.ts';
import { columnOf, contentEnd, indentUnit, lineBreak, lineEnd } from './layout.ts';
import { writeScalar } from './scalar.ts';
import { writeText } from './text.ts';

/** @returns the number behind the highest one written in the table of remarks */
export function nextRemarkNumber(sheet: Sheet): string {
  const numbers = sheet.remarks.map((remark) => remark.id).filter(isRemarkNumber).map(Number);
  return String(Math.max(0, ...numbers) + 1);
}

/** Adds an entry at the end of the table of remarks, which is made when the sheet has none. */
export function addRemark(sheet: Sheet, key: string, text: string): Edit[] {
  const eol = lineBreak(sheet);
  const document = sheet.document.getText();
  const unit = indentUnit(sheet);
  const first = `${' '.repeat(unit)}${member(sheet, key, text, unit)}`;
  const last = sheet.remarks.at(-1);
  if (last && sheet.remarksSpan) {
    if (isRemarksFlow(sheet)) {
      const end = contentEnd(sheet, sheet.remarksSpan);
      const start = sheet.remarksKey!.span.end + document.slice(sheet.remarksKey!.span.end).search(/[{｛]/);
      return addToFlow(sheet, { start, end }, `${writeScalar(key, 'flow')}:${writeText(sheet, text, 'flow')}`);
    }
    const column = columnOf(sheet, sheet.remarks[0]!.key.span.start);
    return [insertion(lineEnd(sheet, contentEnd(sheet, last.span)), `${eol}${' '.repeat(column)}${member(sheet, key, text, column)}`)];
  }
  if (sheet.remarksKey) return [insertion(lineEnd(sheet, sheet.remarksKey.span.end), `${eol}${first}`)];
  const gap = document === '' || /[\r\n]$/.test(document) ? '' : eol;
  return [insertion(document.length, `${gap}${eol}${sheet.catalogue.dialect.sheet.remarks.key}:${eol}${first}${eol}`)];
}

/** @returns whether the table of remarks, which has entries, is written in braces */
export function isRemarksFlow(sheet: Sheet): boolean {
  return /[{｛]/.test(sheet.document.getText().slice(sheet.remarksKey!.span.end, sheet.remarks[0]!.key.span.start));
}

function member(sheet: Sheet, key: string, text: string, column: number): string {
  return `${writeScalar(key, 'block')}:${writeText(sheet, text, { column })}`;
}
