import { rule } from '../lint/rule.ts';
import type { Edit } from '../sheet/notices.ts';
import { spelledReferences } from './text-references.ts';
import { noticed, rowsOf } from './notices.ts';

/** What is written; white space that nobody sees is drawn where it is all that is wrong. */
function shown(written: string, canonical: string): string {
  return written.trim() === canonical ? written.replace(/\s/g, '␣') : written.trim();
}

export const spelling = rule<{ canonical: string; edits: Edit[] }>({
  code: 'spelling',
  severity: { default: 'info', strict: 'warning' },
  *check(context) {
    for (const notice of noticed(context, 'spelling')) {
      yield {
        span: notice.span,
        message: { key: 'spelling.message', args: { written: shown(notice.written, notice.canonical), canonical: notice.canonical } },
        rows: rowsOf(notice),
        data: { canonical: notice.canonical, edits: notice.edit ? [notice.edit] : [] },
      };
    }
    for (const { reference, span, written, rows } of spelledReferences(context.sheet)) {
      if (written === reference.canonical) continue;
      yield {
        span,
        message: { key: 'spelling.message', args: { written, canonical: reference.canonical } },
        rows,
        data: { canonical: reference.canonical, edits: [{ span, text: reference.canonical }] },
      };
    }
  },
  fixes: ({ data }) => [
    { title: { key: 'fix.respell', args: { canonical: data.canonical } }, edits: data.edits, safe: true, preferred: true },
  ],
});
