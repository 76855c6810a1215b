import type { AnswerWord } from '../catalogue/form-index.ts';
import { withoutEnd } from '../text/blank.ts';
import { fold, LONGEST_NAME } from '../text/fold.ts';
import { remembering } from '../text/remember.ts';

/** An answer, and what was written behind it. */
export interface SaidAnswer {
  word: AnswerWord;
  /** Without the brackets around it or the comma before it. */
  rest: string;
}

const BEHIND_ANSWER = /[\s#＃(（\[［【、,，。．.；;：:／/※\-－―—*＊]/u;
const IN_BRACKETS = /^[(（\[［【]([^()（）\[\]［］【】]*)[)）\]］】][。．.]?$/u;
const JOINING = /^[\s、,，。．.；;：:／/\-－―—]+/u;

/**
 * Tells an answer from what explains it on the same line: `対象外（院内にない）`, `はい、ただし…`.
 * @param words the answers that the row takes
 * @returns nothing where it does not begin with an answer, or something else that is one follows
 */
export function answerSaid(written: string, words: readonly AnswerWord[]): SaidAnswer | undefined {
  const text = written.trim();
  if (/[\r\n]/.test(text)) return undefined;
  const end = text.search(BEHIND_ANSWER);
  const word = end > 0 ? spelled(text.slice(0, end), words) : undefined;
  if (!word) return undefined;
  const behind = text.slice(end).trim();
  const rest = (IN_BRACKETS.exec(behind)?.[1] ?? behind.replace(JOINING, '')).trim();
  if (!/[\p{L}\p{N}]/u.test(rest) || [...new Set(rest.replace(/no\.?\s*(?=\d)/i, '').split(BEHIND_ANSWER))].some((part) => spelled(part, words))) return undefined;
  return { word, rest };
}

/** The answer that a text spells, or that people mean by it. */
function spelled(text: string, words: readonly AnswerWord[]): AnswerWord | undefined {
  let spelt = spellings.get(words);
  if (!spelt) {
    const own = words.flatMap((word) => [word.word, ...word.meant].map((one) => [plainAnswer(one), word] as const));
    spellings.set(words, spelt = new Map(own.reverse()));
  }
  const folded = plainAnswer(text);
  return folded === '' ? undefined : spelt.get(folded);
}

/** Of the words that rows take, which hardly differ: of a long text each part may be one. */
const spellings = new WeakMap<readonly AnswerWord[], Map<string, AnswerWord>>();

/** @returns a text as answers are compared: folded, without the brackets, quotes and marks that people put around one; what is no answer for its length alone as it is */
export const plainAnswer = remembering((text) => {
  if (text.length > LONGEST_NAME) return text;
  const folded = fold(text).toLowerCase().replace(/[\uFE0E\uFE0F]/g, '');
  const begun = folded.replace(/^[「『【(["'“‘]+(?=.)/u, '');
  return withoutEnd(begun, /[」』】)\]"'”’。.!、,]/) || begun.slice(0, 1);
});
