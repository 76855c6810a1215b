import type { Row } from '../../catalogue/form-index.ts';
import { applicabilityOf } from '../../conditions/applicability.ts';
import { answerState } from '../../conditions/state.ts';
import { behindColon, lineEnd } from '../../edits/layout.ts';
import type { AnswerEntry, Sheet } from '../../sheet/model.ts';
import { isWritten, writtenRows } from '../../sheet/written-rows.ts';

/** Rows that are left out, and what counts as their answer. */
export interface OmittedHint {
  rows: Row[];
  word: string;
  /** UTF-16 offset. */
  at: number;
  /** The row's key stands there without an answer. */
  entry?: AnswerEntry;
}

/**
 * @returns a hint at each empty key, and one for all rows that are left out below the same row: at the end of the line on
 *   which that row's answer stands
 */
export function omittedHints(sheet: Sheet): OmittedHint[] {
  const applicability = applicabilityOf(sheet);
  const hints: OmittedHint[] = [];
  let below: OmittedHint | undefined;
  let at = sheet.answersKey && lineEnd(sheet, sheet.answersKey.span.end);
  for (const row of sheet.form?.rows ?? []) {
    if (isWritten(sheet, row)) {
      at = endOfAnswer(sheet, row);
      below = undefined;
    }
    if (answerState(sheet, row) !== 'implied') continue;
    const word = applicability.effective(row);
    if (word === undefined) continue;
    const entry = sheet.entryOf(row);
    if (entry) {
      const colon = behindColon(sheet, (entry.wordKey ?? entry.key).span.end);
      if (colon !== undefined) hints.push({ rows: [row], word, at: colon, entry });
    } else if (below?.word === word) below.rows.push(row);
    else if (at !== undefined) hints.push(below = { rows: [row], word, at });
  }
  return hints;
}

/** The end of the line on which the row's own answer stands, or its key. */
function endOfAnswer(sheet: Sheet, row: Row): number {
  const entry = sheet.entryOf(row);
  const written = entry?.word?.span ?? entry?.key.span ?? writtenRows(sheet).find((one) => one.row === row)!.key;
  return lineEnd(sheet, written.end);
}
