import type { Guideline } from '../catalogue/guideline-index.ts';
import type { Line } from './lines.ts';

/** The cover and what is behind it. */
const FIRST_PAGES = 3;
/** Of a text without pages, so many lines stand for them. */
const FIRST_LINES = 60;

/** @returns the edition that the first pages name first behind the guideline's name; nothing where they name none */
export function editionNamed(lines: readonly Line[], guideline: Guideline): { edition?: string } {
  const first = lines.filter(({ page }, at) => (page === undefined ? at < FIRST_LINES : page <= FIRST_PAGES)).map(({ text }) => text).join('\n');
  const edition = guideline.namedEditions(first)[0]?.edition;
  return edition === undefined ? {} : { edition };
}
