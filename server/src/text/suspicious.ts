/** A character that is not seen, or changes the order of what is. */
const CHARACTER = '\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF\\uFFF9-\\uFFFB';
const SUSPICIOUS = new RegExp(`[${CHARACTER}]`, 'gu');
const SUSPICIOUS_OR_TAB = new RegExp(`[${CHARACTER}\\t]`, 'gu');
/** Nearly every text has none, not even a tab. */
const MAY_BE_SUSPICIOUS = new RegExp(`[${CHARACTER}\\t]`, 'u');
const JOINER = '\u200D';

/** How many units before a joiner may be what varies the emoji that it joins. */
const VARIED = 16;

/**
 * @param text as it stands in the document
 * @param block whether tabs and line breaks are part of the text
 * @returns where such characters stand, in UTF-16 units and in order; joiners inside emoji are none
 */
export function suspiciousCharacters(text: string, block: boolean): number[] {
  if (!MAY_BE_SUSPICIOUS.test(text)) return [];
  const found = [];
  for (const { index, 0: character } of text.matchAll(block ? SUSPICIOUS : SUSPICIOUS_OR_TAB)) {
    if (character !== JOINER || !joinsEmoji(text, index)) found.push(index);
  }
  return found;
}

/** @returns whether a key or an answer has such characters, or a tab */
export function isSuspicious(text: string): boolean {
  return MAY_BE_SUSPICIOUS.test(text) && (!text.includes(JOINER) || suspiciousCharacters(text, false).length > 0);
}

/** @returns whether any part of a text could have such characters */
export function maySuspect(text: string): boolean {
  return MAY_BE_SUSPICIOUS.test(text);
}

/** @returns a key or answer without such characters */
export function withoutSuspicious(text: string): string {
  return withoutCharacters(text, suspiciousCharacters(text, false));
}

/**
 * @param places of single UTF-16 units, in order
 * @param instead what stands at a place then; nothing unless it is given
 */
export function withoutCharacters(text: string, places: readonly number[], instead: (at: number) => string = () => ''): string {
  const parts: string[] = [];
  let taken = 0;
  for (const at of places) {
    parts.push(text.slice(taken, at), instead(at));
    taken = at + 1;
  }
  return parts.join('') + text.slice(taken);
}

/** @returns the code points of the characters at these places, as Unicode writes them, each once */
export function codePoints(text: string, places: readonly number[]): string[] {
  return [...new Set(places.map((at) => text[at]!))].map((char) => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}

function joinsEmoji(text: string, at: number): boolean {
  return /\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]*$/u.test(text.slice(Math.max(0, at - VARIED), at))
    && /^\p{Extended_Pictographic}/u.test(text.slice(at + 1, at + 3));
}
