import type { AnswerWord } from '../catalogue/form-index.ts';
import { fold } from '../text/fold.ts';

/**
 * Reads an answer as people type it here: the form's own word in any width, its romaji, or what people write when they
 * mean it. A sheet is read more strictly; here the word that was understood is what is written into the sheet.
 * @returns nothing for what may mean anything
 */
export function wordMeant(words: readonly AnswerWord[], written: string): AnswerWord | undefined {
  const typed = plain(written);
  if (typed === '') return undefined;
  return words.find((word) => plain(word.word) === typed)
    ?? words.find((word) => word.typed.some((one) => plain(one) === typed))
    ?? words.find((word) => word.meant.some((one) => plain(one) === typed));
}

function plain(text: string): string {
  return fold(text).toLowerCase().replace(/[\uFE0E\uFE0F]/g, '').replace(/。$/, '');
}
