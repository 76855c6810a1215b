import { removeEntry } from '../edits/remove.ts';
import { rule } from '../lint/rule.ts';
import type { RemarkEntry } from '../sheet/model.ts';

export const unusedRemark = rule<RemarkEntry>({
  code: 'unused-remark',
  severity: { default: 'warning', strict: 'warning' },
  restsOnAbsence: true,
  *check({ sheet }) {
    const cited = new Set(sheet.answers.flatMap((entry) => entry.cites.map((cite) => cite.entry)));
    for (const remark of sheet.remarks) {
      if (cited.has(remark) || sheet.remark(remark.key.value) !== remark) continue;
      yield { span: remark.key.span, message: { key: 'unused-remark.message', args: { remark: remark.id } }, data: remark };
    }
  },
  fixes: ({ data }, { sheet }) => [
    { title: { key: 'fix.remove-remark', args: { remark: data.id } }, edits: removeEntry(sheet, data.key, data.span) },
  ],
});
