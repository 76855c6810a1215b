import type { Row } from '../catalogue/form-index.ts';
import { setAnswer } from '../edits/answer.ts';
import { insertRows } from '../edits/rows.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import type { AnswerEntry } from '../sheet/model.ts';

type Missing = { entry: AnswerEntry } | { rows: Row[] };

/** How many rows a message names, and for how many a fix of their own is offered. */
const NAMED = 8;
const OFFERED = 5;

export const missingAnswer = rule<Missing>({
  code: 'missing-answer',
  severity: { default: 'warning', strict: 'error' },
  restsOnAbsence: true,
  *check(context) {
    const { sheet } = context;
    if (!sheet.form || !sheet.answersKey) return;
    const absent: Row[] = [];
    for (const row of sheet.form.rows) {
      if (row.words.length === 0 || context.applicability.applies(row).value !== true) continue;
      const entries = sheet.entriesOf(row);
      if (entries.length === 0) {
        if (answerable(context, row)) absent.push(row);
        continue;
      }
      for (const entry of entries) {
        if (entry.word || entry.shape === 'other') continue;
        const span = (entry.wordKey ?? entry.key).span;
        yield { span, message: { key: 'missing-answer.empty', args: { row: row.id } }, rows: [row.id], data: { entry } };
      }
    }
    if (absent.length === 0) return;
    const named = absent.slice(0, NAMED).map((row) => row.id).join('、');
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
