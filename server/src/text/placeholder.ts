import type { DialectData } from '../catalogue/dialect.ts';
import { fold } from './fold.ts';

type Placeholders = DialectData['placeholders'];

const folded = new WeakMap<Placeholders, Placeholders>();

/** @returns whether a text only holds the place of one still to be written */
export function isPlaceholder(text: string, placeholders: Placeholders): boolean {
  let known = folded.get(placeholders);
  if (!known) {
    const { whole, beginning, anywhere } = placeholders;
    folded.set(placeholders, known = { whole: whole.map(plain), beginning: beginning.map(plain), anywhere: anywhere.map(plain) });
  }
  const written = plain(text);
  return written === '' || known.whole.includes(written) || known.beginning.some((one) => written.startsWith(one))
    || known.anywhere.some((one) => written.includes(one));
}

function plain(text: string): string {
  return fold(text).toLowerCase();
}
