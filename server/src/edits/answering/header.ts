import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { columnOf, contentEnd, insertion, lineBreak, lineEnd } from '../layout.ts';
import { setText, writeText } from '../text.ts';
import { some } from './answer.ts';

/** Writes a field of the header, which is added behind the field before it on the form when the sheet lacks it. */
export function setField(sheet: Sheet, key: string, text: string): Edit[] | undefined {
  const field = sheet.form!.header.find((one) => one.key === key);
  if (!field) return undefined;
  const entry = sheet.header.find((one) => one.field === field);
  if (entry) return some(setText(sheet, entry.key, entry.value, text, false));
  if (text.trim() === '') return [];
  const order = (one: { field: typeof field }): number => sheet.form!.header.indexOf(one.field);
  const before = sheet.header.filter((one) => order(one) < sheet.form!.header.indexOf(field)).sort((a, b) => order(b) - order(a))[0];
  const above = before?.key ?? sheet.formKey;
  const end = before ? contentEnd(sheet, before.span) : sheet.formText?.span.end ?? sheet.formKey?.span.end;
  if (!above || end === undefined || columnOf(sheet, above.span.start) !== 0) return undefined;
  return [insertion(lineEnd(sheet, end), `${lineBreak(sheet)}${field.key}:${writeText(sheet, text, { column: 0 })}`)];
}
