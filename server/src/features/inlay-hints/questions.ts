import type { Row } from '../../catalogue/form-index.ts';
import { gapAbove, toolComments } from '../../edits/questions/lines.ts';
import { QUESTION_MARK } from '../../edits/questions/texts.ts';
import type { Sheet } from '../../sheet/model.ts';
import { writtenRows, type WrittenRow } from '../../sheet/written-rows.ts';
import { shortened } from '../../text/shortened.ts';

/** A question beside its id. */
export interface QuestionHint {
  row: Row;
  /** UTF-16 offset. */
  at: number;
  label: string;
}

/** @returns hints for the rows whose keys stand on these lines, which are zero-based and both counted */
export function questionHints(sheet: Sheet, first: number, last: number): QuestionHint[] {
  return writtenRows(sheet).filter(({ line }) => first <= line && line <= last).flatMap((written) => {
    const label = labelOf(written);
    return label === '' || hasComment(sheet, written) ? [] : [{ row: written.row, at: written.key.end, label }];
  });
}

/** Options in braces would tear the line apart; and what the key says is not said again. */
function labelOf({ row, inFlow }: WrittenRow): string {
  if (row.kind !== 'option') return shortened(row.text);
  if (inFlow) return '';
  return shortened(row.text.startsWith(row.key) ? row.text.slice(row.key.length) : row.text);
}

/** The question stands above its row already. */
function hasComment(sheet: Sheet, { line }: WrittenRow): boolean {
  const first = gapAbove(sheet, line);
  return toolComments(sheet).some(({ at, text }) => first <= at && at < line && text.startsWith(QUESTION_MARK));
}
