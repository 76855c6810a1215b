import { foldWithMap } from '../text/fold.ts';
import { MATCHED, type Line } from './lines.ts';
import { joined, type Piece } from './paragraphs.ts';
import { ordinal, type Patterns } from './patterns.ts';
import type { Doubt, OfficialItem } from './report.ts';

/** An item as it was found. */
export interface FoundItem extends OfficialItem {
  doubt?: Doubt;
  /** The line that raises the doubt. */
  line?: string;
  /** The id of the item that this is a sub-item of. */
  above?: string;
}

/** How a sentence ends, also within brackets or before a note. */
const SENTENCE_ENDS = /[。．.!?！？][)）」』】\]]*$/;
/** What goes on with a sentence, so that the number before it is a reference and no sub-item. */
const GOES_ON = /^(?:[のをにがはともへや、。]|から|まで|より|及び|又は|並びに|若しくは)/;

/** How ids are made. */
export interface Ids {
  /** Characters that folding leaves alone, in the order in which they count. */
  keep: string;
  /** @returns the canonical reference of a part below another; undefined where the grammar has no such */
  below(id: string, level: string, part: string): string | undefined;
}

interface Marker {
  depth: number;
  number: number;
  part: string;
  rest: string;
}

/** Parts the lines of one block into items. Lines in front of the first number belong to none. */
export class BlockReader {
  readonly #patterns: Patterns;
  readonly #ids: Ids;
  readonly #section: string;
  readonly #family: string;
  readonly #found: FoundItem[] = [];
  #open: { id: string; number: number; page: number | undefined; lines: Line[]; doubt?: Doubt; line?: string } | undefined;
  /** The last number that was in its place. */
  #last = 0;
  #afterGroup = true;
  /** The line at which the numbers begin anew. */
  #restarted: string | undefined;

  constructor(section: string, family: string, patterns: Patterns, ids: Ids) {
    this.#section = section;
    this.#family = family;
    this.#patterns = patterns;
    this.#ids = ids;
  }

