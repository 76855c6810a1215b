import { composed } from '../../../server/src/text/composed.ts';
import { main, remarkText } from './content.ts';

/** Which rows are shown. */
export interface Filter {
  /** One of the summary's filters; empty for all. */
  is: string;
  /** A section of the guideline; empty for all. */
  section: string;
  /** Words that must all be there, folded. */
  words: string;
}

/** Full width, half width and upper case are the same to somebody who looks for something. */
export function folded(text: string): string {
  return composed(text, 'NFKC').toLowerCase();
}

/**
 * @param query words and numbers; numbers may be spaced as the form prints them (`17. 3. 1`)
 * @returns whether a text has them all; a number is not found within a longer one
 */
export function finder(query: string): (text: string) => boolean {
  const wanted = folded(query).replace(/(?<=\d\.)\s+(?=\d)/g, '').split(/\s+/).filter((word) => word !== '');
  const patterns = wanted.map((word) => {
    const literal = word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    return new RegExp(`${/^\d/.test(word) ? '(?<![\\d.])' : ''}${literal}${/\d$/.test(word) ? '(?!\\d)' : ''}`);
  });
  return (text) => {
    const searched = folded(text);
    return patterns.every((pattern) => pattern.test(searched));
  };
}

/**
 * Hides the rows that a filter leaves out, and sections without any left.
 * @param held a row that stays although it no longer fits: somebody has just answered it
 * @returns how many rows are shown; undefined when none is hidden
 */
export function applyFilter({ is, section, words }: Filter, held?: HTMLElement): number | undefined {
  const finds = finder(words);
  const all = [...main.querySelectorAll<HTMLTableRowElement>('tr[data-row], .items tbody tr:not(.section), .exceptions tbody tr')];
  const filters = is !== '' || section !== '' || words.trim() !== '';
  const remarks = words.trim() === '' ? undefined : remarkTexts();
  for (const row of all) {
    const { is: own = '', sections = '' } = row.dataset;
    row.hidden = filters && row !== held && !((is === '' || own.split(' ').includes(is)) && (section === '' || sections.split(' ').includes(section))
      && (!remarks || finds(textOf(row, remarks))));
  }
  for (const body of main.querySelectorAll('.answers tbody, .items tbody')) {
    const rows = [...body.querySelectorAll('tr')].filter((row) => !row.matches('.section, .notes'));
    (body as HTMLElement).hidden = filters && rows.length > 0 && rows.every((row) => row.hidden);
  }
  return filters ? all.filter((row) => !row.hidden).length : undefined;
}

/** What a row says: of the answers that it could have only the one that it has, and the remarks that it cites. */
function textOf(row: HTMLTableRowElement, remarks: Map<string, string>): string {
  if (row.dataset['row'] === undefined) return row.textContent ?? '';
  const cells = [...row.querySelectorAll('.number, .question, .written, .implied, .cites')].map((cell) => cell.textContent ?? '');
  const cited = [...row.querySelectorAll('.cites a')].map((link) => remarks.get(link.textContent ?? '') ?? '');
  return [row.dataset['row'], ...cells, ...cited].join(' ');
}

/** By the number that is printed. */
function remarkTexts(): Map<string, string> {
  return new Map([...main.querySelectorAll('.remarks tr[id]')].map((row) => [row.id.slice('remark-'.length), remarkText(row)]));
}
