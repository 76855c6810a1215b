import type { Row } from '../catalogue/form-index.ts';
import { setAnswer } from '../edits/answer.ts';
import { insertRows } from '../edits/rows.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import type { AnswerEntry } from '../sheet/model.ts';
import { listed } from '../l10n/translate.ts';
import { expects, noticed } from './notices.ts';
import { isMistyped } from './unknown-key.ts';
import { meantBy } from './unknown-question.ts';

type Missing = { entry: AnswerEntry } | { rows: Row[] };

/** How many rows a message names, and for how many a fix of their own is offered. */
const NAMED = 8;
const OFFERED = 5;

export const missingAnswer = rule<Missing>({
  code: 'missing-answer',
  severity: { default: 'warning', strict: 'error' },
  docs: {
    bad: `
      76:
    `,
    good: `
      76: はい
    `,
    ja: {
      title: '回答のない設問',
      what: '回答が必要な設問に回答がないときに指摘します。設問だけが書かれていればその設問で、設問も書かれていなければ「回答」でまとめて指摘します。'
        + '「非該当」の設問の下位などの対象外の設問は、省略できます。ほかの回答が決まるまで必要かどうか分からない設問は、指摘しません。',
      why: '空欄のままでは、対策がないのか書き忘れなのかを、読む人が判断できません。',
      fixes: '書かれている設問には、使える語の1つを書きます。書かれていない設問は、1件ずつ、またはすべてを、様式の順の位置に空のまま追加します。',
    },
    en: {
      title: 'Missing answer',
      what: 'Reports a question that needs an answer and has none: on the question where it is written, or else on 回答, once for all of them. '
        + 'Questions that do not apply, as below one that is 非該当, may be left out; those that depend on an open answer are not reported.',
      why: 'A blank does not tell a reader whether a measure is missing or was forgotten.',
      fixes: 'Writes one of the words for a question that is there. Questions that are not there are added, one or all, empty, where the form has them.',
    },
  },
  restsOnAbsence: true,
  *check(context) {
    const { sheet } = context;
    if (!sheet.form || !sheet.answersKey || expects(sheet, 'answers')) return;
    const absent: Row[] = [];
    // What is there under a mistyped key is reported for the key.
    const mistyped = new Set(noticed(context, 'unknown-question').map((notice) => meantBy(sheet.form!, notice)));
    for (const row of sheet.form.rows) {
      if (row.words.length === 0 || context.applicability.applies(row).value !== true) continue;
      const entries = sheet.entriesOf(row);
      if (entries.length === 0) {
        if (answerable(context, row) && !mistyped.has(row)) absent.push(row);
        continue;
      }
      for (const entry of entries) {
        if (entry.word || entry.shape === 'other' || isMistyped(context, sheet.catalogue.dialect.answer.word.key, entry.span)) continue;
        const span = (entry.wordKey ?? entry.key).span;
        yield { span, message: { key: 'missing-answer.empty', args: { row: row.id } }, rows: [row.id], data: { entry } };
      }
    }
    if (absent.length === 0) return;
    const named = listed(absent.slice(0, NAMED).map((row) => row.id));
    yield {
      span: sheet.answersKey.span,
      message: { key: 'missing-answer.absent', args: { rows: named, more: Math.max(0, absent.length - NAMED), count: absent.length } },
      rows: absent.map((row) => row.id),
      data: { rows: absent },
    };
  },
  fixes({ data }, { sheet }) {
    if ('entry' in data) {
      const { entry } = data;
      return entry.row!.words.map((word) => ({
        title: { key: 'fix.set-answer', args: { word: word.word, row: entry.id } }, edits: setAnswer(sheet, entry, word.word),
      }));
    }
    const all = { title: { key: 'fix.insert-all', args: { count: data.rows.length } } as const, edits: insertRows(sheet, data.rows), preferred: true };
    const single = data.rows.slice(0, OFFERED).map((row) => ({
      title: { key: 'fix.insert-row', args: { row: row.id } } as const, edits: insertRows(sheet, [row]),
    }));
    return data.rows.length === 1 ? single : [all, ...single];
  },
});

/** An option below a question whose entry is no map has nowhere to be absent from: the shape is reported. */
function answerable({ sheet }: LintContext, row: Row): boolean {
  const question = row.kind === 'option' ? sheet.entryOf(row.parent!) : undefined;
  return question?.shape !== 'word' && question?.shape !== 'other';
}
