import { rule } from '../lint/rule.ts';
import type { Edit } from '../sheet/notices.ts';
import { noticed, rowsOf } from './notices.ts';

export const fullWidthPunctuation = rule<{ edits: Edit[] }>({
  code: 'full-width-punctuation',
  severity: { default: 'error', strict: 'error' },
  *check(context) {
    for (const notice of noticed(context, 'punctuation')) {
      const marks = notice.edits.map(({ span }) => context.sheet.document.getText().slice(span.start, span.end)).join('');
      const wide = [...new Set(marks.match(/[\u3000-\u303f\uff00-\uffef]/g) ?? [])].map((mark) => (mark === '\u3000' ? '␣' : mark));
      yield {
        span: notice.span,
        message: { key: 'full-width-punctuation.message', args: { marks: wide.join(' ') } },
        rows: rowsOf(notice),
        data: { edits: notice.edits },
      };
    }
  },
  fixes: ({ data }) => [{ title: { key: 'fix.half-width' }, edits: data.edits, safe: true, preferred: true }],
});
