import type { Span } from './model.ts';
import type { ScanState } from './scan-state.ts';

/** What tells how far a line is indented. */
type Indents = Pick<ScanState, 'text' | 'leading' | 'width'>;

/** Where values must have ended, by the columns of the maps around them. */
export class Limits {
  readonly #state: Indents;
  readonly #lines: Span[];
  /** What was found before; good until it is reached. */
  readonly #known = new Map<string, number>();

  constructor(state: Indents, lines: Span[]) {
    this.#state = state;
    this.#lines = lines;
  }

  /**
   * @param next which line is looked at first
   * @param comments whether a line may be a comment, which may stand at any column, but not what the value ends with
   * @returns where a value of a map at this column must have ended
   */
  of(parentIndent: number, next: number, comments: boolean): number {
    const name = `${parentIndent} ${comments}`;
    const known = this.#known.get(name) ?? -1;
    if (known >= (this.#lines[next]?.start ?? this.#state.text.length)) return known;
    const limit = this.#find(parentIndent, next, comments);
    this.#known.set(name, limit);
    return limit;
  }

  #find(parentIndent: number, next: number, comments: boolean): number {
    const { text } = this.#state;
    let comment: number | undefined;
    for (let index = next; index < this.#lines.length; index++) {
      const line = this.#lines[index]!;
      const leading = this.#state.leading(line);
      const rest = text.slice(line.start + leading.length, line.end);
      if (rest === '') continue;
      if (comments && rest.startsWith('#')) comment ??= line.start;
      else if (this.#state.width(leading) > parentIndent || /^[\]}］｝\s]+(?:#.*)?$/.test(rest)) comment = undefined;
      else return comment ?? line.start;
    }
    return comment ?? text.length;
  }
}
