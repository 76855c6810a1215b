import { fold, foldWithMap } from '../text/fold.ts';
import { boundRepeats, escapePattern } from '../text/pattern.ts';
import type { GuidelineData } from './guideline.ts';

/** An edition of a guideline, as a text names it. */
export interface NamedEdition {
  /** UTF-16 offset in the text: where the guideline's name begins, or the number of an edition that shares the name with one before it. */
  start: number;
  /** UTF-16 offset behind the edition. */
  end: number;
  /** As the guideline's data writes it: `6.0` also for 第６版. */
  edition: string;
}

/** Between two editions of one name, behind closing brackets. A comma is not among them: what follows it is often another document. */
const AND = '[\\])」』】]*(?:[・/&]|～|及び|および|並びに|又は|または|から|と|や)';
/** To the left of a short name: the rest of a longer one (TLS…, …提供事業者における…), so another document. */
const LONGER_NAME = '(?<![\\p{Script=Han}\\p{Script=Katakana}ー\\p{Script=Latin}0-9]|における|に関する)';

/**
 * Makes the function that finds, in running text, editions of the guideline, its own among them. Only editions that the
 * data lists are found, behind a name that the data lists. The official name (the first) counts wherever it stands, a
 * short one only when it is not the end of a longer name.
 */
export function editionFinder(data: GuidelineData): (text: string) => NamedEdition[] {
  const { titles, editions } = data.names;
  const editionPattern = boundRepeats(data.names.editionPattern);
  const [official = '', ...short] = titles.map((title) => escapePattern(fold(title)));
  // The longest first: of two names that begin alike, an alternation takes the one it tries first.
  const shortNames = short.sort((a, b) => b.length - a.length).join('|');
  const names = [official, ...(shortNames === '' ? [] : [`${LONGER_NAME}(?:${escapePattern(fold(data.publisher))})?(?:${shortNames})`])];
  const named = new RegExp(`(?:${names.join('|')})${editionPattern}`, 'dgiu');
  const next = new RegExp(AND + editionPattern, 'diuy');
  const known = new Map(editions.map((edition) => [plain(edition), edition]));

  return (text) => {
    // Nearly no text names one; where it does, places are worked out.
    if (fold(text).search(named) < 0) return [];
    const folded = foldWithMap(text);
    const found: NamedEdition[] = [];
    const add = (match: RegExpExecArray, start: number): void => {
      const edition = known.get(plain(match.groups?.['edition'] ?? ''));
      if (edition === undefined) return;
      const end = match.index + match[0].length;
      found.push({ start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? text.length, edition });
    };
    for (const first of folded.text.matchAll(named)) {
      add(first, first.index);
      next.lastIndex = first.index + first[0].length;
      for (let match = next.exec(folded.text); match !== null; match = next.exec(folded.text)) {
        add(match, match.indices?.groups?.['edition']?.[0] ?? match.index);
      }
    }
    return found;
  };
}

/** 6.0 and 6 are one edition. */
function plain(edition: string): string {
  return edition.endsWith('.0') ? plain(edition.slice(0, -2)) : edition;
}
