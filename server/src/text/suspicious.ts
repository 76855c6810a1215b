/** A character that is not seen, or changes the order of what is. */
const SUSPICIOUS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** Nearly every text has none, not even a tab. */
const MAY_BE_SUSPICIOUS = /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/u;
const JOINER = '\u200D';

/**
 * @param text as it stands in the document
 * @param block whether tabs and line breaks are part of the text
 * @returns where such characters stand, in UTF-16 units; joiners inside emoji are none
 */
export function suspiciousCharacters(text: string, block: boolean): { start: number; end: number; code: string }[] {
  if (!MAY_BE_SUSPICIOUS.test(text)) return [];
  const found = [];
  for (const match of text.matchAll(SUSPICIOUS)) {
    const at = match.index;
    if (match[0] === JOINER && joinsEmoji(text, at)) continue;
    found.push({ start: at, end: at + match[0].length, code: codePoint(match[0]) });
  }
  if (!block) for (const match of text.matchAll(/\t/g)) found.push({ start: match.index, end: match.index + 1, code: codePoint('\t') });
  return found.sort((a, b) => a.start - b.start);
}

/** @returns whether any part of a text could have such characters */
export function maySuspect(text: string): boolean {
  return MAY_BE_SUSPICIOUS.test(text);
}

/** @returns a key or answer without such characters */
export function withoutSuspicious(text: string): string {
  return suspiciousCharacters(text, false).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

function joinsEmoji(text: string, at: number): boolean {
  const before = text.slice(0, at).replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]+$/u, '');
  return /\p{Extended_Pictographic}$/u.test(before) && /^\p{Extended_Pictographic}/u.test(text.slice(at + 1));
}

function codePoint(char: string): string {
  return `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
