import type { Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { fill } from './answer.ts';
import { insertion, lineBreak } from './layout.ts';

/** Names the form that the sheet is filled in on. */
export function setForm(sheet: Sheet, id: string): Edit[] {
  if (sheet.formText) return [{ span: sheet.formText.span, text: id }];
  if (sheet.formKey) return fill(sheet, sheet.formKey, id);
  const key = sheet.catalogue.dialect.sheet.form.key;
  return [insertion(sheetStart(sheet).start, `${key}: ${id}${lineBreak(sheet)}`)];
}

/** The first line that is neither blank nor a comment, where the sheet begins. */
export function sheetStart(sheet: Sheet): Span {
  const line = sheet.lines.lines.find((one) => one.kind === 'entry');
  return line ? { start: line.start, end: line.value?.end ?? line.colon?.end ?? line.end } : { start: 0, end: 0 };
}
