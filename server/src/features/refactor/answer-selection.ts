import type { AnswerWord, Row } from '../../catalogue/form-index.ts';
import type { AnswerEntry, Sheet } from '../../sheet/model.ts';
import { REWRITE_ANSWERS } from '../action-kinds.ts';
import { answerEach, changes, ownWord, titleArgs, wordsOf } from './answer-rows.ts';
import type { Refactoring } from './refactoring.ts';
import { canAnswer } from './sound.ts';
import { withoutContradiction } from './without-contradiction.ts';

/** One answer for every selected row that takes it and can have it; selected rows that no longer apply then say so. */
export const answerSelection: Refactoring = {
  name: 'answer-selection',
  kind: REWRITE_ANSWERS,
  offers({ sheet, selected }) {
    const entries = selected.filter((entry) => entry.row && entry.row.words.length > 0);
    if (entries.length < 2) return [];
    return wordsOf(entries.map((entry) => entry.row!)).flatMap((word) => {
      const answers = answersFor(sheet, entries, word);
      const args = titleArgs(answers, word);
      const title = { key: 'refactor.answer-selection' as const, args };
      return args.count === 0 ? [] : { id: word, title, edits: () => answerEach(sheet, answers) };
    });
  },
};

/** What conditions say nothing of, since it is answered twice, is answered as it is wanted. */
function answersFor(sheet: Sheet, entries: AnswerEntry[], word: string): Map<AnswerEntry, string> {
  const changed = entries.filter((entry) => changes(sheet, entry, word));
  const isOne = ({ row }: AnswerEntry): boolean => sheet.entriesOf(row!).length === 1;
  const wanted = new Map(changed.filter(isOne).map((entry): [Row, AnswerWord] => [entry.row!, ownWord(entry.row!, word)!]));
  const selected = new Map(entries.filter(isOne).map((entry) => [entry.row!, entry]));
  const can = withoutContradiction(sheet, wanted, (row) => selected.has(row) && canAnswer(sheet, selected.get(row)!));
  return new Map([...changed.filter((entry) => !isOne(entry)).map((entry) => [entry, word] as const), ...[...can].map(([row, answer]) => [selected.get(row)!, answer.word] as const)]);
}
