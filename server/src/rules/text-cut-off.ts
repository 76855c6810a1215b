import { rule } from '../lint/rule.ts';
import { cutOffs, type CutOff } from '../sheet/cut-off.ts';

export const textCutOff = rule<CutOff>({
  code: 'text-cut-off',
  severity: { default: 'warning', strict: 'error' },
  *check({ sheet }) {
    for (const cut of cutOffs(sheet)) {
      const args = { text: sheet.document.getText().slice(cut.span.start, cut.span.end) };
      yield { span: cut.span, message: { key: `text-cut-off.${cut.cause}`, args }, data: cut };
    }
  },
  fixes: ({ data }) => [{ title: { key: data.cause === 'list' ? 'fix.make-list' : 'fix.quote' }, edits: [data.edit], preferred: true }],
});
