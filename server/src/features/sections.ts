import type { Section } from '../catalogue/form-index.ts';
import { contentEnd, lineStart } from '../edits/layout.ts';
import type { AnswerEntry, Sheet, Span } from '../sheet/model.ts';
import { perSheet } from '../sheet/per-sheet.ts';

/** Questions of one section that stand together; a section whose questions are scattered gives several. */
export interface SectionRun {
  /** Absent for questions that the form does not have, and while the form is unknown. */
  section?: Section;
  /** Without options, in document order. */
  entries: AnswerEntry[];
  /** From the first question's key to the end of what is written for the last one. */
  span: Span;
}

/** @returns the sheet's questions by section, in document order; a question that the form does not have stays with those before it */
export const sectionRuns = perSheet(runs);

function runs(sheet: Sheet): SectionRun[] {
  const found: SectionRun[] = [];
  for (const entry of sheet.answers.filter((one) => !one.question)) {
    const last = found.at(-1);
    const section = entry.row?.section;
    const end = contentEnd(sheet, entry.span);
    if (last && (section === undefined || section === last.section)) {
      last.entries.push(entry);
      last.span.end = end;
    } else found.push({ ...(section ? { section } : {}), entries: [entry], span: { start: entry.key.span.start, end } });
  }
  return found;
}

/**
 * @param from the offset of something on a line
 * @returns the zero-based line on which the comments directly above that line begin; the line itself when there are none
 */
export function commentsAbove(sheet: Sheet, from: number): number {
  const { lines } = sheet.lines;
  let line = sheet.document.positionAt(lineStart(sheet, from)).line;
  while (line > 0 && lines[line - 1]?.kind === 'comment') line--;
  return line;
}
