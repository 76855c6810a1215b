/** Beyond this a text is no guideline's document: those have some hundred thousand characters. */
export const IMPORT_LIMITS = { characters: 1_048_576, lines: 50_000 };

/** @returns whether a text has more characters (UTF-16 units) or lines, each page being one at least, than are taken apart */
export function isTooLarge(text: string): boolean {
  if (text.length > IMPORT_LIMITS.characters) return true;
  const ends = /\r\n|[\r\n\v\f\u2028\u2029]/g;
  let lines = 1;
  while (ends.test(text)) if (++lines > IMPORT_LIMITS.lines) return true;
  return false;
}
