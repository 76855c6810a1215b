import type { Row, Section } from '../catalogue/form-index.ts';

/** Marks of the comments that belong to the tool: a question's text, a section's title. */
export const QUESTION_MARK = '#?';
export const SECTION_MARK = '#=';

/** @returns the comment above a row: its references and its question, on one line */
export function questionComment(row: Row): string {
  const refs = row.refs.join(' ');
  return `${QUESTION_MARK} ${refs === '' ? '' : `${refs} `}${row.text}`;
}

/** @returns the comments above a section's first row: its title, and what the form prints there */
export function sectionComments(section: Section): string[] {
  return [`${section.title}(${section.ref})`, ...section.notes.map((note) => note.text)].map((text) => `${SECTION_MARK} ${text}`);
}
