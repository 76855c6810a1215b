import { rule } from '../lint/rule.ts';
import { isDate } from '../text/dates.ts';

export const futureDate = rule<null>({
  code: 'future-date',
  severity: { default: 'info', strict: 'warning' },
  *check({ sheet, today }) {
    if (today === undefined) return;
    for (const { field, value } of sheet.header) {
      if (field.kind !== 'date' || !value || !isDate(value.value) || value.value <= today) continue;
      yield { span: value.span, message: { key: 'future-date.message', args: { key: field.key, written: value.value, today } }, data: null };
    }
  },
});
