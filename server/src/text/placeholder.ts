import type { DialectData } from '../catalogue/dialect.ts';
import { fold } from './fold.ts';

type Placeholders = DialectData['placeholders'];

const folded = new WeakMap<Placeholders, Placeholders>();
/** What may stand before the word: 【要記入】, ※TODO. */
const DECORATION = /^[\s[(<【〔〈《※*■□●◆・-]+/;
/** What makes a longer word of it: Todoist, TODOリスト, 要記入事項. */
const LONGER = /[\p{Script=Latin}\p{Script=Katakana}ー]|(?<=\p{Script=Han})\p{Script=Han}/uy;

/** @returns whether a text only holds the place of one still to be written */
export function isPlaceholder(text: string, placeholders: Placeholders): boolean {
  let known = folded.get(placeholders);
  if (!known) {
    const { whole, beginning, anywhere } = placeholders;
    folded.set(placeholders, known = { whole: [...whole, ...beginning].map(plain), beginning: beginning.map(spaced), anywhere: anywhere.map(spaced) });
  }
  const written = plain(text);
  const running = spaced(text);
  return written === '' || known.whole.includes(written) || known.beginning.some((one) => begins(running, one))
    || known.anywhere.some((one) => running.includes(one));
}

function begins(text: string, marker: string): boolean {
  const rest = text.replace(DECORATION, '');
  LONGER.lastIndex = marker.length;
  return rest.startsWith(marker) && !LONGER.test(rest);
}

function plain(text: string): string {
  return spaced(fold(text));
}

/** White space stays, so that what stands on both sides of it does not become one. */
function spaced(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
