import { composed } from '../text/composed.ts';
import { fold, foldPieces, foldWithMap, LONGEST_NAME } from '../text/fold.ts';
import { boundRepeats, escapePattern } from '../text/pattern.ts';
import { remembering } from '../text/remember.ts';
import type { GrammarData } from './guideline.ts';
import { membersBetween } from './reference-range.ts';

/** One level of a reference, such as the item `C8` of `6.11.C8`. */
export interface ReferencePart {
  /** Name of the level in the guideline's grammar. */
  level: string;
  /** In canonical spelling, without the separator. */
  text: string;
}

/** A reference to one place in a guideline, or to a range of neighbours. */
export interface Reference {
  /** The one spelling in which it is stored and compared; a range is one string. */
  canonical: string;
  /** From the outermost level to the innermost; of a range, those of its first member. Never empty. */
  parts: ReferencePart[];
  /** Of a range: the innermost part of its last member, of the same level as the last of `parts`. */
  last?: string;
}

/** A reference in running text. */
export interface FoundReference {
  reference: Reference;
  /** UTF-16 offset in the text. */
  start: number;
  /** UTF-16 offset behind it. */
  end: number;
  /** As it stands in the text. */
  written: string;
}

/** How well what was typed leads to a reference: the lower the better. */
export type MatchRank = 0 | 1 | 2;

interface Level {
  name: string;
  separator: string;
  /** Tests a part in canonical spelling. */
  exact: RegExp;
  /** Finds a part in a text. */
  part: string;
}

/** The expressions that read a reference from folded text, compiled once. */
interface Reader {
  head: RegExp;
  /** By first level, then last: what may stand behind the range sign. */
  tails: (RegExp | undefined)[][];
}

/** No digit, Latin letter or dot may touch a reference from the left, or it is part of some other number. */
const LEFT = '(?<![0-9.\\p{Script=Latin}])';
/** Nor may its own last letter or digit run on (`C8x`), or the numbering go deeper than the grammar knows (`C8.1`). */
const RIGHT = '(?:(?<![0-9\\p{Script=Latin}])|(?![0-9\\p{Script=Latin}]))(?!\\.[0-9])';

/**
 * Numerals that stand beside a reference in a text as a bullet or a footnote mark (①6.11.C8, 6.11.C8²). NFKC would make
 * them digits of it. Bracketed ones (⑴) are not among them: they become `(1)`, a level's own spelling.
 */
const BESIDE = characters([[0xb2, 0xb3], [0xb9, 0xb9], [0x2070, 0x2089], [0x2116, 0x2116], [0x2460, 0x2473], [0x2488, 0x249b],
  [0x24ea, 0x24ea], [0x3251, 0x325f], [0x32b1, 0x32bf]]);

/** How the references of one guideline are written. */
export class ReferenceGrammar {
  /** Names of the levels, from the outermost to the innermost. */
  readonly levels: readonly string[];
  readonly #data: GrammarData;
  readonly #compiled: Level[];
  readonly #range: string;
  readonly #runningFrom: number;
  readonly #whole: Reader;
  readonly #running: Reader;
  readonly #parse = remembering((written) => this.parseAnew(written));
  readonly #parentOf = remembering((canonical) => this.parentOfAnew(canonical));
  readonly #findInText = remembering((text) => this.findAnew(text));

