import type { Row } from '../catalogue/form-index.ts';
import type { AnswerEntry, Sheet } from '../sheet/model.ts';
import type { Place } from './view-model.ts';

/** @param offset in UTF-16 units */
export function placeAt(sheet: Sheet, offset: number): Place {
  return sheet.document.positionAt(offset);
}

/** For every row of the form, its key; for a row that is left out, the line where it would stand. */
export function placesOf(sheet: Sheet): Map<Row, Place> {
  const places = new Map<Row, Place>();
  let next = firstPlace(sheet);
  for (const row of sheet.form?.rows ?? []) {
    const entry = sheet.entryOf(row);
    places.set(row, entry ? placeAt(sheet, entry.key.span.start) : next);
    if (entry) next = lineBelow(sheet, row.kind === 'heading' ? entry.key.span.end : lastOffset(sheet, entry));
  }
  return places;
}

/** Where an answer stands before which there is none. */
function firstPlace(sheet: Sheet): Place {
  if (sheet.answersKey) return lineBelow(sheet, sheet.answersKey.span.end);
  return { line: sheet.document.lineCount - 1, character: 0 };
}

/** Where the entry's own text ends; a map may reach to the beginning of the next key. */
function lastOffset(sheet: Sheet, entry: AnswerEntry): number {
  return entry.key.span.start + sheet.document.getText().slice(entry.key.span.start, entry.span.end).trimEnd().length;
}

function lineBelow(sheet: Sheet, offset: number): Place {
  return { line: Math.min(placeAt(sheet, offset).line + 1, sheet.document.lineCount - 1), character: 0 };
}
