import { distance } from 'fastest-levenshtein';
import { fold, LONGEST_NAME } from './fold.ts';

/**
 * The candidates that `written` was most likely meant to be. A missing or misplaced dot or dash counts for
 * little, since copying from printed forms and spreadsheets loses them.
 * @param limit how many at the most
 * @returns the nearest first; none where nothing is near
 */
export function nearest(written: string, candidates: string[], limit: number): string[] {
  if (written.length > LONGEST_NAME) return [];
  const folded = fold(written).toLowerCase();
  const bare = folded.replace(POINTS, '');
  return candidates
    .map((candidate, index) => {
      const other = fold(candidate).toLowerCase();
      const cost = bare !== '' && bare === other.replace(POINTS, '') ? 0.5 : distance(folded, other);
      return { candidate, cost, index, length: Math.max(folded.length, other.length), differs: Math.abs(folded.length - other.length) };
    })
    .filter(({ cost, length }) => cost <= Math.max(1, length / 2))
    .sort((a, b) => a.cost - b.cost || a.differs - b.differs || a.index - b.index)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/**
 * The only candidate that `written` can stand for: the same but for dots and dashes, for zeros before a number (021), and
 * for what people write around one (問3, No.5, 6)).
 */
export function meant(written: string, candidates: string[]): string | undefined {
  return meaning(candidates)(written);
}

/** @returns what finds, as `meant` does, among candidates that are looked through only now */
export function meaning(candidates: string[]): (written: string) => string | undefined {
  const spelled = new Map<string, string[]>();
  const pointless = new Map<string, string[]>();
  for (const candidate of candidates) {
    const other = fold(candidate).toLowerCase();
    for (const [found, text] of [[spelled, other], [pointless, other.replace(POINTS, '')]] as const) {
      const alike = found.get(text);
      if (alike) alike.push(candidate);
      else found.set(text, [candidate]);
    }
  }
  return (written) => {
    const folded = fold(written).toLowerCase();
    const numbers = folded.match(/\d+(?:[.\-]\d+)*/g) ?? [];
    const around = folded.length - (numbers[0]?.length ?? 0);
    // What a spreadsheet makes of a whole number is no other number.
    const whole = /^(\d+)\.0+$/.exec(folded)?.[1];
    if (whole !== undefined) return spelled.get(whole)?.[0];
    const number = numbers.length === 1 && around <= AROUND && !folded.includes('/') ? numbers : [];
    const texts = [folded, ...number, ...number.map((text) => text.replace(/(?<![^.\-])0+(?=\d)/g, ''))];
    for (const text of texts) {
      const bare = text.replace(POINTS, '');
      const found = spelled.get(text) ?? pointless.get(bare) ?? [];
      if (bare !== '' && found.length === 1) return found[0];
    }
    return undefined;
  };
}

/** How many characters people write around a number. */
const AROUND = 4;

const POINTS = /[.\-・、。,_/]/g;
