import { rowsBelow, wordMeaning, type Row } from '../catalogue/form-index.ts';
import { setAnswer } from '../edits/answer.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import type { AnswerEntry } from '../sheet/model.ts';

export const emptyGate = rule<AnswerEntry>({
  code: 'empty-gate',
  severity: { default: 'warning', strict: 'warning' },
  docs: {
    bad: `
      61: 該当
      61.1: 対象外
      61.2: 対象外
    `,
    good: `
      61: 非該当
    `,
    ja: {
      title: '「該当」なのに下位がすべて対象外',
      what: '「該当」と答えた設問の下位の設問が2つ以上あり、そのすべてが「対象外」のときに指摘します。',
      why: '該当する業務や機能があるのに、尋ねられた対策がどれも当てはまらないのは不自然です。「非該当」の誤りかもしれません。',
      fixes: 'この設問を「非該当」にします。下位の回答はそのまま残ります。',
    },
    en: {
      title: '該当, with nothing below it that applies',
      what: 'Reports a question that is 該当 while each of the two or more questions below it is 対象外.',
      why: 'It is odd that none of the measures applies to what is there. Perhaps 非該当 was meant.',
      fixes: 'Sets the question to 非該当. The answers below it stay.',
    },
  },
  *check(context) {
    for (const entry of context.sheet.answers) {
      if (!entry.row || !isEmptyGate(context, entry.row)) continue;
      const words = { word: entry.answer!.word, inapplicable: wordMeaning(descendants(entry.row)[0]!, 'inapplicable')!.word };
      yield {
        span: entry.word!.span,
        message: { key: 'empty-gate.message', args: { row: entry.id, closed: wordMeaning(entry.row, 'closed')?.word ?? '', ...words } },
        rows: [entry.id, ...descendants(entry.row).map((row) => row.id)],
        data: entry,
      };
    }
  },
  fixes({ data: entry }, { sheet }) {
    const word = wordMeaning(entry.row!, 'closed');
    return word ? [{ title: { key: 'fix.set-answer', args: { row: entry.id, word: word.word } }, edits: setAnswer(sheet, entry, word.word) }] : [];
  },
});

/** @returns whether a gate is open and each of its two or more rows is not applicable, as answered or left out below one that is */
export function isEmptyGate({ sheet, applicability }: LintContext, gate: Row): boolean {
  if (gate.kind !== 'gate') return false;
  const entries = sheet.entriesOf(gate);
  if (entries.length !== 1 || entries[0]!.answer?.meaning !== 'open' || applicability.contradicts(gate)) return false;
  const rows = descendants(gate);
  return rows.length >= 2 && rows.every((row) => applicability.effective(row) === wordMeaning(row, 'inapplicable')?.word);
}

/** Every row below that takes an answer. */
function descendants(row: Row): Row[] {
  return rowsBelow(row).filter((one) => one.words.length > 0);
}
