import type { Row } from '../../catalogue/form-index.ts';
import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { applyEdits } from '../../sheet/repair.ts';
import { reread } from '../../sheet/reread.ts';
import { setForm } from '../form-key.ts';
import { setRowAnswer } from './answer.ts';
import { cite, setRemark, setRowRemark, uncite } from './remark.ts';
import { setField } from './header.ts';
import { setProvisional } from './provisional.ts';

/** One thing that somebody does to a sheet without seeing its text. Rows are named by their ids, texts may have several lines. */
export type SheetEdit =
  | { kind: 'answer'; row: string; word: string }
  /** A row's own remark; an empty text removes it. */
  | { kind: 'row-remark'; row: string; text: string }
  | { kind: 'cite'; row: string; remark: string }
  | { kind: 'uncite'; row: string; remark: string }
  /** An entry of the table of remarks, added where there is none of that key. */
  | { kind: 'remark'; remark: string; text: string }
  /** Marks an answer as still to be confirmed, with the reason or an empty text, or takes the mark off. */
  | { kind: 'provisional'; row: string; text: string | null }
  | { kind: 'field'; field: string; text: string }
  /** The id of an installed form. */
  | { kind: 'form'; form: string };

/**
 * @returns the edits that do it and leave everything else as it is written; none where the sheet has it already.
 *   Undefined where it cannot be done: the text cannot be read as YAML, which an edit would make worse, or the row is not
 *   the form's or takes no such answer
 */
export function editsOf(sheet: Sheet, edit: SheetEdit): Edit[] | undefined {
  if (sheet.notices.some((notice) => notice.kind === 'syntax')) return undefined;
  const edits = editing(sheet, edit);
  const text = sheet.document.getText();
  return edits?.filter(({ span, text: replacement }) => text.slice(span.start, span.end) !== replacement);
}

/**
 * Does several things one after the other.
 * @returns the edits of `sheet` that do them all; undefined where one of them cannot be done
 */
export function editsOfAll(sheet: Sheet, edits: readonly SheetEdit[]): Edit[] | undefined {
  const [first, ...rest] = edits;
  const made = first && editsOf(sheet, first);
  if (!made || rest.length === 0) return made;
  const before = sheet.document.getText();
  let after = applyEdits(before, made).text;
  for (const edit of rest) {
    const next = editsOf(reread(sheet, after), edit);
    if (!next) return undefined;
    after = applyEdits(after, next).text;
  }
  return changed(before, after);
}

/** The one stretch that differs. */
function changed(before: string, after: string): Edit[] {
  if (before === after) return [];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let back = 0;
  while (back < Math.min(before.length, after.length) - start && before.at(-1 - back) === after.at(-1 - back)) back++;
  return [{ span: { start, end: before.length - back }, text: after.slice(start, after.length - back) }];
}

function editing(sheet: Sheet, edit: SheetEdit): Edit[] | undefined {
  if (edit.kind === 'form') return sheet.catalogue.forms.some(({ id }) => id === edit.form) ? setForm(sheet, edit.form) : undefined;
  if (!sheet.form) return undefined;
  const onRow = (act: (row: Row) => Edit[] | undefined): Edit[] | undefined => {
    const row = 'row' in edit ? sheet.form!.rows.find((one) => one.id === edit.row) : undefined;
    return row && act(row);
  };
  switch (edit.kind) {
    case 'answer': return onRow((row) => setRowAnswer(sheet, row, edit.word));
    case 'row-remark': return onRow((row) => setRowRemark(sheet, row, edit.text));
    case 'cite': return onRow((row) => cite(sheet, row, edit.remark));
    case 'uncite': return onRow((row) => uncite(sheet, row, edit.remark));
    case 'provisional': return onRow((row) => setProvisional(sheet, row, edit.text));
    case 'remark': return setRemark(sheet, edit.remark, edit.text);
    case 'field': return setField(sheet, edit.field, edit.text);
  }
}
