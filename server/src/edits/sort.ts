import type { Section } from '../catalogue/form-index.ts';
import type { AnswerEntry, Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { columnOf, contentEnd, lineEnd, lineStart } from './layout.ts';
import { toolComments } from './questions/lines.ts';
import { SECTION_MARK, sectionComments } from './questions/texts.ts';
import { reorder, type Chunk } from './reorder.ts';
import { sortInBraces } from './sort-in-braces.ts';

/**
 * Puts the questions into the form's order by moving whole lines; comments travel with the row below them, but a section's
 * title to the first row of its section.
 * @returns nothing where YAML cannot read the sheet, and where an alias could come to stand
 *   before what it refers to
 */
export function sortQuestions(sheet: Sheet): Edit[] {
  const questions = sheet.answers.filter((entry) => !entry.question);
  if (questions.some((entry) => entry.shape === 'other') || sheet.notices.some((notice) => notice.kind === 'syntax')) return [];
  if (hasAlias(sheet.document.getText().slice(questions[0]!.span.start, questions.at(-1)!.span.end))) return [];
  if (questions.every((entry) => entry.inFlow)) return sortInBraces(sheet, questions);
  const chunks = chunksOf(sheet, questions);
  return reorder(sheet, chunks);
}

/** Whether an anchor is referred to. */
export function hasAlias(text: string): boolean {
  return [...text.matchAll(/(?<=\s)&([^\s,[\]{}]+)/g)].some((anchor) => text.includes(`*${anchor[1]}`));
}

/**
 * A question's whole lines, with the comments and blank lines above it and the comments that are indented deeper below it.
 * A row that the form does not have stays behind the row above it.
 */
function chunksOf(sheet: Sheet, questions: AnswerEntry[]): Chunk[] {
  const orders = firstOrders(questions);
  let from = firstLine(sheet, questions[0]!.key.span.start);
  let order = -1;
  return questions.flatMap((entry) => {
    order = entry.row?.order ?? order;
    const end = lastLine(sheet, entry);
    const behind = end + (/^(?:\r\n|\n|\r)/.exec(sheet.document.getText().slice(end, end + 2))?.[0].length ?? 0);
    const title = titleAbove(sheet, entry, from);
    const own = { start: title?.end ?? from, end: behind, order };
    const titleOrder = title && orders.get(title.section);
    const chunks = titleOrder === undefined ? [{ ...own, start: from }] : [{ start: from, end: title!.end, order: titleOrder - 0.5 }, own];
    from = behind;
    return chunks;
  });
}

/** Where each section begins among the rows that the sheet has. */
function firstOrders(questions: AnswerEntry[]): Map<Section, number> {
  const orders = new Map<Section, number>();
  for (const { row } of questions) {
    if (row) orders.set(row.section, Math.min(row.order, orders.get(row.section) ?? Infinity));
  }
  return orders;
}

/** The section's title among the comments above a row, with what stands above it; by its text, or else the row's own section. */
function titleAbove(sheet: Sheet, entry: AnswerEntry, from: number): { end: number; section: Section } | undefined {
  const key = entry.key.span.start;
  const titles = toolComments(sheet).filter(({ line, text }) => line.start >= from && line.start < key && text.startsWith(SECTION_MARK));
  const last = titles.at(-1);
  const section = sheet.form?.sections.find((one) => titles.some(({ text }) => sectionComments(one).includes(text))) ?? entry.row?.section;
  return last && section && { end: lineStart(sheet, sheet.lines.lines[last.at + 1]!.start), section };
}

/** @returns where the comments right above the first entry of a map begin; what a blank line sets apart is about all entries */
export function firstLine(sheet: Sheet, key: number): number {
  const { lines } = sheet.lines;
  let at = sheet.document.positionAt(key).line;
  while (lines[at - 1]?.kind === 'comment') at--;
  return lineStart(sheet, lines[at]!.start);
}

/** The end of the blank lines that are a part of a block text, as they are behind `|+`. */
function withBlankText(sheet: Sheet, end: number): number {
  const { lines } = sheet.lines;
  const last = sheet.document.positionAt(end).line;
  let at = last;
  while (lines[at]?.inside === 'block') at--;
  const value = lines[at]?.value;
  if (at === last || !value || !/^[|>]\d?\+/.test(sheet.document.getText().slice(value.start, value.end))) return end;
  let behind = last;
  while (lines[behind + 1]?.inside === 'block') behind++;
  return lines[behind]!.end;
}

/** @returns the end of an entry's last line, or of the comments below it that are indented deeper than its key */
export function lastLine(sheet: Sheet, entry: Pick<AnswerEntry, 'key' | 'span'>): number {
  const { lines } = sheet.lines;
  const end = withBlankText(sheet, lineEnd(sheet, contentEnd(sheet, entry.span)));
  const column = columnOf(sheet, entry.key.span.start);
  let last = end;
  for (let at = sheet.document.positionAt(end).line + 1; ; at++) {
    const line = lines[at];
    if (line?.kind === 'comment' && line.indent > column) last = line.end;
    else if (line?.kind !== 'blank') return last;
  }
}
