/**
 * Control characters, line separators and everything that reorders text: a sheet may come from anywhere, and must not
 * move a terminal's cursor or dress up as another line of the output.
 */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** @returns the text with such characters written out; tabs and line feeds stay */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/gu;
const NO_WIDTH = /\p{M}/gu;
const COLOUR = /\u001b\[[0-9;]*m/g;

/** @returns how many columns of a terminal the text takes */
export function columnsOf(text: string): number {
  const bare = text.replace(COLOUR, '').replace(NO_WIDTH, '');
  return [...bare].length + (bare.match(WIDE)?.length ?? 0);
}

/** @returns the text with blanks behind it, at least so many columns wide */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
