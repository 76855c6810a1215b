import { fill, insertion } from '../edits/answer.ts';
import { lineBreak } from '../edits/layout.ts';
import { rule } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';

export const unknownForm = rule<null>({
  code: 'unknown-form',
  severity: { default: 'error', strict: 'error' },
  unsuppressible: true,
  *check({ sheet }) {
    if (sheet.form) return;
    const key = sheet.catalogue.dialect.sheet.form.key;
    const forms = sheet.catalogue.forms.map((form) => form.id).join(' / ');
    if (sheet.formText) {
      yield { span: sheet.formText.span, message: { key: 'unknown-form.unknown', args: { written: sheet.formText.value, forms } }, data: null };
      return;
    }
    // What cannot be read may hold it, and what is no map cannot.
    if (sheet.notices.some((notice) => notice.kind === 'syntax' || (notice.kind === 'shape' && notice.place === 'sheet'))) return;
    yield { span: sheet.formKey?.span ?? firstLine(sheet), message: { key: 'unknown-form.missing', args: { key, forms } }, data: null };
  },
  fixes: (_draft, { sheet }) => sheet.catalogue.forms.map((form, index, all) => ({
    title: { key: 'fix.set-form', args: { form: form.id } }, edits: setForm(sheet, form.id), preferred: index === 0 && all.length === 1,
  })),
});

function setForm(sheet: Sheet, id: string): Edit[] {
  if (sheet.formText) return [{ span: sheet.formText.span, text: id }];
  if (sheet.formKey) return fill(sheet, sheet.formKey, id);
  const key = sheet.catalogue.dialect.sheet.form.key;
  return [insertion(firstLine(sheet).start, `${key}: ${id}${lineBreak(sheet)}`)];
}

/** The first line that is neither blank nor a comment, where the sheet begins. */
function firstLine(sheet: Sheet): { start: number; end: number } {
  const line = sheet.lines.lines.find((one) => one.kind === 'entry');
  return line ? { start: line.start, end: line.end } : { start: 0, end: 0 };
}
