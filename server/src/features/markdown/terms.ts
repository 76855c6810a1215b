import type { AnswerWord, Row } from '../../catalogue/form-index.ts';
import type { Gloss, Localised } from '../../catalogue/form.ts';
import type { Locale } from '../../l10n/translate.ts';

/** @returns a term of the form and, for whoever does not read Japanese, what it is in their language, in brackets */
export function term(written: string, gloss: Gloss | undefined, locale: Locale): string {
  const translated = glossIn(gloss, locale);
  return translated === undefined ? written : `${written} (${translated})`;
}

/** @returns one of the row's answers as `term` says it; what is none of them as it is */
export function answerTerm(row: Row, word: string, locale: Locale): string {
  return term(word, row.words.find((one) => one.word === word)?.gloss, locale);
}

/** @returns the answers that a row takes, in the form's order */
export function answerTerms(words: readonly AnswerWord[], locale: Locale): string {
  return words.map((one) => term(one.word, one.gloss, locale)).join(' / ');
}

/** @returns what a term means, behind what it is in the reader's language */
export function explained({ gloss, description }: { gloss?: Gloss; description: Localised }, locale: Locale): string {
  const translated = glossIn(gloss, locale);
  return translated === undefined ? description[locale] : `${translated} — ${description[locale]}`;
}

function glossIn(gloss: Gloss | undefined, locale: Locale): string | undefined {
  return (gloss as Partial<Record<Locale, string>> | undefined)?.[locale];
}
