import { rowsBelow, ruledOut, wordMeaning } from '../../catalogue/form-index.ts';
import { setAnswer } from '../../edits/answer.ts';
import type { AnswerEntry, Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { REWRITE_ANSWERS } from '../action-kinds.ts';
import { changes } from './answer-rows.ts';
import { dropRow, saysOnlyAnswers } from './drop-row.ts';
import type { Offer, Refactoring } from './refactoring.ts';
import { canAnswer } from './sound.ts';

/** A gate is closed together with all that is below it: left out where nothing is lost by it, or said not to apply. */
export const closeGate: Refactoring = {
  name: 'close-gate',
  kind: REWRITE_ANSWERS,
  offers({ sheet, entry }) {
    const word = entry?.row?.kind === 'gate' ? wordMeaning(entry.row, 'closed')?.word : undefined;
    if (!entry || word === undefined || sheet.entriesOf(entry.row!).length > 1 || !canAnswer(sheet, entry)) return [];
    const below = rowsBelow(entry.row!).flatMap((row) => sheet.entriesOf(row));
    const dropped = droppable(sheet, below);
    const gone = new Set(dropped.flatMap((one) => [one, ...one.options]));
    const kept = ruledOutOf(sheet, below.filter((one) => !gone.has(one)));
    const all = ruledOutOf(sheet, below);
    const closing = entry.answer?.meaning === 'closed' ? [] : setAnswer(sheet, entry, word);
    const inapplicable = all.map(({ word: own }) => own)[0] ?? '';
    const args = { row: entry.id, word, inapplicable };
    const offers: Offer[] = [];
    if (dropped.length > 0) {
      const key = closing.length > 0 ? 'refactor.close-drop' as const : 'refactor.drop-below' as const;
      const counts = { count: [...gone].filter((one) => one.row!.words.length > 0).length, kept: kept.length };
      offers.push({
        id: 'drop', title: { key, args: { ...args, ...counts } },
        edits: () => [...closing, ...kept.flatMap((one) => setAnswer(sheet, one.entry, one.word)), ...dropped.flatMap((one) => dropRow(sheet, one))],
      });
    }
    if (closing.length > 0) {
      const title = all.length > 0
        ? { key: 'refactor.close-keep' as const, args: { ...args, count: all.length } } : { key: 'fix.set-answer' as const, args: { row: entry.id, word } };
      offers.push({ id: 'keep', title, edits: () => [...closing, ...all.flatMap((one): Edit[] => setAnswer(sheet, one.entry, one.word))] });
    }
    return offers;
  },
};

/** Whole questions that say nothing but answers. */
function droppable(sheet: Sheet, below: AnswerEntry[]): AnswerEntry[] {
  return below.filter((entry) => !entry.question && saysOnlyAnswers(sheet, entry));
}

/** Rows that do not say yet that they do not apply, each with its word for it. */
function ruledOutOf(sheet: Sheet, entries: AnswerEntry[]): { entry: AnswerEntry; word: string }[] {
  return entries.flatMap((entry) => {
    const word = ruledOut(entry.row!)?.word;
    return word !== undefined && changes(sheet, entry, word) ? { entry, word } : [];
  });
}
