import type { Guideline } from '../catalogue/guideline-index.ts';
import type { Line } from './lines.ts';

/** The cover and what is behind it. */
const FIRST_PAGES = 3;
/** Of a text without pages, so many lines stand for them. */
const FIRST_LINES = 60;
/** In UTF-16 units: several times what three pages have. Lines may be of any length. */
export const FIRST_CHARACTERS = 20_000;

/** @returns the edition that the first pages name first behind the guideline's name; nothing where they name none */
export function editionNamed(lines: readonly Line[], guideline: Guideline): { edition?: string } {
  const first = lines.filter(({ page }, at) => (page === undefined ? at < FIRST_LINES : page <= FIRST_PAGES)).map(({ text }) => text).join('\n').slice(0, FIRST_CHARACTERS);
  const edition = guideline.namedEditions(first)[0]?.edition;
  return edition === undefined ? {} : { edition };
}
