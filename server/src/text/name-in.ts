/** Nouns, as Japanese writes them, with what joins them: 居室の入退室 before を. */
const NOUNS = /^(?:[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}ー]|の(?!\p{Script=Hiragana}))+/u;
const LETTERS = /^[\p{L}\p{N}ー]+/u;
const LONGEST = 12;

/** @returns what a text begins with that can serve as its name, of at most 12 letters; empty where it begins with none */
export function nameIn(text: string): string {
  const [found = ''] = NOUNS.exec(text.trim()) ?? LETTERS.exec(text.trim()) ?? [];
  return [...found].slice(0, LONGEST).join('').replace(/の$/u, '');
}
