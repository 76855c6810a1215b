import { askedBy } from '../catalogue/asked-by.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Form, Row } from '../catalogue/form-index.ts';
import type { Guideline } from '../catalogue/guideline-index.ts';
import type { AnswerEntry, Sheet } from '../sheet/model.ts';
import { applicabilityOf } from './applicability.ts';

/** What one sheet answers to some rows. */
export interface SheetAnswers {
  /** As given, with `/`. */
  file: string;
  answers: RowAnswer[];
}

export interface RowAnswer {
  row: string;
  /** The form's word; for a row that is left out and does not apply, the word for that. Null when there is none. */
  answer: string | null;
  /** The row itself is left out of the sheet. */
  omitted: boolean;
  /** What is written, where it is none of the form's words. */
  invalid?: string;
  /** The texts of its remarks. */
  remarks: string[];
  /** The answer waits for somebody. */
  provisional: boolean;
}

/** Rows of a guideline's forms by how they cite one place of it. */
export interface Citing {
  rows: Row[];
  below: Row[];
}

/** @returns the rows of every form that is based on the guideline; of those in several forms, the newest form's */
export function citedIn(catalogue: Catalogue, guideline: Guideline, id: string): Citing {
  const forms = catalogue.forms.filter((form) => catalogue.guidelineOf(form) === guideline);
  const all = forms.map((form) => askedBy(form, guideline, id));
  return { rows: newest(all.flatMap((one) => one.exact)), below: newest(all.flatMap((one) => one.below)) };
}

/** @returns the rows of one form that cite the place or what is below it; of a heading its options */
export function citingRows(form: Form, guideline: Guideline, id: string): Row[] {
  const { exact, below } = askedBy(form, guideline, id);
  return [...exact, ...below].sort((a, b) => a.order - b.order).flatMap((row) => (row.options.length > 0 ? row.options : [row]));
}

/** @returns how a sheet answers the rows */
export function answersOf(sheet: Sheet, rows: readonly Row[]): RowAnswer[] {
  const applicability = applicabilityOf(sheet);
  return rows.map((row) => {
    const entry = sheet.entryOf(row);
    const answer = entry?.answer?.word ?? applicability.effective(row) ?? null;
    const invalid = entry?.word && !entry.answer ? entry.word.value : undefined;
    return {
      row: row.id,
      answer: invalid === undefined ? answer : null,
      omitted: entry === undefined,
      ...(invalid === undefined ? {} : { invalid }),
      remarks: entry ? remarksOf(entry) : [],
      provisional: entry?.provisional !== undefined,
    };
  });
}

function remarksOf(entry: AnswerEntry): string[] {
  const cited = entry.cites.map((cite) => cite.entry?.text?.value);
  return [...cited, entry.remark?.value].filter((text) => text !== undefined);
}

function newest(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
