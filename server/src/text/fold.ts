import { composed } from './composed.ts';
import { remembering } from './remember.ts';

/**
 * Folding: the one way in which two spellings are held equal. Compatibility forms become plain ones (NFKC), white space
 * goes, every dash becomes `-` and every wave `～`. Case is left alone.
 */

/** In UTF-16 units: what is longer spells no key, answer or other name, and need not be folded to be told from one. */
export const LONGEST_NAME = 1_000;

/** Folded text, and for each of its UTF-16 units the part of the source it came from. */
export interface FoldedText {
  text: string;
  /** Per unit of `text`: UTF-16 offset in the source where the character it came from begins. */
  starts: number[];
  /** Per unit of `text`: UTF-16 offset in the source behind the character it came from. */
  ends: number[];
}

export interface FoldOptions {
  /** Characters that stay as they are, where NFKC would make them another (`①` and 1). */
  keep?: string;
  /** `remove` (the default) drops white space; `single` leaves one space for each run of it, for running text. */
  space?: 'remove' | 'single';
}

// The long vowel mark ー is a letter and no dash; 〰 is drawn as a wave. NFKC has already turned －, ﹣ and ‑ into others of these.
const DASHES = /[‐‑‒–—―⁃−─━⸺⸻]/gu;
const WAVES = /[~〜∼⁓〰]/gu;
const SPACE = /\p{White_Space}/gu;
const ONLY_SPACE = /^\p{White_Space}+$/u;
/** Characters that NFC may join to the one before: combining marks (also what ﾞ becomes) and the later letters of a Hangul syllable. */
const JOINS_PREVIOUS = /^[\p{M}\u1160-\u11ff]/u;
/** ASCII that folding leaves alone. */
const PLAIN = /^[\x21-\x7d]*$/;
/** Common text without anything that joins to what is before it, for which folding is a few replacements. */
const COMMON = /^[\x20-\x7e\u3000-\u3029\u3030-\u3096\u309d-\u30ff\u4e00-\u9fff\uff01-\uff5e]*$/;
/** NFKC would make this a space and a combining mark. */
const SMALL_TILDE = '\u02dc';
/** A whole sentence as one character of Arabic, which stands in no name and no reference. */
const LONGEST_LIGATURE = '\ufdfa';

/** Takes what one source character folds to, with the marks that belong to it, and its place in the source. */
type Take = (text: string, start: number, end: number) => void;

/**
 * Folds a spelling for comparison.
 * @param text any text
 * @param keep characters that keep their own identity
 * @returns the folded text; folding it again (with the same `keep`) changes nothing
 */
export function fold(text: string, keep = ''): string {
  if (PLAIN.test(text)) return text;
  return keep === '' ? foldAll(text) : foldPieces(text, { keep });
}

const foldAll = remembering((text) => {
  if (COMMON.test(text)) return text.normalize('NFKC').replace(SPACE, '').replace(DASHES, '-').replace(WAVES, '～');
  return foldPieces(text, {});
});

/** @returns the text of `foldWithMap` alone; for texts that grow, which it takes a fraction of the memory for */
export function foldPieces(text: string, options: FoldOptions): string {
  let folded = '';
  eachPiece(text, options, (piece) => void (folded += piece));
  return folded;
}

/**
 * Folds like `fold` and remembers where each unit came from.
 * @param text any text
 * @param options what to keep; a string is the `keep` characters
 * @returns the folded text and, per UTF-16 unit of it, offsets into `text`. A character that folds to several units gives
 *   them all its own place; `starts` and `ends` never decrease
 */
export function foldWithMap(text: string, options: FoldOptions | string = {}): FoldedText {
  const asked = typeof options === 'string' ? { keep: options } : options;
  if (COMMON.test(text)) return commonWithMap(text, asked);
  const folded: FoldedText = { text: '', starts: [], ends: [] };
  eachPiece(text, asked, (piece, start, end) => {
    folded.text += piece;
    for (let unit = 0; unit < piece.length; unit++) {
      folded.starts.push(start);
      folded.ends.push(end);
    }
  });
  return folded;
}

/** The same where no character joins another, so that each is folded by itself. */
function commonWithMap(text: string, { keep = '', space = 'remove' }: FoldOptions): FoldedText {
  const folded: FoldedText = { text: '', starts: [], ends: [] };
  // Not asked of the text: looking into one that grows makes a long one quadratic.
  let last = '';
  let taken = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (isFixed(character.charCodeAt(0))) {
      folded.starts.push(at);
      folded.ends.push(at + 1);
      last = character;
      continue;
    }
    folded.text += text.slice(taken, at);
    taken = at + 1;
    const isSpace = character === ' ' || character === '\u3000';
    if (isSpace && space === 'single' && last === ' ') {
      folded.ends[folded.ends.length - 1] = at + 1;
      continue;
    }
    const one = isSpace && space === 'single' ? ' ' : keep.includes(character) ? character : foldCharacter(character);
    folded.text += one;
    last = one === '' ? last : one;
    for (let unit = 0; unit < one.length; unit++) {
      folded.starts.push(at);
      folded.ends.push(at + 1);
    }
  }
  folded.text += text.slice(taken);
  return folded;
}

/** Whether folding leaves a character alone: ASCII up to `}`, and of Japanese the letters that nearly all text is made of. */
function isFixed(unit: number): boolean {
  return (unit >= 0x21 && unit <= 0x7d) || (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fc) || (unit >= 0x4e00 && unit <= 0x9fff);
}

function eachPiece(text: string, { keep = '', space = 'remove' }: FoldOptions, take: Take): void {
  let piece = '';
  let joined = false;
  let start = 0;
  let end = 0;
  let offset = 0;
  for (const character of text) {
    const at = offset;
    offset += character.length;
    const folded = space === 'single' && ONLY_SPACE.test(character) ? ' ' : keep.includes(character) ? character : foldCharacter(character);
    if (folded === '') continue;
    if (folded === ' ' && piece === ' ') end = offset;
    // A mark may follow its letter directly (ｶﾞ) or, as ゛ does after NFKC, behind a space that is gone now.
    else if (piece !== '' && folded > '\u02ff' && JOINS_PREVIOUS.test(folded)) {
      piece += folded;
      joined = true;
      end = offset;
    } else {
      // Composed only now, once: composing at every mark would make a long run of marks quadratic. What stands by itself is composed already.
      if (piece !== '') take(joined ? composed(piece, 'NFC') : piece, start, end);
      [piece, joined, start, end] = [folded, false, at, offset];
    }
  }
  if (piece !== '') take(joined ? composed(piece, 'NFC') : piece, start, end);
}

const foldCharacter = remembering((character) => {
  if (character === SMALL_TILDE) return '～';
  // It would become eighteen.
  if (character === LONGEST_LIGATURE) return character;
  return character.normalize('NFKC').replace(SPACE, '').replace(DASHES, '-').replace(WAVES, '～');
});
