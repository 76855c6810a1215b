import { optionId, type Form, type Row } from '../catalogue/form-index.ts';
import type { Message } from '../l10n/translate.ts';
import { columnOf, indentUnit, lineBreak, lineStart } from '../edits/layout.ts';
import { writeLike } from '../edits/scalar.ts';
import { rule, type Fix, type LintContext } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';
import type { Notice } from '../sheet/notices.ts';
import { fold } from '../text/fold.ts';
import { meaning, meant, nearest } from '../text/nearest.ts';
import { isSuspicious, withoutSuspicious } from '../text/suspicious.ts';
import { noticed } from './notices.ts';
import { optionMeant } from './option-meant.ts';

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
      fixes: 'まだ書かれていない設問や選択肢のうち、近いものに書き換えます。「設問番号/選択肢」のように1行に書かれた選択肢は、設問の下に移します。',
    },
    en: {
      title: 'Unknown question',
      what: 'Reports a question number or an option under 回答 that the form does not have.',
      why: 'Nobody knows which question it answers, and the question that was meant stays unanswered.',
      fixes: "Renames it to a near question or option that the sheet does not have yet. An option that is written with its question's number before it goes below the question.",
    },
  },
  *check(context) {
    for (const notice of noticed(context, 'unknown-question')) {
      if (isSuspicious(notice.written)) continue;
      yield {
        span: notice.span,
        message: messageOf(context.sheet, notice),
        rows: [notice.question === undefined ? notice.written : optionId(notice.question, notice.written)],
        data: notice,
      };
    }
  },
  fixes({ data }, context) {
    const { sheet } = context;
    // An option as output names it, or nearly so: no other question is near to that.
    const option = data.question === undefined ? optionMeant(sheet.form!, data.written) : undefined;
    if (option) return isFirstOf(option.parent!, data, context) ? belowItsQuestion(sheet, data, option) : [];
    const answered = answerInKey(sheet.form!, data);
    if (answered) return sheet.entryOf(answered.row) ? [] : [rename(data, answered.text, answered.text, true)];
    if (data.entry.end <= data.span.end && TEXT_BEHIND.test(data.written)) return [];
    const keys = candidates(sheet, data);
    const one = meant(data.written, keys);
    // What only resembles an id may well be another question's.
    return (one === undefined ? nearest(data.written, keys, 3) : [one]).map((key) => rename(data, key, writeLike(sheet.document.getText()[data.span.start]!, key), key === one));
  },
});

/** With nothing behind the key, what stands behind a number in it may be the answer, and is not to be lost. */
const TEXT_BEHIND = /\d[^\d\p{L}]*\p{L}{2}/u;

/** Options before it belong below the same question: what a fix of theirs writes, this one's would write again. */
function isFirstOf(question: Row, { span }: UnknownQuestion, context: LintContext): boolean {
  return !noticed(context, 'unknown-question').some((other) => other.question === undefined && other.span.start < span.start
    && optionMeant(context.sheet.form!, other.written)?.parent === question);
}

function messageOf(sheet: Sheet, { written, question }: UnknownQuestion): Message {
  const { form } = sheet;
  if (question !== undefined) return { key: 'unknown-question.option', args: { written, question } };
  const option = optionMeant(form!, written);
  if (option) return { key: 'unknown-question.option-id', args: { written, question: option.parent!.id, option: option.key } };
  const row = rowMeant(form!, written);
  if (row && sheet.entryOf(row)) return { key: 'unknown-question.written', args: { written, form: form!.id, row: row.id } };
  return { key: 'unknown-question.message', args: { written, form: form!.id } };
}

function rename({ span }: UnknownQuestion, key: string, text: string, preferred: boolean): Fix {
  return { title: { key: 'fix.rename-key', args: { key } }, edits: [{ span, text }], ...(preferred ? { preferred } : {}) };
}

const idMeant = new WeakMap<Form, (written: string) => string | undefined>();

/** The only question that a number can stand for, answered or not. */
function rowMeant(form: Form, written: string): Row | undefined {
  let find = idMeant.get(form);
  if (!find) idMeant.set(form, find = meaning(form.rows.filter((row) => row.kind !== 'option').map((row) => row.id)));
  const id = find(written);
  return id === undefined ? undefined : form.row(id);
}

/** @returns the row that a key means, though it does not spell it */
export function meantBy(form: Form, { written, question }: UnknownQuestion): Row | undefined {
  const seen = withoutSuspicious(written);
  const heading = question === undefined ? undefined : form.row(question);
  return heading ? form.option(heading, seen) : optionMeant(form, seen) ?? rowMeant(form, seen);
}

/** A number and an answer in one key, as a comma in braces leaves them. */
function answerInKey(form: Form, { written, span, entry }: UnknownQuestion): { row: Row; text: string } | undefined {
  const [, number, word] = /^([\d.\-]+)[^\d\p{L}]+(.+)/su.exec(fold(written)) ?? [];
  const row = number === undefined || entry.end > span.end ? undefined : form.row(number);
  const answer = row && form.word(row, word!);
  return answer && { row: row, text: `${row.key}: ${answer.word}` };
}

/** Only where the answer is on the same line, and the question has no options yet or ends on the line above. */
function belowItsQuestion(sheet: Sheet, { span, entry }: UnknownQuestion, option: Row): Fix[] {
  const { document } = sheet;
  const lineOf = (offset: number): number => document.positionAt(offset).line;
  const start = lineStart(sheet, span.start);
  const question = sheet.entryOf(option.parent!);
  if (lineOf(span.start) !== lineOf(entry.end) || document.getText().slice(start, span.start).trim() !== '' || sheet.entryOf(option)) return [];
  const fix = (from: number, text: string): Fix[] => [
    { title: { key: 'fix.below-question', args: { question: option.parent!.key } }, edits: [{ span: { start: from, end: span.end }, text }], preferred: true },
  ];
  if (!question) return fix(span.start, `${option.parent!.key}:${lineBreak(sheet)}${' '.repeat(columnOf(sheet, span.start) + indentUnit(sheet))}${option.key}`);
  const last = question.options.at(-1);
  if (question.shape !== 'block' || !last || lineOf(question.span.end) + 1 !== lineOf(span.start)) return [];
  return fix(start, ' '.repeat(columnOf(sheet, last.key.span.start)) + option.key);
}

/**
 * What the sheet does not have yet: a rename to anything else would only make a duplicate. Where a question is meant that
 * is answered, what can be meant are the questions below it, and only if its number is not at its end.
 */
function candidates(sheet: Sheet, { written, question, span }: UnknownQuestion): string[] {
  const form = sheet.form!;
  const heading = question === undefined ? undefined : form.row(question);
  const taken = heading ? undefined : rowMeant(form, written);
  const answered = taken && sheet.entryOf(taken) && taken;
  const below = /[.\-]$/.test(fold(written)) ? answered?.children : [];
  const rows: Row[] = heading ? heading.options : answered ? below! : form.rows;
  // A question that has options takes no word.
  const hasWord = sheet.answers.some((entry) => entry.key.span.start === span.start && entry.shape === 'word');
  return rows.filter((row) => (heading !== undefined || row.kind !== 'option') && !(hasWord && row.words.length === 0) && !sheet.entryOf(row)).map((row) => row.key);
}
