import type { Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { applyEdits } from '../sheet/repair.ts';
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
  const moves = chunks.filter((chunk) => !kept.has(chunk));
  const edits = inner.filter((edit) => !moves.some((chunk) => isWithin(edit, chunk)));
  const written = (chunk: Chunk): string => {
    const own = inner.filter((edit) => isWithin(edit, chunk)).map((edit) => shifted(edit, -chunk.start));
    const lines = applyEdits(text.slice(chunk.start, chunk.end), own).text;
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
  const closed = /(?:\r\n|\n|\r)$/.exec(text.slice(0, from))?.[0] ?? '';
  // A document that ends without a line break goes on doing so.
  if (/[\r\n]$/.test(text.slice(0, end))) put(from, end, moved);
  else if (moved === '') put(from < end ? from - closed.length : from, end, '');
  else put(from, end, (closed === '' ? eol : '') + moved.replace(/(?:\r\n|\n|\r)$/, ''));
  return edits;
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
  for (const [index, chunk] of chunks.entries()) {
    let found = { length: 1, before: -1 };
    for (let above = 0; above < index; above++) {
      if (chunks[above]!.order <= chunk.order && best[above]!.length + 1 > found.length) found = { length: best[above]!.length + 1, before: above };
    }
    best.push(found);
  }
  const kept: Chunk[] = [];
  let at = best.reduce((longest, one, index) => (one.length > best[longest]!.length ? index : longest), 0);
  for (; at >= 0; at = best[at]!.before) kept.unshift(chunks[at]!);
  return kept;
}
