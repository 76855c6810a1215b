/**
 * Collections open at once: far deeper than any sheet, and far from where the YAML parser, which calls itself for each, has
 * used up the stack. What it then does is not only an error: an engine that compiles a regular expression there aborts.
 */
export const MOST_OPEN = 500;

/** Collections begun one in the other on one line: `- - - …`. */
const COMPACT = /(?:[-?:][ \t]){200}/;

/** One collection begun in another on its line; each is as costly as a line. */
const COMPACT_ITEM = /[-?:][ \t]+(?=[-?:][ \t])/g;
export const COMPACT_ITEMS = 5_000;

/**
 * Counts roughly: brackets in running text need not match, and texts are indented as well.
 * @param most brackets, indents and items that may be open at once
 * @returns whether a text nests collections so deeply that it must not be parsed
 */
export function nestsTooDeep(text: string, most = MOST_OPEN): boolean {
  if (COMPACT.test(text)) return true;
  if (text.length > COMPACT_ITEMS && (text.match(COMPACT_ITEM)?.length ?? 0) > COMPACT_ITEMS) return true;
  let brackets = 0;
  /** The places of what is open around a line. A list may stand at the column of the key it belongs to: it counts half a column more. */
  const open: number[] = [];
  let column: number | undefined = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x0a || char === 0x0d) column = 0;
    else if (column !== undefined) {
      if (isBlank(char)) column++;
      else {
        const item = isItem(char) && !(text.charCodeAt(at + 1) > 0x20 && !isBlank(text.charCodeAt(at + 1)));
        const place: number = item ? column + 0.5 : column;
        while (open.length > 0 && open.at(-1)! >= place) open.pop();
        open.push(place);
        column = item ? column + 1 : undefined;
      }
    }
    if (char === 0x5b || char === 0x7b || char === 0xff3b || char === 0xff5b) brackets++;
    else if (char === 0x5d || char === 0x7d || char === 0xff3d || char === 0xff5d) brackets = Math.max(0, brackets - 1);
    if (brackets + open.length > most) return true;
  }
  return false;
}

function isBlank(char: number): boolean {
  return char === 0x20 || char === 0x09 || char === 0x3000;
}

/** A mark that begins an item or a pair, also a full-width one. */
function isItem(char: number): boolean {
  return char === 0x2d || char === 0x3f || char === 0x3a || char === 0xff0d || char === 0xff1f || char === 0xff1a;
}
