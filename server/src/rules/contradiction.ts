import { ruledOut, wordMeaning, type Row } from '../catalogue/form-index.ts';
import type { Cause } from '../conditions/applicability.ts';
import { setAnswer } from '../edits/answer.ts';
import type { MessageKey } from '../l10n/translate.ts';
import type { Draft, Fix, LintContext } from '../lint/rule.ts';
import type { AnswerEntry, Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';

/** An answer that contradicts that its row does not apply. */
export interface Contradiction {
  entry: AnswerEntry;
  cause: Cause;
}

/** @returns every answer with one of these meanings on a row that does not apply because of this part */
export function* contradictions(context: LintContext, part: Cause['part'], meanings: string[]): Generator<Contradiction> {
  for (const entry of context.sheet.answers) {
    if (!entry.row || !entry.answer || !meanings.includes(entry.answer.meaning)) continue;
    const verdict = context.applicability.applies(entry.row);
    if (verdict.value === false && verdict.cause?.part === part) yield { entry, cause: verdict.cause };
  }
}

/** The finding on the contradicting answer, with the answers that decide as its second places. */
export function contradictionDraft(context: LintContext, contradiction: Contradiction, key: MessageKey): Draft<Contradiction> {
  const { entry, cause } = contradiction;
  const decided = cause.rows.map((row) => ({ row, entry: context.sheet.entryOf(row), word: context.applicability.effective(row) ?? '' }));
  const by = decided[0]!;
  const own = ruledOut(entry.row!);
  return {
    span: entry.word!.span,
    message: {
      key,
      args: {
        row: entry.id, word: entry.answer!.word, by: by.row.id, byWord: by.word, inapplicable: own?.word ?? '',
        opening: wordMeaning(by.row, 'open', 'yes')?.word ?? '',
      },
    },
    rows: [entry.id, ...cause.rows.map((row) => row.id)],
    related: decided.flatMap(({ row, entry: place, word }) => (place
      ? [{ span: (place.word ?? place.key).span, message: { key: 'related.decides' as const, args: { row: row.id, word } } }]
      : [])),
    data: contradiction,
  };
}

/** "Does not apply" here and for all that the same answer rules out, or the deciding answer the other way. */
export function contradictionFixes(context: LintContext, contradiction: Contradiction, opens: Fix | undefined): Fix[] {
  const { sheet } = context;
  const { entry, cause } = contradiction;
  const here = ruleOut(sheet, entry);
  const word = ruledOut(entry.row!);
  if (!word) return opens ? [opens] : [];
  const fixes: Fix[] = [{ title: { key: 'fix.set-answer', args: { row: entry.id, word: word.word } }, edits: here, preferred: true }];
  const subtree = sheet.answers.filter((one) => one.row && context.applicability.contradicts(one.row) && sameCause(context, one.row, cause));
  if (subtree.length > 1) {
    fixes.push({
      title: { key: 'fix.set-subtree', args: { by: cause.rows[0]!.id, word: word.word, count: subtree.length } },
      edits: subtree.flatMap((one) => ruleOut(sheet, one)),
    });
  }
  return opens ? [...fixes, opens] : fixes;
}

/** A fix that gives the deciding row the answer with one of these meanings. */
export function openingFix(sheet: Sheet, row: Row, meanings: ('open' | 'yes')[]): Fix | undefined {
  const entry = sheet.entryOf(row);
  const word = wordMeaning(row, ...meanings);
  if (!entry || !word) return undefined;
  return { title: { key: 'fix.set-answer', args: { row: row.id, word: word.word } }, edits: setAnswer(sheet, entry, word.word) };
}

function ruleOut(sheet: Sheet, entry: AnswerEntry): Edit[] {
  const word = entry.row && ruledOut(entry.row);
  return word ? setAnswer(sheet, entry, word.word) : [];
}

function sameCause(context: LintContext, row: Row, cause: Cause): boolean {
  const other = context.applicability.applies(row).cause;
  return other?.part === cause.part && other.rows[0] === cause.rows[0];
}
