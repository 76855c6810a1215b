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

/** Answers rows with one word; whatever else they carry stays. */
export function answerAll(sheet: Sheet, entries: AnswerEntry[], word: string): Edit[] {
  return entries.flatMap((entry) => setAnswer(sheet, entry, word));
}
