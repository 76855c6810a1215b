import type { LayoutData } from '../catalogue/layout.ts';
import { fold, foldWithMap } from '../text/fold.ts';
import { withoutRadicals } from '../text/radicals.ts';

/** A line of the text. */
export interface Line {
  /** As printed, without the space around it. */
  text: string;
  /** For matching; empty for a blank line. Of a long line only the beginning: headings and numbers stand there. */
  folded: string;
  /** Counted from 1. */
  page?: number;
  /** It may be a running head or foot, and may be text. */
  suspect?: boolean;
}

export interface TextLines {
  lines: Line[];
  pages: number;
}

/** Of a line so much is matched; nobody has to wait for a pattern that tries all of a hostile line. */
export const MATCHED = 400;
/** How many lines at either end of a page may be running heads or foots. */
const EDGE = 2;
/** A line that so many pages have at their ends is none of the text. */
const REPEATED = 3;
const SENTENCE = /[。、]$/;
/** What stands around a page's number, and no words; it is never long. */
const LONGEST_PAGE_NUMBER = 16;
// eslint-disable-next-line regexp/no-super-linear-backtracking -- Only tried on so few characters.
const PAGE_NUMBER = /^\P{L}*(?:p|pp|page)?\P{L}*#\P{L}*$/iu;

/**
 * Parts an extracted text into lines without running heads, feet and page numbers.
 * @param keep characters that folding leaves alone
 * @param titles of sections, folded: heads name the section that a page is in
 */
export function linesOf(text: string, layout: LayoutData, keep: string, titles: ReadonlySet<string>): TextLines {
  const pages = pagesOf(withoutRadicals(text.replace(/^\ufeff/, '')), layout, keep);
  const furniture = layout.furniture.map((pattern) => new RegExp(pattern, 'u'));
  const telling = [...layout.headings, ...layout.items].map(({ pattern }) => new RegExp(pattern, 'u'));
  const kept = pages.map(({ page, lines }) => ({ page, lines: lines.filter(({ folded }) => !furniture.some((one) => one.test(folded))) }));
  const edges = kept.map(({ lines }) => edgesOf(lines));
  const shapes = countsOf(edges, shapeOf);
  const texts = countsOf(edges, ({ folded }) => folded);
  const isFirst = firstOf(kept, edges);
  /** Whether a page nearby has such a line at the same end. Heads stand on page after page, or every other. */
  const near = (page: number, edge: number, is: (other: Line, step: number) => boolean): boolean =>
    [-2, -1, 1, 2].some((step) => edges[page + step]?.[edge]?.some((other) => is(other, step)));
  const countsUp = (line: Line, page: number, edge: number): boolean => line.folded.length <= LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(shapeOf(line))
    && near(page, edge, (other, step) => shapeOf(other) === shapeOf(line) && numberIn(other) - numberIn(line) === step);
  const judge = (line: Line, page: number, edge: number): 'running' | 'suspect' | undefined => {
    if ((shapes.get(shapeOf(line)) ?? 0) >= 2 && countsUp(line, page, edge)) return 'running';
    if (SENTENCE.test(line.folded)) return undefined;
    const tells = telling.some((one) => one.test(line.folded));
    const same = (other: Line): boolean => other.folded === line.folded;
    // What looks like a heading or an item is one where it stands first, unless it stands within a page as well.
    if (tells && near(page, edge, same) && (texts.get(line.folded) ?? 0) >= 2) return isFirst(line, page) ? undefined : 'running';
    if (!tells && (shapes.get(shapeOf(line)) ?? 0) >= REPEATED && near(page, edge, (other) => shapeOf(other) === shapeOf(line))) return 'running';
    return !tells && (near(page, edge, same) || titles.has(fold(line.folded))) ? 'suspect' : undefined;
  };
  return {
    pages: pages.filter(({ page }) => page !== undefined).length,
    lines: kept.flatMap(({ lines }, page) => {
      const judged = new Map(edges[page]!.flatMap((edge, at) => edge.map((line) => [line, judge(line, page, at)] as const)).filter(([, found]) => found !== undefined));
      return lines.filter((line) => judged.get(line) !== 'running').map((line) => (judged.has(line) ? { ...line, suspect: true } : line));
    }),
  };
}

/** On how many pages a line stands at an end, by what makes it the same. */
function countsOf(edges: readonly (readonly Line[])[][], sameBy: (line: Line) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of edges) for (const key of new Set(page.flat().map(sameBy))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** @returns what tells whether a line stands at the ends of no page before, and within none */
function firstOf(pages: readonly { lines: Line[] }[], edges: readonly (readonly Line[])[][]): (line: Line, page: number) => boolean {
  const first = new Map<string, number>();
  const within = new Set<string>();
  for (const [page, { lines }] of pages.entries()) {
    const ends = edges[page]!.flat();
    for (const { folded } of ends) if (!first.has(folded)) first.set(folded, page);
    for (const line of lines) if (!ends.includes(line)) within.add(line.folded);
  }
  return ({ folded }, page) => first.get(folded)! >= page && !within.has(folded);
}

function numberIn({ folded }: Line): number {
  return Number(/[0-9]+/.exec(folded)?.[0] ?? NaN);
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
