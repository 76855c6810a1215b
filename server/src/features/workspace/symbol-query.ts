import { fold } from '../../text/fold.ts';

/** Which of a query's words a text has: a bit for each. */
export type Match = number;

/** More words than a number has bits for say nothing more. */
const MOST_WORDS = 30;

/** What somebody types to find a symbol, whatever its width and case. */
export class SymbolQuery {
  readonly #typed: string;
  /** Folded, each once. */
  readonly #words: string[];

  constructor(typed: string) {
    this.#typed = typed.trim();
    this.#words = [...new Set(typed.split(/[\s\u3000]+/).map(folded))].filter((word) => word !== '').slice(0, MOST_WORDS);
  }

  get isEmpty(): boolean {
    return this.#words.length === 0;
  }

  match(text: string): Match {
    const own = this.#words.length === 0 ? '' : folded(text);
    return this.#words.reduce((match, word, bit) => (own.includes(word) ? match | (1 << bit) : match), 0);
  }

  /** @returns whether the first word is in the symbol's name and each other one there or in what holds the symbol */
  accepts(name: Match, container: Match): boolean {
    return this.isEmpty || ((name & 1) !== 0 && (name | container) === (1 << this.#words.length) - 1);
  }

  /** @returns whether the first word is a symbol's number, or the beginning of it */
  beginning(id: string): 'whole' | 'part' | undefined {
    const own = folded(id);
    const word = this.#words[0] ?? '';
    return own === word ? 'whole' : own.startsWith(word) ? 'part' : undefined;
  }

  /**
   * Editors sift what they are given once more, by the characters as they were typed: what was found by another width
   * would be lost.
   * @returns the name, with what was typed behind it where an editor would not find it otherwise
   */
  findable(name: string, container: string): string {
    const [first = '', ...others] = this.#typed.split(' ').filter((word) => word !== '');
    const found = holds(name, this.#typed) || (holds(name, first) && others.every((word) => holds(container, word)));
    return found ? name : `${name} ［${this.#typed}］`;
  }
}

/** Whether a text has these characters in this order. */
function holds(text: string, typed: string): boolean {
  const own = text.toLowerCase();
  let from = 0;
  for (const character of typed.toLowerCase().replace(/\s/g, '')) {
    const found = own.indexOf(character, from);
    if (found < 0) return false;
    from = found + character.length;
  }
  return true;
}

function folded(text: string): string {
  return fold(text).toLowerCase();
}
