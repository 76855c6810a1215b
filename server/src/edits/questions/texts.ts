import type { Row, Section } from '../../catalogue/form-index.ts';
import { oneLine } from '../../text/one-line.ts';

/** Marks of the comments that belong to the tool: a question's text, a section's title. */
export const QUESTION_MARK = '#?';
export const SECTION_MARK = '#=';

/** @returns the comment above a row: its references and its question, on one line */
export function questionComment(row: Row): string {
  const refs = row.refs.join(' ');
  return oneLine(`${QUESTION_MARK} ${refs === '' ? '' : `${refs} `}${row.text}`);
}

/** @returns the comments above a section's first row: its title, and what the form prints around it */
export function sectionComments(section: Section): string[] {
  const first = section.rows[0]?.id;
  const notes = section.notes.filter(({ above }) => !section.rows.some((row) => row.id === above) || above === first);
  return [`${section.title}(${section.ref})`, ...notes.map((note) => note.text)].map(sectionLine);
}

/** @returns the comments for what the form prints between two rows, above this one */
export function noteComments(row: Row): string[] {
  if (row.section.rows[0] === row) return [];
  return row.section.notes.filter(({ above }) => above === row.id).map((note) => sectionLine(note.text));
}

/** Printed text of a workspace's own form may have line breaks. */
function sectionLine(text: string): string {
  return oneLine(`${SECTION_MARK} ${text}`);
}
