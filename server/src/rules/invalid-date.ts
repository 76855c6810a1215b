import { replaceText } from '../edits/answer.ts';
import { rule } from '../lint/rule.ts';
import type { Text } from '../sheet/model.ts';
import { isDate, readDate } from '../text/dates.ts';

export const invalidDate = rule<Text>({
  code: 'invalid-date',
  severity: { default: 'error', strict: 'error' },
  hasSafeFixes: true,
  docs: {
    bad: `
      様式: SDS-4.0
      作成日: 令和5年10月4日
    `,
    good: `
      様式: SDS-4.0
      作成日: 2023-10-04
    `,
    ja: {
      title: '正しくない日付',
      what: '「作成日」が `YYYY-MM-DD` の形でない、または実在しない日のときに指摘します。',
      why: '書き方がまちまちな日付は、読み違えられたり、開示書の新旧を比べられなくなったりします。',
      fixes: '2023年10月4日、2023/10/4、令和5年10月4日、R5.10.4、全角の数字など、日付として読み取れるものを `YYYY-MM-DD` に直します。',
    },
    en: {
      title: 'Invalid date',
      what: 'Reports a 作成日 that is not written as `YYYY-MM-DD` or is no day of the calendar.',
      why: 'Dates in other notations are misread, and sheets cannot be compared by age.',
      fixes: 'Converts what can be read as a date (2023年10月4日, 2023/10/4, 令和5年10月4日, R5.10.4, full-width digits) to `YYYY-MM-DD`.',
    },
  },
  *check({ sheet }) {
    for (const { field, value } of sheet.header) {
      if (field.kind !== 'date' || !value || isDate(value.value.trim())) continue;
      const date = readDate(value.value, sheet.catalogue.dialect.eras);
      const args = { key: field.key, written: value.value.trim(), date: date ?? '' };
      yield { span: value.span, message: { key: date === undefined ? 'invalid-date.message' : 'invalid-date.notation', args }, data: value };
    }
  },
  fixes({ data }, { sheet }) {
    const date = readDate(data.value, sheet.catalogue.dialect.eras);
    return date === undefined ? [] : [
      { title: { key: 'fix.respell', args: { canonical: date } }, edits: [replaceText(sheet, data, date)], safe: true, preferred: true },
    ];
  },
});
