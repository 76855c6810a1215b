import { rule } from '../lint/rule.ts';
import type { Text } from '../sheet/model.ts';
import { isDate, readDate } from '../text/dates.ts';

export const invalidDate = rule<Text>({
  code: 'invalid-date',
  severity: { default: 'error', strict: 'error' },
  *check({ sheet }) {
    for (const { field, value } of sheet.header) {
      if (field.kind !== 'date' || !value || isDate(value.value)) continue;
      yield { span: value.span, message: { key: 'invalid-date.message', args: { key: field.key, written: value.value } }, data: value };
    }
  },
  fixes({ data }, { sheet }) {
    const date = readDate(data.value, sheet.catalogue.dialect.eras);
    return date === undefined ? [] : [
      { title: { key: 'fix.respell', args: { canonical: date } }, edits: [{ span: data.span, text: date }], safe: true, preferred: true },
    ];
  },
});
