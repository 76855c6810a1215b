/** A line of an item, and whether it begins a paragraph. */
export interface Piece {
  text: string;
  begins: boolean;
}

/** Where a space parts words, and a line's end stands for one. */
const WORD = /[\p{Script=Latin}\p{N}.,;:)\]%"']/u;
const WORD_BEGINS = /[\p{Script=Latin}\p{N}(["']/u;
const FULL_WIDTH = /[\uff00-\uffef]/;

/** @returns wrapped lines joined to paragraphs, one a line */
export function joined(pieces: readonly Piece[]): string {
  const parts: string[] = [];
  // Looking at the end of what grows would copy it each time.
  let last: string | undefined;
  for (const piece of pieces) {
    if (piece.text === '') continue;
    if (last !== undefined) parts.push(piece.begins ? '\n' : parted(last, piece.text[0]!) ? ' ' : '');
    parts.push(piece.text);
    last = piece.text.at(-1)!;
  }
  return parts.join('');
}

function parted(before: string, after: string): boolean {
  return WORD.test(before) && WORD_BEGINS.test(after) && !FULL_WIDTH.test(before) && !FULL_WIDTH.test(after);
}
