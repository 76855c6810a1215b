import type { AnswerEntry, Cite, RemarkEntry, Sheet } from './model.ts';
import { perSheet } from './per-sheet.ts';

/** A place where a row cites an entry of the table of remarks. */
export interface Citation {
  entry: AnswerEntry;
  cite: Cite;
}

const citations = perSheet((sheet) => {
  const found = new Map<RemarkEntry, Citation[]>();
  for (const entry of sheet.answers) {
    for (const cite of entry.cites) {
      if (!cite.entry) continue;
      const there = found.get(cite.entry);
      if (there) there.push({ entry, cite });
      else found.set(cite.entry, [{ entry, cite }]);
    }
  }
  return found;
});

/** @returns where the sheet's rows cite a remark, in document order; nothing for an entry that an earlier one of the same key hides */
export function citationsOf(sheet: Sheet, remark: RemarkEntry): readonly Citation[] {
  return citations(sheet).get(remark) ?? [];
}

/** @returns the entries of the form's rows as the form prints them; in document order while the form is unknown */
export function inFormOrder(sheet: Sheet): AnswerEntry[] {
  return sheet.form ? sheet.form.rows.flatMap((row) => sheet.entriesOf(row)) : sheet.answers;
}
