import type { Row } from '../catalogue/form-index.ts';
import { columnOf, indentUnit, lineBreak, lineStart } from '../edits/layout.ts';
import { rule, type Fix } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';
import type { Notice } from '../sheet/notices.ts';
import { meant, nearest } from '../text/nearest.ts';
import { suspiciousCharacters } from '../text/suspicious.ts';
import { noticed } from './notices.ts';

type UnknownQuestion = Extract<Notice, { kind: 'unknown-question' }>;

export const unknownQuestion = rule<UnknownQuestion>({
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
      const option = notice.question === undefined ? optionOf(context.sheet, notice.written) : undefined;
      const args = { written: notice.written, form: context.sheet.form!.id, question: notice.question ?? option?.parent?.id ?? '', option: option?.key ?? '' };
      yield {
        span: notice.span,
        message: { key: option ? 'unknown-question.option-id' : notice.question === undefined ? 'unknown-question.message' : 'unknown-question.option', args },
        rows: [notice.question === undefined ? notice.written : `${notice.question}/${notice.written}`],
        data: notice,
      };
    }
  },
  fixes({ data }, { sheet }) {
    // The whole id of an option, as output names it: no other question is near to that.
    const option = data.question === undefined ? optionOf(sheet, data.written) : undefined;
    if (option) return belowItsQuestion(sheet, data, option);
    const keys = candidates(sheet, data.question);
    const one = meant(data.written, keys);
    return (one === undefined ? nearest(data.written, keys, 3) : [one]).map((key) => ({
      // What only resembles an id may well be another question's.
      title: { key: 'fix.rename-key', args: { key } }, edits: [{ span: data.span, text: key }], ...(key === one ? { preferred: true } : {}),
    }));
  },
});

/** The option whose whole id, as output names it, stands where a question's number belongs. */
function optionOf(sheet: Sheet, written: string): Row | undefined {
  const row = sheet.form!.row(written);
  return row?.kind === 'option' ? row : undefined;
}

/** Only where the question has no options yet, and the answer is on the same line. */
function belowItsQuestion(sheet: Sheet, { span, entry }: UnknownQuestion, option: Row): Fix[] {
  const { document } = sheet;
  const oneLine = document.positionAt(span.start).line === document.positionAt(entry.end).line;
  const column = columnOf(sheet, span.start);
  const inBlock = document.getText().slice(lineStart(sheet, span.start), span.start).trim() === '';
  if (!oneLine || !inBlock || sheet.entryOf(option.parent!)) return [];
  const text = `${option.parent!.key}:${lineBreak(sheet)}${' '.repeat(column + indentUnit(sheet))}${option.key}`;
  return [{ title: { key: 'fix.below-question', args: { question: option.parent!.key } }, edits: [{ span, text }], preferred: true }];
}

/** What the sheet does not have yet: a rename to anything else would only make a duplicate. */
function candidates(sheet: Sheet, question: string | undefined): string[] {
  const heading = question === undefined ? undefined : sheet.form!.row(question);
  const rows: Row[] = heading ? heading.options : sheet.form!.rows.filter((row) => row.kind !== 'option');
  return rows.filter((row) => !sheet.entryOf(row)).map((row) => row.key);
}
