import { wordMeaning, type Row } from '../catalogue/form-index.ts';
import { setAnswer } from '../edits/answer.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import type { AnswerEntry } from '../sheet/model.ts';

export const emptyGate = rule<AnswerEntry>({
  code: 'empty-gate',
  severity: { default: 'warning', strict: 'warning' },
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

/** @returns whether a gate is open and each of its two or more rows is answered as not applicable */
export function isEmptyGate({ sheet, applicability }: LintContext, gate: Row): boolean {
  const entries = sheet.entriesOf(gate);
  if (gate.kind !== 'gate' || entries.length !== 1 || entries[0]!.answer?.meaning !== 'open' || applicability.contradicts(gate)) return false;
  const rows = descendants(gate);
  return rows.length >= 2 && rows.every((row) => {
    const found = sheet.entriesOf(row);
    return found.length === 1 && found[0]!.answer?.meaning === 'inapplicable';
  });
}

/** Every row below that takes an answer. */
function descendants(row: Row): Row[] {
  return row.children.flatMap((child) => [...(child.words.length > 0 ? [child] : []), ...descendants(child)]);
}
