import { distance } from 'fastest-levenshtein';
import { fold } from './fold.ts';

/**
 * The candidates that `written` was most likely meant to be. A missing or misplaced dot or dash counts for
 * little, since copying from printed forms and spreadsheets loses them.
 * @param limit how many at the most
 * @returns the nearest first; none where nothing is near
 */
export function nearest(written: string, candidates: string[], limit: number): string[] {
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

const POINTS = /[.\-・,_/]/g;
