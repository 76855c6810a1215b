import type { Row } from '../catalogue/form-index.ts';
import { rule } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';
import type { Notice } from '../sheet/notices.ts';
import { nearest } from '../text/nearest.ts';
import { suspiciousCharacters } from '../text/suspicious.ts';
import { noticed } from './notices.ts';

export const unknownQuestion = rule<Extract<Notice, { kind: 'unknown-question' }>>({
  code: 'unknown-question',
  severity: { default: 'error', strict: 'error' },
  *check(context) {
    for (const notice of noticed(context, 'unknown-question')) {
      if (suspiciousCharacters(notice.written, false).length > 0) continue;
      const args = { written: notice.written, form: context.sheet.form!.id, question: notice.question ?? '' };
      yield {
        span: notice.span,
        message: { key: notice.question === undefined ? 'unknown-question.message' : 'unknown-question.option', args },
        rows: [notice.question === undefined ? notice.written : `${notice.question}/${notice.written}`],
        data: notice,
      };
    }
  },
  fixes: ({ data }, { sheet }) => nearest(data.written, candidates(sheet, data.question), 3).map((key, index) => ({
    title: { key: 'fix.rename-key', args: { key } }, edits: [{ span: data.span, text: key }], preferred: index === 0,
  })),
});

/** What the sheet does not have yet: a rename to anything else would only make a duplicate. */
function candidates(sheet: Sheet, question: string | undefined): string[] {
  const heading = question === undefined ? undefined : sheet.form!.row(question);
  const rows: Row[] = heading ? heading.options : sheet.form!.rows.filter((row) => row.kind !== 'option');
  return rows.filter((row) => !sheet.entryOf(row)).map((row) => row.key);
}
