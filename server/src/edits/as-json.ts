import type { Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { perSheet } from '../sheet/per-sheet.ts';
import { tokensOf } from '../sheet/tokens.ts';

/**
 * Writes what edits insert in double quotes where the sheet is written as JSON is: in braces, with its keys in quotes.
 * What is inserted within a text stays as it is.
 */
export function asJson(sheet: Sheet, edits: Edit[]): Edit[] {
  if (!/^\uFEFF?\s*\{\s*"/.test(sheet.document.getText())) return edits;
  const texts = textsOf(sheet);
  const isWithin = ({ span: { start } }: Edit): boolean => texts.some((one) => one.start < start && start < one.end);
  return edits.map((edit) => (isWithin(edit) ? edit : { span: edit.span, text: quotedAll(edit.text) }));
}

/** Where the sheet's keys and values stand, with their quotes; many fixes may be asked for one sheet. */
const textsOf = perSheet((sheet): Span[] => {
  const tokens = [...tokensOf(sheet.document.getText())].filter((token) => token.scalar || /^["']/.test(token.text));
  return tokens.map(({ start, text }) => ({ start, end: start + text.length }));
});

/** Quotes every text in what stands in braces, and writes nothing behind a key as an empty one. */
function quotedAll(text: string): string {
  const tokens = [...tokensOf(`{${text}\n}`)].slice(1, -2).filter((token) => token.text !== '');
  const written = tokens.map((token) => (token.scalar ? JSON.stringify(token.text) : token.text)).join('');
  return written.replace(/(?<="[ \t]*:)[ \t]*(?=[,}\r\n]|$)/g, ' ""');
}
