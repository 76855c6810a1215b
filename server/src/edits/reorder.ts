import type { Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { applyEdits } from '../sheet/repair.ts';
import { firstIndex } from '../text/first-index.ts';
import { lineBreak } from './layout.ts';

/** Whole lines that stay together, and where they belong among others. */
export interface Chunk extends Span {
  order: number;
}

/**
 * Puts chunks into their order by moving as few of them as possible.
 * @param chunks one right behind the other; equal ones keep their places
 * @param inner edits within chunks, which travel with them
 * @returns the edits that move chunks, and those within the chunks that stay
 */
export function reorder(sheet: Sheet, chunks: Chunk[], inner: Edit[] = []): Edit[] {
  const kept = new Set(longestOrdered(chunks));
  if (kept.size === chunks.length) return inner;
  const text = sheet.document.getText();
  const eol = lineBreak(sheet);
  const own = new Map<Chunk, Edit[]>();
  const edits: Edit[] = [];
  for (const edit of inner) {
    const chunk = chunkOf(edit, chunks);
    if (chunk && !kept.has(chunk)) own.set(chunk, [...own.get(chunk) ?? [], shifted(edit, -chunk.start)]);
    else edits.push(edit);
  }
  const written = (chunk: Chunk): string => {
    const lines = applyEdits(text.slice(chunk.start, chunk.end), own.get(chunk) ?? []).text;
    return /[\r\n]$/.test(lines) ? lines : lines + eol;
  };
  const put = (start: number, end: number, lines: string): void => {
    if (text.slice(start, end) !== lines) edits.push({ span: { start, end }, text: lines });
  };

  let from = chunks[0]!.start;
  let moved = '';
  for (const chunk of chunks.toSorted((a, b) => a.order - b.order)) {
    if (!kept.has(chunk)) moved += written(chunk);
    else {
      put(from, chunk.start, moved);
      from = chunk.end;
      moved = '';
    }
  }
  const { end } = chunks.at(-1)!;
  const closed = /(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, from - 2), from))?.[0] ?? '';
  // A document that ends without a line break goes on doing so.
  if (/[\r\n]/.test(text.slice(Math.max(0, end - 1), end))) put(from, end, moved);
  else if (moved === '') put(from < end ? from - closed.length : from, end, '');
  else put(from, end, (closed === '' ? eol : '') + moved.replace(/(?:\r\n|\n|\r)$/, ''));
  return edits;
}

/** @returns the chunk that an edit is within */
function chunkOf(edit: Edit, chunks: readonly Chunk[]): Chunk | undefined {
  const chunk = chunks[firstIndex(chunks, ({ end }) => end < edit.span.end)];
  return chunk && isWithin(edit, chunk) ? chunk : undefined;
}

/** What is inserted between two chunks belongs to the first. */
function isWithin({ span }: Edit, chunk: Chunk): boolean {
  return span.start === span.end ? span.start > chunk.start && span.end <= chunk.end : span.start >= chunk.start && span.end <= chunk.end;
}

function shifted({ span, text }: Edit, by: number): Edit {
  return { span: { start: span.start + by, end: span.end + by }, text };
}

/** The most chunks that are in order already, so that as few as possible move. */
function longestOrdered(chunks: Chunk[]): Chunk[] {
  const best: { length: number; before: number }[] = [];
  const orders = [...new Set(chunks.map(({ order }) => order))].sort((a, b) => a - b);
  const ranks = new Map(orders.map((order, index) => [order, index + 1]));
  // A tree of maxima: by rank, the longest row of chunks that ends with none of a higher one.
  const longest = new Array<number>(orders.length + 1).fill(-1);
  const isLonger = (a: number, b: number): boolean => a >= 0 && (b < 0 || best[a]!.length > best[b]!.length || (best[a]!.length === best[b]!.length && a < b));
  for (const [index, { order }] of chunks.entries()) {
    let before = -1;
    for (let rank = ranks.get(order)!; rank > 0; rank -= rank & -rank) if (isLonger(longest[rank]!, before)) before = longest[rank]!;
    best.push({ length: before < 0 ? 1 : best[before]!.length + 1, before });
    for (let rank = ranks.get(order)!; rank < longest.length; rank += rank & -rank) if (isLonger(index, longest[rank]!)) longest[rank] = index;
  }
  const kept: Chunk[] = [];
  let at = best.reduce((found, one, index) => (one.length > best[found]!.length ? index : found), 0);
  for (; at >= 0; at = best[at]!.before) kept.push(chunks[at]!);
  return kept;
}
