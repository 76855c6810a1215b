import type { Sheet, Span } from '../sheet/model.ts';
import { highestRemarkNumber } from '../sheet/remarks.ts';
import type { Edit } from '../sheet/notices.ts';
import { addToFlow, bracesOf, collectionAround, hasValue } from './braces.ts';
import { columnOf, contentEnd, indentUnit, insertion, lineBreak, lineEnd } from './layout.ts';
import type { WriteText } from './move-text.ts';
import { writeKey } from './scalar.ts';
import { writeText } from './text.ts';

/** @returns the number behind the highest one that is written, which no row cites yet */
export function nextRemarkNumber(sheet: Sheet): string {
  return String(highestRemarkNumber(sheet) + 1n);
}

/**
 * Adds an entry at the end of the table of remarks, which is made when the sheet has none.
 * @param text quoted where YAML needs it, or how it is written
 * @param above comments, written as lines above it; none in braces
 * @returns nothing where the text cannot be written there
 */
export function addRemark(sheet: Sheet, key: string, text: string | WriteText, above: readonly string[] = []): Edit[] {
  const eol = lineBreak(sheet);
  const document = sheet.document.getText();
  const unit = indentUnit(sheet);
  const write: WriteText = typeof text === 'string' ? (place) => writeText(sheet, text, place) : text;
  const { punctuation, sheet: { remarks: { key: tableKey } } } = sheet.catalogue.dialect;
  const braces = tableBraces(sheet);
  const around = sheet.remarksKey || !sheet.formKey ? undefined : collectionAround(sheet, sheet.formKey.span);
  if (braces || around) {
    const written = write('flow');
    const member = `${writeKey(key, 'flow', punctuation)}:${written}`;
    if (written === undefined) return [];
    return braces ? addToFlow(sheet, braces, member) : addToFlow(sheet, around!, `${tableKey}: { ${member} }`);
  }
  if (sheet.remarksKey && sheet.remarks.length === 0 && hasValue(sheet, sheet.remarksKey.span, sheet.remarksSpan!)) return [];
  const last = sheet.remarks.at(-1);
  const column = last ? columnOf(sheet, sheet.remarks[0]!.key.span.start) : unit;
  const written = write({ column });
  if (written === undefined) return [];
  const first = [...above, `${writeKey(key, 'block', punctuation)}:${written}`].map((line) => ' '.repeat(column) + line).join(eol);
  if (last) return [insertion(lineEnd(sheet, contentEnd(sheet, last.span)), `${eol}${first}`)];
  if (sheet.remarksKey) return [insertion(lineEnd(sheet, sheet.remarksKey.span.end), `${eol}${first}`)];
  const gap = document === '' || /[\r\n]$/.test(document) ? '' : eol;
  return [insertion(document.length, `${gap}${eol}${tableKey}:${eol}${first}${eol}`)];
}

/** @returns whether the table of remarks is written in braces */
export function isRemarksFlow(sheet: Sheet): boolean {
  return tableBraces(sheet) !== undefined;
}

function tableBraces(sheet: Sheet): Span | undefined {
  return sheet.remarksKey && bracesOf(sheet, sheet.remarksKey.span);
}
