import { setAnswer } from '../../edits/answer.ts';
import type { AnswerWord, Row } from '../../catalogue/form-index.ts';
import type { AnswerEntry, Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { canAnswer } from './sound.ts';

/** @returns the words that some of the rows take, each once, in the form's order */
export function wordsOf(rows: Iterable<Row>): string[] {
  return [...new Set([...rows].flatMap((row) => row.words.map(({ word }) => word)))];
}

/** @returns the row's own answer of this word */
export function ownWord(row: Row, word: string): AnswerWord | undefined {
  return row.words.find((one) => one.word === word);
}

/** @returns whether a row can be given this answer and has another, or none */
export function changes(sheet: Sheet, entry: AnswerEntry, word: string): boolean {
  return canAnswer(sheet, entry) && ownWord(entry.row!, word) !== undefined && entry.word?.value !== word;
}

/** Gives rows their answers; whatever else they carry stays. */
export function answerEach(sheet: Sheet, answers: ReadonlyMap<AnswerEntry, string>): Edit[] {
  return [...answers].flatMap(([entry, word]) => setAnswer(sheet, entry, word));
}

/** @returns what a title tells of answers: how many are as wanted, and how many rows no longer apply because of them */
export function titleArgs(answers: ReadonlyMap<AnswerEntry, string>, word: string): { word: string; count: number; ruledOut: number; inapplicable: string } {
  const others = [...answers.values()].filter((one) => one !== word);
  return { word, count: answers.size - others.length, ruledOut: others.length, inapplicable: others[0] ?? '' };
}
