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
  docs: {
    bad: `
      75: 該当
      75.9: はい
    `,
    good: `
      75: 該当
      75.1: はい
    `,
    ja: {
      title: '様式にない設問',
      what: '「回答」に、その様式にない設問番号や選択肢が書かれている箇所を指摘します。',
      why: 'どの設問への回答なのか分からず、本来の設問は未回答のまま残ります。',
      fixes: 'まだ書かれていない設問や選択肢のうち、近いものに書き換えます。',
    },
    en: {
      title: 'Unknown question',
      what: 'Reports a question number or an option under 回答 that the form does not have.',
      why: 'Nobody knows which question it answers, and the question that was meant stays unanswered.',
      fixes: 'Renames it to a near question or option that the sheet does not have yet.',
    },
  },
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
