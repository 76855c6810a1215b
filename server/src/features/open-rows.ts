import { questionOf } from '../catalogue/form-index.ts';
import { progressOf } from '../conditions/state.ts';
import type { FeatureContext } from './context.ts';

/** A row that somebody still has to answer. */
export interface OpenRow {
  row: string;
  /** The question as the form prints it; of an option its own words behind its question's. */
  question: string;
  /** The answers that the row takes. */
  words: string[];
}

/** @returns the rows that apply and have no answer of the form's, in its order; undefined when the form is unknown */
export function openRows({ sheet }: FeatureContext): OpenRow[] | undefined {
  if (!sheet.form) return undefined;
  return progressOf(sheet, sheet.form.rows).open.map((row) => ({
    row: row.id,
    question: questionOf(row),
    words: row.words.map((word) => word.word),
  }));
}
