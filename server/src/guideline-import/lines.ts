import type { LayoutData } from '../catalogue/layout.ts';
import { foldWithMap } from '../text/fold.ts';
import { withoutRadicals } from '../text/radicals.ts';

/** A line of the text. */
export interface Line {
  /** As printed, without the space around it. */
  text: string;
  /** For matching; empty for a blank line. Of a long line only the beginning: headings and numbers stand there. */
  folded: string;
  /** Counted from 1. */
  page?: number;
}

export interface TextLines {
  lines: Line[];
  pages: number;
}

/** Of a line so much is matched; nobody has to wait for a pattern that tries all of a hostile line. */
const MATCHED = 400;
/** How many lines at either end of a page may be running heads or foots. */
const EDGE = 2;
/** A line that so many pages have at their ends is none of the text. */
const REPEATED = 3;
const SENTENCE = /[。、]$/;

/**
 * Parts an extracted text into lines without running heads, foots and page numbers.
 * @param keep characters that folding leaves alone
 */
export function linesOf(text: string, layout: LayoutData, keep: string): TextLines {
  const pages = pagesOf(withoutRadicals(text.replace(/^\ufeff/, '')), layout, keep);
  const furniture = layout.furniture.map((pattern) => new RegExp(pattern, 'u'));
  const telling = [...layout.headings, ...layout.items].map(({ pattern }) => new RegExp(pattern, 'u'));
  const kept = pages.map(({ page, lines }) => ({ page, lines: lines.filter(({ folded }) => !furniture.some((one) => one.test(folded))) }));
  const shapes = kept.map(({ lines }) => edgesOf(lines).map((edge) => new Set(edge.map(shapeOf))));
  const counts = new Map<string, number>();
  for (const page of shapes) for (const shape of new Set(page.flatMap((edge) => [...edge]))) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  /** Heads and feet stand on page after page, or every other, at the same end; a sentence that ends there is none. */
  const isRunning = (line: Line, page: number, edge: number): boolean => {
    const shape = shapeOf(line);
    if ((counts.get(shape) ?? 0) < REPEATED || SENTENCE.test(line.folded) || telling.some((one) => one.test(line.folded))) return false;
    return [-2, -1, 1, 2].some((step) => shapes[page + step]?.[edge]?.has(shape));
  };
  return {
    pages: pages.filter(({ page }) => page !== undefined).length,
    lines: kept.flatMap(({ lines }, page) => {
      const running = new Set(edgesOf(lines).flatMap((edge, at) => edge.filter((line) => isRunning(line, page, at))));
      return lines.filter((line) => !running.has(line));
    }),
  };
}

/** The same line on another page, whatever number is in it. */
function shapeOf({ folded }: Line): string {
  return folded.replace(/[0-9]+/g, '#');
}

/** The first lines of a page, and the last. */
function edgesOf(lines: Line[]): [Line[], Line[]] {
  const written = lines.filter(({ folded }) => folded !== '');
  return [written.slice(0, EDGE), written.slice(-EDGE)];
}

interface Page {
  page?: number;
  lines: Line[];
}

function pagesOf(text: string, { pageMark }: LayoutData, keep: string): Page[] {
  const fed = text.split('\f');
  // A program that writes a form feed behind each page has written no page behind the last.
  if (fed.length > 1 && fed.at(-1)!.trim() === '') fed.pop();
  if (fed.length > 1 || text.includes('\f')) return fed.map((page, at) => ({ page: at + 1, lines: linesIn(page, keep, at + 1) }));
  const mark = pageMark === undefined ? undefined : new RegExp(pageMark, 'u');
  const pages: Page[] = [{ lines: [] }];
  for (const line of linesIn(text, keep)) {
    const page = Number(mark?.exec(line.folded)?.groups?.['page'] ?? NaN);
    if (Number.isInteger(page)) {
      pages.push({ page, lines: [] });
      continue;
    }
    const current = pages.at(-1)!;
    current.lines.push(current.page === undefined ? line : { ...line, page: current.page });
  }
  return pages;
}

function linesIn(text: string, keep: string, page?: number): Line[] {
  return text.split(/\r\n|[\r\n\v\u2028\u2029]/).map((written) => {
    const line = written.trim();
    return { text: line, folded: foldWithMap(line.slice(0, MATCHED), { keep, space: 'single' }).text.trim(), ...(page === undefined ? {} : { page }) };
  });
}
