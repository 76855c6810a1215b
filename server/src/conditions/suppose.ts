import type { AnswerWord, Row } from '../catalogue/form-index.ts';
import { newAnswerEntry, type AnswerEntry, type Sheet, type Text } from '../sheet/model.ts';

/**
 * The sheet as it would be, for what conditions ask of it.
 * @param answers the rows that are supposed, each with its one answer; undefined for a row that is left out
 * @returns a sheet whose entries of these rows say so; its document and everything else are those of `sheet`
 */
export function supposing(sheet: Sheet, answers: ReadonlyMap<Row, AnswerWord | undefined>): Sheet {
  const entriesOf = (row: Row): AnswerEntry[] => {
    if (!answers.has(row)) return sheet.entriesOf(row);
    const answer = answers.get(row);
    return answer ? [supposed(row, answer, sheet.entryOf(row))] : [];
  };
  return { ...sheet, worked: new Map(), entriesOf, entryOf: (row) => entriesOf(row)[0] };
}

function supposed(row: Row, answer: AnswerWord, entry: AnswerEntry | undefined): AnswerEntry {
  const nowhere = { start: 0, end: 0 };
  const text = (value: string): Text => ({ value, span: nowhere, style: 'plain' });
  return { ...(entry ?? newAnswerEntry(text(row.key), row.id, nowhere, row)), shape: entry?.shape ?? 'word', word: text(answer.word), answer };
}