  /**
   * @param data the grammar of a guideline, valid by the guideline's JSON Schema
   * @throws SyntaxError when a pattern is no regular expression, Error when `runningTextLevel` is none of the levels
   */
  constructor(data: GrammarData) {
    this.#data = data;
    this.levels = data.levels.map((level) => level.name);
    this.#compiled = data.levels.map(({ name, separator, pattern }) => ({ name, separator, exact: new RegExp(`^(?:${pattern})$`, 'u'), part: boundRepeats(pattern) }));
    this.#range = fold(data.range, data.keep);
    this.#runningFrom = this.levels.indexOf(data.runningTextLevel);
    if (this.#runningFrom < 0) throw new Error(`The grammar has no level "${data.runningTextLevel}".`);
    this.#whole = this.reader(0, (separator) => escapePattern(fold(separator, data.keep)), '', '', 'y');
    // Prose keeps its spaces, so a separator's own space counts there; people leave it out.
    this.#running = this.reader(this.#runningFrom, (separator) => separator.split(/\s+/u).map((part) => escapePattern(fold(part, data.keep))).join(' ?'), LEFT, RIGHT, 'g');
  }

  /**
   * Reads a whole string as one reference or range, tolerating width, case, spaces and kinds of dashes and waves.
   * @returns undefined when it is not a reference, or is more than one
   */
  parse(written: string): Reference | undefined {
    return this.#parse(written);
  }

  private parseAnew(written: string): Reference | undefined {
    const folded = fold(written, this.#data.keep);
    const read = this.read(this.#whole, folded, 0);
    return read?.end === folded.length ? read.reference : undefined;
  }

  /**
   * @returns the canonical ids that a reference stands for: itself, or the members of a range in order. Of a range that
   *   runs backwards, is too long or has unlike ends, only the two ends
   */
  expand(reference: Reference): string[] {
    const { parts, last } = reference;
    const inner = parts.at(-1);
    const level = this.#compiled[parts.length - 1];
    if (last === undefined || inner === undefined || level === undefined) return [reference.canonical];
    const members = membersBetween(inner.text, last, this.#data.keep ?? '');
    const texts = members?.every((text) => level.exact.test(text)) ? members : [inner.text, last];
    return texts.map((text) => this.write([...parts.slice(0, -1), { level: inner.level, text }]));
  }

  /** @returns the canonical id one level up (of a range: what holds all its members); undefined for the outermost level and what is no reference */
  parentOf(canonical: string): string | undefined {
    return this.#parentOf(canonical);
  }

  private parentOfAnew(canonical: string): string | undefined {
    const parts = this.parse(canonical)?.parts;
    return parts !== undefined && parts.length > 1 ? this.write(parts.slice(0, -1)) : undefined;
  }

  /** @returns the name of the innermost level that a reference reaches; undefined for what is no reference */
  levelOf(canonical: string): string | undefined {
    return this.parse(canonical)?.parts.at(-1)?.level;
  }

  /** @returns whether a reference reaches far enough to be one in running text too */
  inRunningText(reference: Reference): boolean {
    return reference.parts.length > this.#runningFrom;
  }

  /**
   * Finds the references in running text, where they must reach the grammar's `runningTextLevel`, hold no white space and
   * touch no other number. Levels below that one count only in their canonical case: the A of 「6.6.C2(1)A社」 is not an item.
   * @returns in order, not overlapping; a range is one
   */
  findInText(text: string): readonly FoundReference[] {
    return this.#findInText(text);
  }

  private findAnew(text: string): FoundReference[] {
    const options = { keep: BESIDE + (this.#data.keep ?? ''), space: 'single' } as const;
    // Places are not worked out for nothing in a long text whose characters become many.
    if (text.length > LONGEST_NAME && composed(text, 'NFKC').length > 2 * text.length && this.read(this.#running, foldPieces(text, options), 0) === undefined) return [];
    const folded = foldWithMap(text, options);
    const found: FoundReference[] = [];
    for (let at = 0; at < folded.text.length;) {
      const read = this.read(this.#running, folded.text, at);
      if (read === undefined) break;
      const start = folded.starts[read.start] ?? 0;
      const end = folded.ends[read.end - 1] ?? text.length;
      found.push({ reference: read.reference, start, end, written: text.slice(start, end) });
      at = Math.max(read.end, at + 1);
    }
    return found;
  }

  /**
   * Whether what was typed so far could lead to a reference, whatever its width and case.
   * @returns 0 when the reference begins so, 1 when one of its later levels does (`C8` for `6.11.C8`), 2 when a number in
   *   it does (`14(1` for `6.5.C14(1)`), undefined otherwise
   */
  matches(canonical: string, typed: string): MatchRank | undefined {
    if (typed.length > LONGEST_NAME) return undefined;
    const folded = fold(canonical, this.#data.keep).toUpperCase();
    const wanted = fold(typed, this.#data.keep).toUpperCase();
    if (folded.startsWith(wanted)) return 0;
    if (!folded.includes(wanted)) return undefined;
    let at = 0;
    for (const [index, part] of (this.parse(canonical)?.parts ?? []).entries()) {
      const separator = index === 0 ? '' : fold(this.#compiled[index]?.separator ?? '', this.#data.keep);
      const own = at + separator.length;
      if (folded.startsWith(wanted, at) || folded.startsWith(wanted, own)) return 1;
      at = own + part.text.length;
    }
    for (const number of folded.matchAll(/[0-9]+/g)) {
      if (folded.startsWith(wanted, number.index)) return 2;
    }
    return undefined;
  }

  private reader(atLeast: number, separate: (separator: string) => string, left: string, right: string, flag: string): Reader {
    const source = (first: number, needed: number, last: number): string => {
      let rest = '';
      for (let index = last; index >= first; index--) {
        const level = this.#compiled[index];
        if (level === undefined) continue;
        const own = `${index === first ? '' : separate(level.separator)}(?<level${index}>${level.part})${rest}`;
        rest = index > needed ? `(?:${own})?` : own;
      }
      return rest;
    };
    const count = this.#data.levels.length;
    const indices = Array.from({ length: count }, (_, index) => index);
    return {
      head: new RegExp(left + source(0, atLeast, count - 1) + right, `diu${flag}`),
      tails: indices.map((first) => indices.map((last) => (last < first ? undefined : new RegExp(source(first, last, last) + right, 'diuy')))),
    };
  }

  /** Reads the first reference at or (as the reader's head is sticky or not) behind an offset of folded text. */
  private read(reader: Reader, folded: string, at: number): { reference: Reference; start: number; end: number } | undefined {
    reader.head.lastIndex = at;
    const match = reader.head.exec(folded);
    if (match === null) return undefined;
    const parts: ReferencePart[] = [];
    let end = match.index;
    for (const [index, level] of this.#compiled.entries()) {
      const written = match.groups?.[`level${index}`];
      if (written === undefined) break;
      const text = inCanonicalCase(level, written);
      if (text === undefined) return undefined;
      if (reader === this.#running && index > this.#runningFrom && text !== written) break;
      parts.push({ level: level.name, text });
      end = match.indices?.groups?.[`level${index}`]?.[1] ?? end;
    }
    const tail = this.readTail(reader, folded, end, parts);
    const canonical = this.write(parts) + (tail === undefined ? '' : this.#data.range + tail.last);
    return {
      reference: tail === undefined ? { canonical, parts } : { canonical, parts, last: tail.last },
      start: match.index,
      end: tail?.end ?? end,
    };
  }

  /** Reads the end of a range: its last member written out (`～8.3.C1(5)`) or from any level on (`～(5)`). */
  private readTail(reader: Reader, folded: string, at: number, parts: ReferencePart[]): { last: string; end: number } | undefined {
    if (!folded.startsWith(this.#range, at)) return undefined;
    const inner = parts.length - 1;
    for (let first = 0; first <= inner; first++) {
      const tail = reader.tails[first]?.[inner];
      const level = this.#compiled[inner];
      if (tail === undefined || level === undefined) continue;
      tail.lastIndex = at + this.#range.length;
      const match = tail.exec(folded);
      const last = inCanonicalCase(level, match?.groups?.[`level${inner}`] ?? '');
      if (match === null || last === undefined) continue;
      // What the end repeats must be what the beginning said.
      const agrees = parts.slice(first, inner).every((part, offset) => part.text.toUpperCase() === match.groups?.[`level${first + offset}`]?.toUpperCase());
      if (agrees) return { last, end: tail.lastIndex };
    }
    return undefined;
  }

  private write(parts: ReferencePart[]): string {
    return parts.map((part, index) => (index === 0 ? '' : (this.#compiled[index]?.separator ?? '')) + part.text).join('');
  }
}

/** A part may be typed in the wrong case; its pattern says which one is right. */
function inCanonicalCase(level: Level, written: string): string | undefined {
  return [written, written.toUpperCase(), written.toLowerCase()].find((text) => level.exact.test(text));
}

function characters(ranges: [number, number][]): string {
  return ranges.map(([first, last]) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index))).join('');
}
