import type { HeaderField } from '../catalogue/form-index.ts';
import { addBehind, collectionAround } from '../edits/braces.ts';
import { contentEnd, insertion, lineBreak, lineEnd } from '../edits/layout.ts';
import { rule } from '../lint/rule.ts';
import { losesText } from '../sheet/cut-off.ts';
import type { Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { misshapen } from './notices.ts';
import { isMistyped } from './unknown-key.ts';

export const missingField = rule<{ key: string; field?: HeaderField }>({
  code: 'missing-field',
  severity: { default: 'warning', strict: 'error' },
  docs: {
    bad: `
      様式: SDS-4.0
      作成日: 2023-10-04
      サービス事業者: サンプル株式会社
      バージョン: 1.1
      回答:
        3: はい
    `,
    good: `
      様式: SDS-4.0
      作成日: 2023-10-04
      サービス事業者: サンプル株式会社
      サービス名称: リモート保守サービス
      バージョン: 1.1
      回答:
        3: はい
    `,
    ja: {
      title: '必須の項目がない',
      what: '様式で必須の見出し項目（作成日、サービス名称など）がない、または空のときと、「回答」がないときに指摘します。',
      why: '誰の、どのサービスの、いつの開示書かが分からなければ、受け取った医療機関は使うことができません。',
      fixes: '足りない項目を、様式の順の位置に空のまま追加します。',
    },
    en: {
      title: 'Missing field',
      what: 'Reports a field of the header that the form demands (作成日, サービス名称, …) and that is missing or empty, and a sheet without 回答.',
      why: 'A hospital cannot use a sheet that does not say whose it is, of which service and of which date.',
      fixes: 'Adds the field, empty, where the form has it.',
    },
  },
  restsOnAbsence: true,
  *check(context) {
    const { sheet } = context;
    if (!sheet.form) return;
    for (const field of sheet.form.header) {
      if (!field.required || isMistyped(context, field.key)) continue;
      const entry = sheet.header.find((one) => one.field === field);
      if (entry && (entry.value || misshapen(sheet, entry.span) || losesText(sheet, entry.key))) continue;
      const key = entry ? 'missing-field.empty' : 'missing-field.absent';
      yield { span: entry?.key.span ?? sheet.formText!.span, message: { key, args: { key: field.key } }, data: entry ? { key: '' } : { key: field.key, field } };
    }
    const { key } = sheet.catalogue.dialect.sheet.answers;
    if (sheet.answersKey || isMistyped(context, key)) return;
    yield { span: sheet.formText!.span, message: { key: 'missing-field.absent', args: { key } }, data: { key } };
  },
  fixes: ({ data }, { sheet }) => (data.key === '' ? [] : [
    { title: { key: 'fix.insert-key', args: { key: data.key } }, edits: insertField(sheet, data.key, data.field), preferred: true },
  ]),
});

/** Behind the header field that the form prints before it; 回答 behind them all. */
function insertField(sheet: Sheet, key: string, field: HeaderField | undefined): Edit[] {
  const fields = sheet.form!.header;
  const before = new Set(field ? fields.slice(0, fields.indexOf(field)) : fields);
  const form = { key: sheet.formKey!, span: { start: sheet.formKey!.span.start, end: sheet.formText!.span.end } };
  const above = [form, ...sheet.header.filter((entry) => before.has(entry.field))].reduce((last, one) => (one.span.end > last.span.end ? one : last));
  const braces = collectionAround(sheet, form.span);
  if (braces) return addBehind(sheet, braces, above, [`${key}: `]);
  return [insertion(lineEnd(sheet, contentEnd(sheet, above.span)), `${field ? '' : lineBreak(sheet)}${lineBreak(sheet)}${key}:`)];
}