  add(line: Line): void {
    if (line.suspect) this.doubt('running', line.text);
    if (this.#patterns.groups.some((group) => group.test(line.folded))) {
      this.#close();
      this.#afterGroup = true;
      return;
    }
    const marker = this.#marker(line, 0);
    const id = marker && this.#ids.below(this.#section, this.#patterns.items[0]!.layout.level, marker.part);
    if (!marker || id === undefined) {
      this.#open?.lines.push(line);
      return;
    }
    // Where a second list begins anew, a number tells no more which item it is.
    if (marker.number === 1 && this.#last > 0) this.#restarted ??= line.text;
    const expected = (this.#open?.number ?? this.#last) + 1;
    const fits = marker.number === expected || marker.number === this.#last + 1 || (this.#afterGroup && marker.number === 1);
    // A number that comes too early or too late: what was open may be torn, and so may this be.
    if (!fits) this.doubt('sequence', line.text);
    this.#close();
    this.#open = { id, number: marker.number, page: line.page, lines: [{ ...line, text: marker.rest }] };
    if (fits) this.#last = marker.number;
    else this.doubt('sequence', line.text);
    this.#afterGroup = false;
  }

  /** What is open may go on where it should not. */
  doubt(doubt: Doubt, line: string): void {
    if (!this.#open || this.#open.doubt) return;
    this.#open.doubt = doubt;
    this.#open.line = line;
  }

  /** A heading follows. What is open is doubted where it does not end as sentences do: the heading may be a line of it. */
  cut(line: string): void {
    const last = this.#open?.lines.findLast(({ text }) => text !== '');
    if (last && !SENTENCE_ENDS.test(last.text)) this.doubt('heading', line);
  }

  end(): FoundItem[] {
    this.#close();
    const line = this.#restarted;
    if (line === undefined) return this.#found;
    // Of what is there twice that is told.
    const times = new Map<string, number>();
    for (const { id } of this.#found) times.set(id, (times.get(id) ?? 0) + 1);
    return this.#found.map((item) => (item.doubt || times.get(item.id) !== 1 ? item : { ...item, doubt: 'sequence', line }));
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    const { id, page, doubt, line } = open;
    const pieces = open.lines.map((one, at): Piece => ({ text: one.text, begins: at > 0 && this.#begins(one) }));
    const text = joined(pieces);
    const found = (part: OfficialItem & { above?: string }): FoundItem => ({
      ...part, ...(part.text === '' ? { doubt: 'empty' as const } : {}), ...(doubt ? { doubt, line: line! } : {}),
    });
    this.#found.push(found({ id, text, ...(page === undefined ? {} : { page }) }), ...this.#subItems(id, open.lines).map(found));
  }

  #begins(line: Line): boolean {
    return this.#patterns.items.some((_, depth) => depth > 0 && this.#marker(line, depth)) || this.#patterns.paragraphs.some((one) => one.test(line.folded) || one.test(line.text.slice(0, MATCHED)));
  }

  /** Sub-items whose numbers are in order; where they are not, the item has its text and they have none of their own. */
  #subItems(item: string, lines: Line[]): (OfficialItem & { above: string })[] {
    const found: { id: string; above: string; page: number | undefined; pieces: Piece[] }[] = [];
    const path: { id: string; number: number }[] = [{ id: item, number: 0 }];
    for (const [at, line] of lines.entries()) {
      const marker = at === 0 ? undefined : this.#anySub(line);
      if (marker && GOES_ON.test(marker.rest) && !SENTENCE_ENDS.test(lines[at - 1]!.text)) return [];
      if (!marker) {
        for (const one of found.slice(-1)) this.#extend(found, one, { text: line.text, begins: this.#begins(line) });
        continue;
      }
      const above = path[marker.depth - 1];
      const level = this.#patterns.items[marker.depth]!.layout.level;
      const id = above && this.#ids.below(above.id, level, marker.part);
      // Lists of other kinds use the same numbers where the grammar has no sub-items: they are text.
      if (id === undefined) {
        for (const one of found.slice(-1)) this.#extend(found, one, { text: line.text, begins: true });
        continue;
      }
      if (marker.number !== (path[marker.depth]?.number ?? 0) + 1) return [];
      path.length = marker.depth;
      path.push({ id, number: marker.number });
      for (const one of found.filter((other) => other.id === above!.id)) this.#extend(found, one, { text: line.text, begins: true });
      found.push({ id, above: above!.id, page: line.page, pieces: [{ text: marker.rest, begins: false }] });
    }
    return found.map(({ id, above, page, pieces }) => ({ id, above, text: joined(pieces), ...(page === undefined ? {} : { page }) }));
  }

  /** A line of a sub-item is one of all that it stands in. */
  #extend<Sub extends { id: string; above: string; pieces: Piece[] }>(all: Sub[], one: Sub, piece: Piece): void {
    for (let sub: Sub | undefined = one; sub; sub = all.find(({ id }) => id === sub.above)) sub.pieces.push(piece);
  }

  #anySub(line: Line): Marker | undefined {
    for (let depth = 1; depth < this.#patterns.items.length; depth++) {
      const marker = this.#marker(line, depth);
      if (marker) return marker;
    }
    return undefined;
  }

  #marker(line: Line, depth: number): Marker | undefined {
    const item = this.#patterns.items[depth];
    const match = item?.pattern.exec(line.folded);
    const written = match?.groups?.['number'];
    const number = written === undefined ? undefined : ordinal(written, this.#ids.keep);
    if (!item || !match || written === undefined || number === undefined) return undefined;
    const part = item.layout.part.replaceAll('{number}', () => written).replaceAll('{family}', () => this.#family);
    return { depth, number, part, rest: behind(line.text, match[0].length, this.#ids.keep) };
  }
}

/** What stands in a text behind so many characters of its folded spelling. */
function behind(text: string, length: number, keep: string): string {
  const { ends } = foldWithMap(text.slice(0, 2 * length + 40), { keep, space: 'single' });
  return text.slice(length === 0 ? 0 : (ends[length - 1] ?? text.length)).trim();
}
