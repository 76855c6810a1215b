import { rule } from '../lint/rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export const emptyRemark = rule<null>({
  code: 'empty-remark',
  severity: { default: 'warning', strict: 'error' },
  *check({ sheet }) {
    const { placeholders } = sheet.catalogue.dialect;
    const empty = (text: string | undefined): boolean => text === undefined || isPlaceholder(text, placeholders);
    for (const entry of sheet.answers) {
      if (!entry.remarkKey || !empty(entry.remark?.value)) continue;
      const args = { row: entry.id, key: sheet.catalogue.dialect.answer.remark.key, written: entry.remark?.value.trim() ?? '' };
      yield { span: (entry.remark ?? entry.remarkKey).span, message: { key: 'empty-remark.row', args }, rows: [entry.id], data: null };
    }
    for (const remark of sheet.remarks) {
      if (!empty(remark.text?.value)) continue;
      const args = { remark: remark.id, written: remark.text?.value.trim() ?? '' };
      yield { span: (remark.text ?? remark.key).span, message: { key: 'empty-remark.entry', args }, data: null };
    }
  },
});
