import type { AnswerEntry, Cite, RemarkEntry, Sheet } from './model.ts';

/** A place where a row cites an entry of the table of remarks. */
export interface Citation {
  entry: AnswerEntry;
  cite: Cite;
}

/** @returns where the sheet's rows cite a remark, in document order; nothing for an entry that an earlier one of the same key hides */
export function citationsOf(sheet: Sheet, remark: RemarkEntry): Citation[] {
  return sheet.answers.flatMap((entry) => entry.cites.filter((cite) => cite.entry === remark).map((cite) => ({ entry, cite })));
}

/** @returns the entries of the form's rows as the form prints them; in document order while the form is unknown */
export function inFormOrder(sheet: Sheet): AnswerEntry[] {
  return sheet.form ? sheet.form.rows.flatMap((row) => sheet.entriesOf(row)) : sheet.answers;
}
