/**
 * Far deeper than any sheet; beyond it the YAML parser's cost explodes. Counted roughly, since brackets in
 * running text need not match.
 */
const BRACKETS = 2_000;

/** Collections begun one in the other on one line: `- - - …`. */
const COMPACT = /(?:[-?:][ \t]){200}/;

/** One collection begun in another on its line; each is as costly as a line. */
const COMPACT_ITEM = /[-?:][ \t]+(?=[-?:][ \t])/g;
export const COMPACT_ITEMS = 5_000;

/** @returns whether a text nests collections so deeply that it must not be parsed */
export function nestsTooDeep(text: string): boolean {
  if (COMPACT.test(text)) return true;
  if (text.length > COMPACT_ITEMS && (text.match(COMPACT_ITEM)?.length ?? 0) > COMPACT_ITEMS) return true;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x5b || char === 0x7b || char === 0xff3b || char === 0xff5b) {
      if (++depth > BRACKETS) return true;
    } else if (char === 0x5d || char === 0x7d || char === 0xff3d || char === 0xff5d) depth = Math.max(0, depth - 1);
  }
  return false;
}
