import type { LayoutData } from '../catalogue/layout.ts';
import { foldWithMap } from '../text/fold.ts';
import { withoutRadicals } from '../text/radicals.ts';

/** A line of the text. */
export interface Line {
  /** As printed, without the space around it. */
  text: string;
  /** For matching; empty for a blank line. */
  folded: string;
  /** Counted from 1. */
  page?: number;
}

export interface TextLines {
  lines: Line[];
  pages: number;
}

/** How many lines at either end of a page may be running heads or foots. */
const EDGE = 2;
/** A line that so many pages have at their ends is none of the text. */
const REPEATED = 3;

/**
 * Parts an extracted text into lines without running heads, foots and page numbers.
 * @param keep characters that folding leaves alone
 */
export function linesOf(text: string, layout: LayoutData, keep: string): TextLines {
  const pages = pagesOf(withoutRadicals(text.replace(/^\ufeff/, '')), layout, keep);
  const furniture = layout.furniture.map((pattern) => new RegExp(pattern, 'u'));
  const headings = layout.headings.map(({ pattern }) => new RegExp(pattern, 'u'));
  const kept = pages.map(({ page, lines }) => ({ page, lines: lines.filter(({ folded }) => !furniture.some((one) => one.test(folded))) }));
  const counts = new Map<string, number>();
  for (const { lines } of kept) for (const shape of new Set(edgesOf(lines).map(shapeOf))) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const isRunning = (line: Line): boolean => (counts.get(shapeOf(line)) ?? 0) >= REPEATED && !headings.some((one) => one.test(line.folded));
  return {
    pages: pages.filter(({ page }) => page !== undefined).length,
    lines: kept.flatMap(({ lines }) => {
      const running = new Set(edgesOf(lines).filter(isRunning));
      return lines.filter((line) => !running.has(line));
    }),
  };
}

/** The same line on another page, whatever number is in it. A number alone in front is an item's. */
function shapeOf({ folded }: Line): string {
  return folded.replace(/[0-9]+/g, '#');
}

function edgesOf(lines: Line[]): Line[] {
  const written = lines.filter(({ folded }) => folded !== '');
  return [...new Set([...written.slice(0, EDGE), ...written.slice(-EDGE)])];
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
    return { text: line, folded: foldWithMap(line, { keep, space: 'single' }).text.trim(), ...(page === undefined ? {} : { page }) };
  });
}
