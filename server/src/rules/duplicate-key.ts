import { removeEntry } from '../edits/remove.ts';
import { rule } from '../lint/rule.ts';
import type { Notice } from '../sheet/notices.ts';
import { noticed, rowsOf } from './notices.ts';

export const duplicateKey = rule<Extract<Notice, { kind: 'duplicate' }>>({
  code: 'duplicate-key',
  severity: { default: 'error', strict: 'error' },
  *check(context) {
    for (const notice of noticed(context, 'duplicate')) {
      yield {
        span: notice.span,
        message: { key: 'duplicate-key.message', args: { key: notice.key } },
        rows: rowsOf(notice),
        related: [{ span: notice.first, message: { key: 'duplicate-key.first', args: { key: notice.key } } }],
        data: notice,
      };
    }
  },
  fixes: ({ data }, { sheet }) => [
    { title: { key: 'fix.remove-entry', args: { key: data.key } }, edits: removeEntry(sheet, { value: data.key, span: data.span, style: 'plain' }, data.entry) },
  ],
});
