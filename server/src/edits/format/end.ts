import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { applyEdits } from '../../sheet/repair.ts';
import { insertion, lineBreak } from '../layout.ts';

/** What is wanted of a document's end; nothing where it is not said. */
export interface EndOptions {
  insertFinalNewline?: boolean;
  trimFinalNewlines?: boolean;
}

/**
 * Adds what the document's end needs.
 * @param edits all others
 * @returns all edits
 */
export function endEdits(sheet: Sheet, edits: Edit[], { insertFinalNewline, trimFinalNewlines }: EndOptions): Edit[] {
  const text = sheet.document.getText();
  const { lines } = sheet.lines;
  const last = lines.findLastIndex((line) => line.kind !== 'blank' && !(line.inside === 'block' && line.start === line.end));
  if (last < 0) return edits;
  const behind = lines[last + 1]?.start;
  if (trimFinalNewlines && behind !== undefined && behind < text.length) {
    return [...edits.filter(({ span }) => span.start < behind), { span: { start: behind, end: text.length }, text: '' }];
  }
  const closed = /(?:^|[\r\n])$/.test(applyEdits(text, edits).text);
  return insertFinalNewline && !closed ? [...edits, insertion(text.length, lineBreak(sheet))] : edits;
}
