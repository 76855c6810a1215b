import type { Row } from '../catalogue/form-index.ts';
import type { Sheet } from '../sheet/model.ts';
import { isWritten } from '../sheet/written-rows.ts';
import { applicabilityOf } from './applicability.ts';

/**
 * `answered`: one of the form's answers is written. `implied`: left out, and the answers above make it not applicable.
 * `missing`: left out although it applies. `undecided`: left out, and whether it applies hangs on an answer above.
 * `invalid`: what is written is none of the row's answers. `repeated`: answered more than once.
 * `unread`: it stands in the text, where YAML gives up or nobody looks. `heading`: takes no answer.
 */
export type AnswerState = 'answered' | 'implied' | 'missing' | 'undecided' | 'invalid' | 'repeated' | 'unread' | 'heading';

/** How far rows are answered. */
export interface Progress {
  /** Rows that are answered, although they may contradict others. */
  answered: number;
  /** Rows that take an answer and are not known to be out of scope. */
  applicable: number;
  /** Rows that somebody still has to answer, in the form's order. */
  open: Row[];
  /** How many rows are marked as still to be confirmed. */
  provisional: number;
}

/** @returns how a row of the sheet's form stands in the sheet */
export function answerState(sheet: Sheet, row: Row): AnswerState {
  if (row.kind === 'heading') return 'heading';
  const entries = sheet.entriesOf(row);
  if (entries.length > 1) return 'repeated';
  const entry = entries[0];
  if (entry?.answer) return 'answered';
  if (!entry && isWritten(sheet, row)) return 'unread';
  if (entry?.word ? entry.word.value.trim() !== '' : entry?.shape === 'other') return 'invalid';
  const applies = applicabilityOf(sheet).applies(row).value;
  return applies === undefined ? 'undecided' : applies ? 'missing' : 'implied';
}

/**
 * Counts how far rows are answered. A row written as not applicable below a closed gate is not counted at all, as if it
 * were left out; one whose turn hangs on an open answer is neither open nor applicable yet, and of one that cannot be read
 * nothing is said.
 * @param rows of the sheet's form
 */
export function progressOf(sheet: Sheet, rows: Row[]): Progress {
  const applicability = applicabilityOf(sheet);
  const progress: Progress = { answered: 0, applicable: 0, open: [], provisional: 0 };
  for (const row of rows) {
    if (sheet.entriesOf(row).some((entry) => entry.provisional)) progress.provisional++;
    const state = answerState(sheet, row);
    if (state === 'heading' || state === 'implied' || state === 'undecided' || state === 'unread') continue;
    if (state === 'answered' && applicability.applies(row).value === false) continue;
    progress.applicable++;
    if (state === 'answered') progress.answered++;
    else progress.open.push(row);
  }
  return progress;
}
