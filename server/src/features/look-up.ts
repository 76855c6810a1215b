import { type Locale } from '../l10n/translate.ts';
import type { FeatureContext } from './context.ts';
import { questionMarkdown } from './markdown/question.ts';
import { referencesMarkdown } from './markdown/reference.ts';

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
