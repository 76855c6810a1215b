import { rule } from '../lint/rule.ts';
import { isDate } from '../text/dates.ts';

export const futureDate = rule<null>({
  code: 'future-date',
  severity: { default: 'info', strict: 'warning' },
  docs: {
    bad: `
      様式: SDS-4.0
      作成日: 2123-10-04
    `,
    good: `
      様式: SDS-4.0
      作成日: 2023-10-04
    `,
    ja: {
      title: '今日より後の日付',
      what: '「作成日」が今日より後の日のときに指摘します。',
      why: '年の打ち間違いのことが多く、いつの状態を述べた開示書なのかが分からなくなります。',
    },
    en: {
      title: 'Future date',
      what: 'Reports a 作成日 that is later than today.',
      why: 'It is often a mistyped year, and leaves open of what time the sheet speaks.',
    },
  },
  *check({ sheet, today }) {
    if (today === undefined) return;
    for (const { field, value } of sheet.header) {
      const written = value?.value.trim() ?? '';
      if (field.kind !== 'date' || !value || !isDate(written) || written <= today) continue;
      yield { span: value.span, message: { key: 'future-date.message', args: { key: field.key, written, today } }, data: null };
    }
  },
});
