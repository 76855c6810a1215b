import { rule } from '../lint/rule.ts';
import { cutOffs } from '../sheet/cut-off.ts';
import type { Notice } from '../sheet/notices.ts';
import { nearest } from '../text/nearest.ts';
import { noticed, rowsOf } from './notices.ts';

export const unknownKey = rule<Extract<Notice, { kind: 'unknown-key' }>>({
  code: 'unknown-key',
  severity: { default: 'error', strict: 'error' },
  *check(context) {
    const lost = cutOffs(context.sheet);
    for (const notice of noticed(context, 'unknown-key')) {
      if (lost.some((cut) => cut.span.start === notice.span.start)) continue;
      yield {
        span: notice.span,
        message: { key: `unknown-key.${notice.place}`, args: { key: notice.key, known: notice.known.join('・') } },
        rows: rowsOf(notice),
        data: notice,
      };
    }
  },
  fixes: ({ data }) => nearest(data.key, data.known, 1).map((key) => ({
    title: { key: 'fix.rename-key', args: { key } }, edits: [{ span: data.span, text: key }], preferred: true,
  })),
});
