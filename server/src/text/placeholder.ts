import type { DialectData } from '../catalogue/dialect.ts';
import { composed } from './composed.ts';
import { fold, LONGEST_NAME } from './fold.ts';
import { remembering } from './remember.ts';

type Placeholders = DialectData['placeholders'];

const tests = new WeakMap<Placeholders, (text: string) => boolean>();
/** What may stand before the word: 【要記入】, ※TODO. */
const DECORATION = /^[\s[(<【〔〈《※*■□●◆・-]+/;
/** What makes a longer word of it: Todoist, TODOリスト, TODO管理, 要記入事項. */
const LONGER = /[\p{Script=Latin}\p{Script=Katakana}ー]|(?<=[\p{Script=Han}\p{Script=Latin}])\p{Script=Han}/uy;

/** @returns whether a text only holds the place of one still to be written */
export function isPlaceholder(text: string, placeholders: Placeholders): boolean {
  let test = tests.get(placeholders);
  if (!test) tests.set(placeholders, test = remembering(testOf(placeholders)));
  return test(text);
}

function testOf({ whole, beginning, anywhere }: Placeholders): (text: string) => boolean {
  const known = { whole: [...whole, ...beginning].map(plain), beginning: beginning.map(spaced), anywhere: anywhere.map(spaced) };
  return (text) => {
    // What is as long as a text is no mark in place of one.
    const written = text.length > LONGEST_NAME ? text : plain(text);
    const running = spaced(text);
    return written === '' || known.whole.includes(written) || known.beginning.some((one) => begins(running, one))
      || known.anywhere.some((one) => running.includes(one));
  };
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
  return composed(text, 'NFKC').toLowerCase();
}
