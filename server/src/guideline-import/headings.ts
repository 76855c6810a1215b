import type { Guideline } from '../catalogue/guideline-index.ts';
import { fold } from '../text/fold.ts';
import type { Line } from './lines.ts';
import type { Patterns } from './patterns.ts';

/** A line that looks like a heading. */
export interface Heading {
  /** The canonical reference; of a level above the sections, or of a section. */
  id: string;
  /** Whether it is one: its title is the one that the guideline's data or the table of contents has. */
  sure: boolean;
  /** How many lines it takes. */
  lines: number;
}

/** A title that is longer than a line goes on in at most so many. */
const MOST_LINES = 3;

/** Finds headings, the outermost first, as they are met. */
export class HeadingReader {
  readonly #guideline: Guideline;
  readonly #patterns: Patterns;
  /** What the table of contents lists, folded. */
  readonly #contents: ReadonlySet<string>;
  /** The numbers that it lists, by the kinds of headings. */
  readonly #listed: ReadonlySet<string | undefined>[];
  /** The part of each level that was met last. */
  #path: string[] = [];

  constructor(guideline: Guideline, patterns: Patterns, contents: ReadonlySet<string>) {
    this.#guideline = guideline;
    this.#patterns = patterns;
    this.#contents = contents;
    this.#listed = patterns.headings.map(({ pattern }) => new Set([...contents].flatMap((entry) => pattern.exec(entry)?.groups?.['part'] ?? [])));
  }

  /** @returns the heading that begins at a line; undefined where none does */
  at(lines: readonly Line[], at: number): Heading | undefined {
    for (const [depth, { level, pattern }] of this.#patterns.headings.entries()) {
      const groups = pattern.exec(lines[at]!.folded)?.groups;
      if (!groups) continue;
      const path = [...this.#path.slice(0, depth), this.#written(level, groups['part'] ?? '')];
      const id = path.length === depth + 1 ? this.#guideline.grammar.parse(path.join(''))?.canonical : undefined;
      if (id === undefined) continue;
      const sure = groups['title'] === undefined && !pattern.source.includes('?<title>') ? 1 : this.#linesOfTitle(id, groups['title'] ?? '', lines, at);
      if (sure === 0 && this.#isText(id, depth, groups['part'])) continue;
      if (sure > 0) this.#path = path;
      return { id, sure: sure > 0, lines: Math.max(1, sure) };
    }
    return undefined;
  }

  /** @returns whether what stands at a line ends a section, being in the table of contents or known to have no items */
  ends({ folded }: Line): boolean {
    return this.#patterns.boundaries.some((one) => one.test(folded)) || this.#contents.has(bare(folded));
  }

  /** Whether a line only begins with a number: the table of contents lists headings of its kind, and none with that number. */
  #isText(id: string, depth: number, part: string | undefined): boolean {
    const listed = this.#listed[depth]!;
    return listed.size > 0 && !listed.has(part) && this.#guideline.section(id) === undefined;
  }

  #written(level: string, part: string): string {
    return (this.#guideline.data.grammar.levels.find(({ name }) => name === level)?.separator ?? '') + part;
  }

  /** @returns how many lines a known title takes; 0 where it is another */
  #linesOfTitle(id: string, title: string, lines: readonly Line[], at: number): number {
    const known = this.#guideline.section(id)?.title;
    let found = fold(title);
    let whole = bare(lines[at]!.folded);
    for (let count = 1; count <= MOST_LINES; count++) {
      if ((known !== undefined && found === fold(known)) || this.#contents.has(whole)) return count;
      const next = lines[at + count]?.folded;
      if (next === undefined || next === '') break;
      found += fold(next);
      whole += bare(next);
    }
    return 0;
  }
}

/** An entry and its heading, whether there is a dot behind the number or not. */
export function bare(folded: string): string {
  return fold(folded).replace(/^([0-9]+(?:\.[0-9]+)*)\./, '$1');
}

/**
 * Takes the table of contents out of a text.
 * @returns the other lines, and what it lists
 */
export function withoutContents(lines: readonly Line[], patterns: Patterns): { lines: Line[]; contents: Set<string> } {
  const contents = new Set<string>();
  const kept: Line[] = [];
  for (const line of lines) {
    const title = patterns.contentsEntry.exec(line.folded)?.groups?.['title'];
    if (title === undefined) {
      kept.push(line);
      continue;
    }
    contents.add(bare(title));
    // An entry that was wrapped: its beginning is no heading.
    const before = kept.at(-1);
    if (before && before.page === line.page && before.folded !== '' && !patterns.headings.some(({ pattern }) => pattern.test(title))
      && patterns.headings.some(({ pattern }) => pattern.test(before.folded))) {
      kept.pop();
      contents.add(bare(before.folded) + bare(title));
    }
  }
  return { lines: kept, contents };
}
