import type { Guideline } from '../catalogue/guideline-index.ts';
import type { Span } from '../sheet/model.ts';
import { fold, LONGEST_NAME } from '../text/fold.ts';

/** Characters of numbering in general, in any width. */
const NUMBERING = /[0-9A-Za-z.()～〜~①-⑳０-９Ａ-Ｚａ-ｚ．（）-]/;
const OPENING = '(（';
const CLOSING = ')）';

/** What else the references of a guideline are made of. */
interface Further {
  characters: Set<string>;
  /** Whether a space can stand within. */
  spaced: boolean;
}

const cache = new WeakMap<Guideline, Further>();
const NOTHING: Further = { characters: new Set(), spaced: false };

/**
 * In text and lists, the run of characters around the cursor that is a reference or becomes one.
 * @param text the document
 * @param span the stretch that the run cannot leave
 * @param offset the cursor's
 */
export function referenceToken(text: string, span: Span, offset: number, guideline: Guideline | undefined): Span {
  const further = guideline ? furtherOf(guideline) : NOTHING;
  const partOf = (at: number): boolean => at >= span.start && at < span.end && isPart(text[at]!, guideline, further);
  let start = offset;
  let end = offset;
  while (partOf(start - 1) || (further.spaced && isSpace(text[start - 1]) && partOf(start - 2))) start--;
  while (partOf(end) || (further.spaced && isSpace(text[end]) && partOf(end + 1))) end++;
  start = firstOf(text, { start, end: offset }, guideline);
  return { start, end: Math.max(offset, lastOf(text, { start, end }, offset, guideline, further)) };
}

/** A run may begin with a bracket around the reference, or with words that share its characters. */
function firstOf(text: string, { start, end }: Span, guideline: Guideline | undefined): number {
  let bare = start;
  while (bare < end && OPENING.includes(text[bare]!)) bare++;
  for (let at = Math.max(bare, end - LONGEST_NAME); at < end && guideline; at++) {
    // Within a number nothing begins.
    const begins = at === bare || !NUMBERING.test(text[at - 1]!) || !NUMBERING.test(text[at]!);
    if (begins && !isSpace(text[at]) && beginsReference(guideline, text.slice(at, end))) return at;
  }
  return bare;
}

/** The closing bracket around the reference is no part of it, nor are words behind it. */
function lastOf(text: string, { start, end }: Span, offset: number, guideline: Guideline | undefined, further: Further): number {
  let depth = 0;
  let last = start;
  for (; last < end; last++) {
    if (OPENING.includes(text[last]!)) depth++;
    if (CLOSING.includes(text[last]!) && --depth < 0) break;
  }
  if (further.characters.size === 0) return last;
  for (let at = Math.min(last, start + LONGEST_NAME); at >= offset && at > start; at--) {
    if (!isSpace(text[at - 1]) && guideline!.grammar.parse(text.slice(start, at))) return at;
  }
  let numbered = offset;
  while (numbered < last && NUMBERING.test(text[numbered]!)) numbered++;
  return numbered;
}

/** @returns whether some reference of the guideline begins like this */
export function beginsReference(guideline: Guideline, typed: string): boolean {
  return guideline.all().some(({ id }) => guideline.grammar.matches(id, typed) === 0);
}

function isPart(character: string, guideline: Guideline | undefined, { characters }: Further): boolean {
  if (NUMBERING.test(character)) return true;
  if (characters.size === 0) return false;
  const folded = fold(character, guideline?.data.grammar.keep);
  return folded !== '' && [...folded].every((one) => characters.has(one));
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\u3000';
}

function furtherOf(guideline: Guideline): Further {
  let found = cache.get(guideline);
  if (!found) {
    const { grammar } = guideline.data;
    const written = guideline.all().map(({ id }) => id).join('') + grammar.range;
    const others = [...fold(written, grammar.keep)].filter((character) => !NUMBERING.test(character));
    cache.set(guideline, found = { characters: new Set(others), spaced: grammar.levels.some(({ separator }) => /\s/.test(separator)) });
  }
  return found;
}
