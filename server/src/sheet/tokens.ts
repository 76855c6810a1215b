import { Lexer } from 'yaml';

/** What the library's lexer says beside the source itself: a document, a scalar, a bracket that is missing. */
const SCALAR = '\u001f';
const SIGNALS = new Set(['\u0002', SCALAR, '\u0018']);

/** A piece of the source as YAML takes it apart: punctuation, a scalar, blank, a line break, a comment. */
export interface Token {
  text: string;
  /** Its offset in the source. */
  start: number;
  /** A scalar that is plain or a block text; its source may look like punctuation. */
  scalar: boolean;
}

/** @returns every piece of a YAML source, one right behind the other */
export function* tokensOf(source: string): Generator<Token> {
  let start = 0;
  let scalar = false;
  // The library does not know a lone CR as a line break; YAML does. Same length, so offsets hold.
  for (const text of new Lexer().lex(source.replace(/\r(?!\n)/g, '\n'))) {
    if (SIGNALS.has(text)) {
      scalar = text === SCALAR;
      continue;
    }
    yield { text, start, scalar };
    start += text.length;
    scalar = false;
  }
}
