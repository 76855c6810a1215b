import { rowsBelow, wordMeaning, type Row } from '../../catalogue/form-index.ts';
import { applicabilityOf } from '../../conditions/applicability.ts';
import { supposing } from '../../conditions/suppose.ts';
import { setAnswer } from '../../edits/answer.ts';
import { insertRows } from '../../edits/rows.ts';
import type { Sheet } from '../../sheet/model.ts';
import { isWritten } from '../../sheet/written-rows.ts';
import { REWRITE_ANSWERS } from '../action-kinds.ts';
import type { Refactoring } from './refactoring.ts';
import { canAnswer } from './sound.ts';

/** A gate is opened, and the rows below it are added where they have to be answered now. */
export const openGate: Refactoring = {
  name: 'open-gate',
  kind: REWRITE_ANSWERS,
  offers({ sheet, entry }) {
    const word = entry?.row?.kind === 'gate' ? wordMeaning(entry.row, 'open') : undefined;
    if (!entry || !word || entry.answer?.meaning === 'open' || sheet.entriesOf(entry.row!).length > 1 || !canAnswer(sheet, entry)) return [];
    const then = applicabilityOf(supposing(sheet, new Map([[entry.row!, word]])));
    // As in a new sheet: what hangs on an answer that is still to be given is there to be seen.
    const missing = rowsBelow(entry.row!).filter((row) => row.words.length > 0 && isMissing(sheet, row) && then.applies(row).value !== false);
    const title = missing.length > 0
      ? { key: 'refactor.open-gate' as const, args: { row: entry.id, word: word.word, count: missing.length } }
      : { key: 'fix.set-answer' as const, args: { row: entry.id, word: word.word } };
    return [{ id: '', title, edits: () => [...setAnswer(sheet, entry, word.word), ...insertRows(sheet, missing)] }];
  },
};

/** An option below a question that is written as something else than a map has no place. */
function isMissing(sheet: Sheet, row: Row): boolean {
  const question = row.kind === 'option' ? sheet.entryOf(row.parent!) : undefined;
  return !isWritten(sheet, row) && question?.shape !== 'word' && question?.shape !== 'other';
}
