import { sortQuestions } from '../edits/sort.ts';
import { rule } from '../lint/rule.ts';

export const questionOrder = rule<null>({
  code: 'question-order',
  severity: { default: 'hint', strict: 'hint' },
  *check({ sheet }) {
    let latest = -1;
    let before = '';
    for (const entry of sheet.answers) {
      if (!entry.row || entry.question) continue;
      if (entry.row.order < latest) {
        yield { span: entry.key.span, message: { key: 'question-order.message', args: { row: entry.id, before } }, rows: [entry.id], data: null };
        return;
      }
      latest = entry.row.order;
      before = entry.id;
    }
  },
  fixes: (_draft, { sheet }) => [{ title: { key: 'fix.sort' }, edits: sortQuestions(sheet), preferred: true }],
});
