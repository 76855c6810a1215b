import type { Sheet, Span } from './model.ts';
import { applyEdits } from './repair.ts';
import { tokensOf } from './tokens.ts';

const cache = new WeakMap<Sheet, Span[]>();

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
  for (const token of tokensOf(repaired.text)) {
    if (token.scalar || !token.text.startsWith('#')) continue;
    const mapped = repaired.toDocument(token.start);
    const start = mapped + /^[ \t\u3000]*/.exec(text.slice(mapped))![0].length;
    // Where a repair makes a comment of what cannot stay, nobody wrote one.
    if (/^[#＃]/.test(text.slice(start, start + 1))) yield { start, end: start + /^[^\r\n]*/.exec(text.slice(start))![0].length };
  }
}
