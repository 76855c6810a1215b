import { setForm, sheetStart } from '../edits/form-key.ts';
import { rule } from '../lint/rule.ts';
import { suppressionFor } from '../lint/suppressions.ts';
import type { Sheet } from '../sheet/model.ts';
import { wrongShape } from './wrong-shape.ts';

export const unknownForm = rule<null>({
  code: 'unknown-form',
  severity: { default: 'error', strict: 'error' },
  docs: {
    bad: `
      様式: SDS-4
      サービス名称: リモート保守サービス
    `,
    good: `
      様式: SDS-4.0
      サービス名称: リモート保守サービス
    `,
    ja: {
      title: '様式の指定がない・見つからない',
      what: '「様式」がない、または使える様式の名前でないときに指摘します。様式が決まらないうちは、様式によらない検査だけを行います。',
      why: '設問も回答の語も様式ごとに決まっているため、様式が分からなければ、どの設問への回答かも分かりません。',
      fixes: '使える様式の名前を「様式」に書きます。',
    },
    en: {
      title: 'Unknown form',
      what: 'Reports that 様式 is missing or names no form that is available. Until it does, only checks that need no form are made.',
      why: 'Questions and answers belong to a form: without it, nobody knows which question an answer is about.',
      fixes: 'Writes the name of an available form.',
    },
  },
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
    if (sheet.notices.some((notice) => notice.kind === 'syntax' || (notice.kind === 'shape' && notice.expected === 'map'))) return;
    if (sheet.formKey && shapeIsTold(sheet, key)) return;
    yield { span: sheet.formKey?.span ?? sheetStart(sheet), message: { key: 'unknown-form.missing', args: { key, forms } }, data: null };
  },
  fixes: (_draft, { sheet }) => sheet.catalogue.forms.map((form, index, all) => ({
    title: { key: 'fix.set-form', args: { form: form.id } }, edits: setForm(sheet, form.id), preferred: index === 0 && all.length === 1,
  })),
});

/** Whether 様式 is reported for its shape; where a comment asks not to, that no form is known is still said. */
function shapeIsTold(sheet: Sheet, key: string): boolean {
  return sheet.notices.some(({ kind, span, ...notice }) => kind === 'shape' && 'place' in notice && notice.place === key
    && !suppressionFor(sheet, wrongShape.code, sheet.document.positionAt(span.start).line));
}
