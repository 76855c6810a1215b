import type { Sheet, Span } from './model.ts';
import { perSheet } from './per-sheet.ts';
import { applyEdits } from './repair.ts';
import { tokensOf } from './tokens.ts';

/** What YAML sees in a document, in its own offsets; a `#` or a bracket in quotes or block text is a part of that. */
export interface Pieces {
  /** Every comment, from its `#` to the end of the line. */
  comments: Span[];
  /** Every collection in brackets or braces, with both, each before those inside it. */
  collections: Span[];
  /** Every scalar that goes on below its first line. */
  longTexts: Span[];
}

/** @returns the pieces of a sheet's text, repaired where it is read as meant */
export const piecesOf = perSheet(read);

/** @returns every comment as YAML sees it, from its `#` to the end of the line */
export function commentsOf(sheet: Sheet): Span[] {
  return piecesOf(sheet).comments;
}

function read(sheet: Sheet): Pieces {
  const text = sheet.document.getText();
  const pieces: Pieces = { comments: [], collections: [], longTexts: [] };
  if (sheet.lines.lines.length === 0) return pieces;
  const repaired = applyEdits(text, sheet.lines.repairs);
  const open: Span[] = [];
  for (const token of tokensOf(repaired.text)) {
    const start = repaired.toDocument(token.start);
    if (token.scalar || /^["']/.test(token.text)) {
      if (/[\r\n]/.test(token.text)) pieces.longTexts.push({ start, end: repaired.toDocument(token.start + token.text.length) });
    } else if (token.text.startsWith('#')) {
      const sign = start + /^[ \t\u3000]*/.exec(text.slice(start))![0].length;
      // Where a repair makes a comment of what cannot stay, nobody wrote one.
      if (/^[#＃]/.test(text.slice(sign, sign + 1))) pieces.comments.push({ start: sign, end: sign + /^[^\r\n]*/.exec(text.slice(sign))![0].length });
    } else if (token.text === '[' || token.text === '{') {
      const collection = { start, end: text.length };
      open.push(collection);
      pieces.collections.push(collection);
    } else if (token.text === ']' || token.text === '}') {
      const collection = open.pop();
      if (collection) collection.end = repaired.toDocument(token.start + 1);
    }
  }
  return pieces;
}
