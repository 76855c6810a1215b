import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { blockSign } from './block-text.ts';
import { brokenLines } from './broken.ts';
import { unitOf } from './unit.ts';

/**
 * Indents a line that was just begun: below an empty key what belongs to it, behind an answer the next row, in a block text
 * the text.
 * @param at the line's index
 * @param tabSize columns to indent by in a sheet that has no indentation of its own yet
 * @returns nothing for a line that has text already, and where more than one column makes sense
 */
export function indentNewLine(sheet: Sheet, at: number, tabSize: number): Edit[] {
  const line = sheet.lines.lines[at];
  const blank = line && sheet.document.getText().slice(line.start, line.end);
  if (!line || !/^[ \t]*$/.test(blank!)) return [];
  const column = columnOf(sheet, at, tabSize);
  return column === undefined || blank === ' '.repeat(column) ? [] : [{ span: { start: line.start, end: line.end }, text: ' '.repeat(column) }];
}

function columnOf(sheet: Sheet, at: number, tabSize: number): number | undefined {
  const { lines } = sheet.lines;
  const text = sheet.document.getText();
  const above = lines[at - 1];
  if (!above || above.kind === 'blank' || brokenLines(sheet).has(at - 1)) return undefined;
  if (above.kind === 'rest') return above.inside === 'block' ? /^ */.exec(text.slice(above.start, above.end))![0].length : undefined;
  if (above.kind !== 'entry') return above.indent;
  const isBlock = blockSign(sheet, above) !== undefined;
  if (above.value && !isBlock) return lines[at]!.inside === undefined ? above.indent : undefined;
  // A field of the header is left empty as often as it is filled in below.
  if (!above.colon || (above.role === 'sheet' && !isBlock && above.valueRole !== 'answers' && above.valueRole !== 'remarks')) return undefined;
  const next = lines.slice(at + 1).find((line) => line.start < line.end);
  return next && next.kind !== 'comment' && next.indent > above.indent ? next.indent : above.indent + unitOf(sheet, tabSize);
}
