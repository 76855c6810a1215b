import { Lexer } from 'yaml';
import type { Sheet, Span } from './model.ts';
import { applyEdits } from './repair.ts';

const cache = new WeakMap<Sheet, Span[]>();

/** What the library's lexer says beside the source itself: a document, a scalar, a bracket that is missing. */
const SIGNALS = new Set(['\u0002', '\u001f', '\u0018']);

/** @returns every comment as YAML sees it, from its `#` to the end of the line; a `#` in quotes or block text begins none */
export function commentsOf(sheet: Sheet): Span[] {
  let found = cache.get(sheet);
  if (!found) cache.set(sheet, found = [...read(sheet)]);
  return found;
}

function* read(sheet: Sheet): Generator<Span> {
  const text = sheet.document.getText();
  if (sheet.lines.lines.length === 0) return;
  const repaired = applyEdits(text, sheet.lines.repairs);
  let offset = 0;
  for (const token of new Lexer().lex(repaired.text.replace(/\r(?!\n)/g, '\n'))) {
    if (SIGNALS.has(token)) continue;
    if (token.startsWith('#')) {
      const mapped = repaired.toDocument(offset);
      const start = mapped + /^[ \t\u3000]*/.exec(text.slice(mapped))![0].length;
      // Where a repair makes a comment of what cannot stay, nobody wrote one.
      if (/^[#＃]/.test(text.slice(start, start + 1))) yield { start, end: start + /^[^\r\n]*/.exec(text.slice(start))![0].length };
    }
    offset += token.length;
  }
}
