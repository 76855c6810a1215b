import type { Row } from '../../catalogue/form-index.ts';
import { applicabilityOf } from '../../conditions/applicability.ts';
import type { Sheet } from '../../sheet/model.ts';
import { isWritten, writtenRows } from '../../sheet/written-rows.ts';
import type { Cursor } from '../cursor.ts';

/** A line on which a row can be begun, between those that the sheet has. */
export interface RowPlace {
  /** The nearest questions of the form above and below the line. */
  above?: Row;
  below?: Row;
  /** The first row that belongs here on the form: still missing, and not ruled out. */
  next?: Row;
  /** Every row that is missing and not ruled out, and takes an answer, in the form's order. */
  missing: Row[];
}

export function rowPlace(sheet: Sheet, cursor: Cursor): RowPlace {
  const applicability = applicabilityOf(sheet);
  const questions = writtenRows(sheet).filter(({ row, key }) => row.kind !== 'option' && key.start !== cursor.token.start);
  const above = questions.findLast(({ key }) => key.start < cursor.token.start)?.row;
  const below = questions.find(({ key }) => key.start > cursor.token.start)?.row;
  const missing = sheet.form?.rows.filter((row) => row.words.length > 0 && !isWritten(sheet, row) && applicability.applies(row).value !== false && hasRoom(sheet, row)) ?? [];
  const next = missing.find((row) => belongs(row, { above, below }, sheet));
  return { missing, ...(above ? { above } : {}), ...(below ? { below } : {}), ...(next ? { next: next.kind === 'option' ? next.parent! : next } : {}) };
}

/** @returns whether a missing row belongs on the line, and not to a place of its own elsewhere */
export function belongs(row: Row, { above, below }: { above?: Row | undefined; below?: Row | undefined }, sheet: Sheet): boolean {
  if (row.kind === 'option' && isWritten(sheet, row.parent!)) return false;
  return row.order > (above?.order ?? -1) && row.order < (below?.order ?? Infinity);
}

/** An option has none where its question is written as something else than a map. */
function hasRoom(sheet: Sheet, row: Row): boolean {
  const question = row.kind === 'option' ? sheet.entryOf(row.parent!) : undefined;
  return question?.shape !== 'word' && question?.shape !== 'other';
}
