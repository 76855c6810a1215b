import { rowsBelow, type AnswerWord, type Row } from '../../catalogue/form-index.ts';
import { applicabilityOf } from '../../conditions/applicability.ts';
import { supposing } from '../../conditions/suppose.ts';
import { insertRows } from '../../edits/rows.ts';
import type { AnswerEntry, Sheet } from '../../sheet/model.ts';
import { isWritten } from '../../sheet/written-rows.ts';
import { REWRITE_ANSWERS } from '../action-kinds.ts';
import { answerEach, changes, ownWord, titleArgs, wordsOf } from './answer-rows.ts';
import type { Refactoring } from './refactoring.ts';
import { canAnswer } from './sound.ts';
import { withoutContradiction } from './without-contradiction.ts';

/** One answer for a row and all below it that are there, or apply once those above them are answered so. */
export const answerBelow: Refactoring = {
  name: 'answer-below',
  kind: REWRITE_ANSWERS,
  offers({ sheet, entry }) {
    if (!entry?.row) return [];
    const { row } = entry;
    const below = rowsBelow(row);
    return wordsOf(below).flatMap((word) => {
      const { answers, missing, count } = answered(sheet, row, below, word);
      if ([...answers.keys()].every((one) => one.row === row) && missing.length === 0) return [];
      const key = ownWord(row, word) ? 'refactor.answer-with-below' as const : 'refactor.answer-below' as const;
      const title = { key, args: { row: row.id, ...titleArgs(answers, word), count } };
      return { id: word, title, edits: () => [...answerEach(sheet, answers), ...insertRows(sheet, missing, word)] };
    });
  },
};

interface Answered {
  /** Rows that are there and get another answer. */
  answers: Map<AnswerEntry, string>;
  /** Rows to be added. */
  missing: Row[];
  /** How many rows have the answer then. */
  count: number;
}

/** A row that could only contradict what is above it is left alone, unless what it says already would. */
function answered(sheet: Sheet, row: Row, below: Row[], word: string): Answered {
  const rows = [row, ...below];
  const supposed = new Map<Row, AnswerWord>();
  for (const one of rows) {
    const own = ownWord(one, word);
    const entries = sheet.entriesOf(one);
    const [entry] = entries;
    if (!own || entries.length > 1 || (entry ? !canAnswer(sheet, entry) : !hasRoom(sheet, one))) continue;
    const then = applicabilityOf(supposing(sheet, new Map([...supposed, [one, own]])));
    if (then.contradicts(one) || (!entry && then.applies(one).value !== true)) continue;
    supposed.set(one, own);
  }
  const canRuleOut = (one: Row): boolean => rows.includes(one) && sheet.entriesOf(one).length === 1 && canAnswer(sheet, sheet.entryOf(one)!);
  const all = [...withoutContradiction(sheet, supposed, canRuleOut)].map(([one, answer]) => ({ row: one, entry: sheet.entryOf(one), word: answer.word }));
  return {
    answers: new Map(all.flatMap((one) => (one.entry && changes(sheet, one.entry, one.word) ? [[one.entry, one.word] as const] : []))),
    missing: all.flatMap((one) => (one.entry ? [] : one.row)),
    count: all.filter((one) => one.word === word).length,
  };
}

/** A row that YAML cannot read is there already; an option has no place where its question is something else than a map. */
function hasRoom(sheet: Sheet, row: Row): boolean {
  if (isWritten(sheet, row)) return false;
  const question = row.kind === 'option' ? sheet.entryOf(row.parent!) : undefined;
  return question?.shape !== 'word' && question?.shape !== 'other';
}
