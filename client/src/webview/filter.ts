import { main } from './content.ts';

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
  return text.normalize('NFKC').toLowerCase();
}

/**
 * Hides the rows that a filter leaves out, and sections without any left.
 * @returns how many rows are shown; undefined when none is hidden
 */
export function applyFilter({ is, section, words }: Filter): number | undefined {
  const wanted = folded(words).split(/\s+/).filter((word) => word !== '');
  const all = [...main.querySelectorAll<HTMLTableRowElement>('tr[data-row], .items tbody tr:not(.section), .exceptions tbody tr')];
  const filters = is !== '' || section !== '' || wanted.length > 0;
  for (const row of all) {
    const { is: own = '', sections = '', row: id = '' } = row.dataset;
    const text = (): string => folded(`${id} ${row.textContent}`);
    row.hidden = filters && !((is === '' || own.split(' ').includes(is)) && (section === '' || sections.split(' ').includes(section))
      && wanted.every((word) => text().includes(word)));
  }
  for (const body of main.querySelectorAll('.answers tbody, .items tbody')) {
    const rows = [...body.querySelectorAll('tr')].filter((row) => !row.matches('.section, .notes'));
    (body as HTMLElement).hidden = filters && rows.length > 0 && rows.every((row) => row.hidden);
  }
  return filters ? all.filter((row) => !row.hidden).length : undefined;
}
