/** @returns the text as a regular expression that matches just it, also with the flag u */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A piece of a regular expression of the flag u: a character or set, the beginning of a group, or how often what is before it may stand. */
// eslint-disable-next-line regexp/no-super-linear-move -- In a valid pattern each set is closed.
export const PATTERN_TOKEN = /\\(?:[pPu]\{[^}]*\}|u.{4}|x..|c.|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<?[=!]|<[^>]*>|[a-z-]*:))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|./gsu;

/** More characters alike than any part of a reference or an edition has. */
const OFTEN = 64;

/**
 * A text of nothing but what an endless repeat matches is tried from each of its characters to its end, which is square in
 * its length.
 * @param pattern a valid regular expression of the flag u
 * @returns the same with no repeat of more than 64 times, unless at least as many are wanted
 */
export function boundRepeats(pattern: string): string {
  return pattern.replace(PATTERN_TOKEN, (token) => {
    const [, least, most = '', lazy] = /^(?:[*+]|\{(\d+),(\d*)\})(\??)$/.exec(token) ?? [];
    if (lazy === undefined) return token;
    const min = Number(least ?? (token.startsWith('+') ? 1 : 0));
    return `{${min},${Math.max(min, Math.min(OFTEN, Number(most || OFTEN)))}}${lazy}`;
  });
}
