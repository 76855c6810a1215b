import type { Span } from '../sheet/model.ts';
import { quoteEnd } from '../sheet/quotes.ts';

/** A key that is written, or begun, in quotes. */
export interface QuotedKey {
  quote: string;
  /** The key with its quotes; where the closing one is missing, what is likely to be meant for it. */
  token: Span;
  /** What stands in it before the cursor. */
  typed: string;
  /** A colon stands behind it. */
  hasColon: boolean;
}

/** What ends a key that nobody has closed. */
const ENDS = /[\s\u3000,:：，、{}[\]#]/;

/**
 * @param text the document
 * @param span where a key stands
 * @param offset the cursor's, within `span`
 * @returns nothing where no quote stands before the cursor, or the key goes on behind its quotes
 */
export function quotedKeyAt(text: string, span: Span, offset: number): QuotedKey | undefined {
  const quote = text[span.start]!;
  if (!/["']/.test(quote) || offset <= span.start) return undefined;
  const closed = quoteEnd(text, span.start, span.end);
  const isClosed = closed <= span.end;
  let end = isClosed ? closed : offset;
  while (!isClosed && end < span.end && !ENDS.test(text[end]!)) end++;
  if (end < offset) return undefined;
  const typed = text.slice(span.start + 1, isClosed ? Math.min(offset, end - 1) : offset);
  return { quote, token: { start: span.start, end }, typed, hasColon: /^[ \t\u3000]*[:：]/.test(text.slice(end)) };
}
