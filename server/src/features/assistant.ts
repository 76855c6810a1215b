import { progressOf } from '../conditions/state.ts';
import { type Locale } from '../l10n/translate.ts';
import type { FeatureContext } from './context.ts';
import { questionMarkdown } from './markdown/question.ts';
import { referencesMarkdown } from './markdown/reference.ts';

/** A row that somebody still has to answer. */
export interface OpenRow {
  row: string;
  /** The question as the form prints it; of an option its own words behind its question's. */
  question: string;
  /** The answers that the row takes. */
  words: string[];
}

/**
 * What hovers say of a question or of a guideline's item, for who has no cursor.
 * @param what a row's id, or a reference, as people write them
 * @returns Markdown; undefined for what is neither
 */
export function lookUp(context: FeatureContext, what: string, locale: Locale): string | undefined {
  const { form, guideline } = context.sheet;
  const row = form?.row(what.trim());
  if (row) return questionMarkdown(row, context, locale);
  const reference = guideline?.grammar.parse(what);
  return guideline && reference && referencesMarkdown(context, guideline.grammar.expand(reference), locale);
}

/** @returns the rows that apply and have no answer of the form's, in its order; undefined when the form is unknown */
export function openRows({ sheet }: FeatureContext): OpenRow[] | undefined {
  if (!sheet.form) return undefined;
  return progressOf(sheet, sheet.form.rows).open.map((row) => ({
    row: row.id,
    question: row.kind === 'option' && row.parent ? `${row.parent.text} ${row.text}` : row.text,
    words: row.words.map((word) => word.word),
  }));
}
