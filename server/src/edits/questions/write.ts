import type { Section } from '../../catalogue/form-index.ts';
import type { Line } from '../../sheet/lines.ts';
import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { insertion, lineBreak, lineEnd } from '../layout.ts';
import { behindGap, gapAbove, rowLines, toolComments, type RowLine, type ToolComment } from './lines.ts';
import { removeLine, type Within } from './remove.ts';
import { noteComments, questionComment, QUESTION_MARK, SECTION_MARK, sectionComments } from './texts.ts';

export interface WriteOptions {
  /** Only these rows, by the index of their line; all of them when absent. */
  within?: Within;
  /** Only rows and sections that have their comment already, here or in another place. */
  refresh?: boolean;
}

/** What was done to comments, each counted once. */
export interface QuestionEdits {
  edits: Edit[];
  added: number;
  changed: number;
  removed: number;
}

/**
 * Writes each row's question above it, and each section's title above the first row of it that the sheet has. Those that
 * say something else are brought up to date, those that stand elsewhere are removed. Comments of any other kind stay, and so
 * do those above a key that the form does not have, since nobody can tell what it means.
 * @returns no edits where 回答 is written in braces or the form is unknown
 */
export function writeQuestions(sheet: Sheet, options: WriteOptions = {}): QuestionEdits {
  const result: QuestionEdits = { edits: [], added: 0, changed: 0, removed: 0 };
  if (!sheet.form || sheet.answers.some((entry) => !entry.question && entry.inFlow)) return result;
  const { within = () => true } = options;
  const rows = rowLines(sheet);
  const comments = toolComments(sheet);
  const wanted = wantedAbove(rows, comments, sheet, options.refresh === true);
  const owned = new Set<ToolComment>();
  for (const row of rows) {
    const present = commentsAbove(sheet, comments, row);
    for (const comment of present) owned.add(comment);
    if (within(row.at)) align(sheet, row, present, wanted.get(row)!, result);
  }
  for (const comment of comments) {
    if (owned.has(comment) || !within(comment.at) || !isAstray(sheet, comment)) continue;
    result.edits.push(removeLine(sheet, comment.line));
    result.removed++;
  }
  return result;
}

function commentsAbove(sheet: Sheet, comments: ToolComment[], { at }: RowLine): ToolComment[] {
  const first = gapAbove(sheet, at);
  return comments.filter((comment) => comment.at >= first && comment.at < at);
}

/** What should stand above each row, in this order. */
function wantedAbove(rows: RowLine[], comments: ToolComment[], sheet: Sheet, refresh: boolean): Map<RowLine, string[]> {
  const begun = new Set<Section>();
  const texts = new Set(comments.map(({ text }) => text));
  return new Map(rows.map((row) => {
    const { section } = row.row;
    const heads = begun.has(section) ? [] : sectionComments(section);
    begun.add(section);
    const above = refresh ? commentsAbove(sheet, comments, row) : [];
    const has = (mark: string, own: string[]): boolean =>
      !refresh || above.some(({ text }) => text.startsWith(mark)) || own.some((text) => texts.has(text));
    const question = questionComment(row.row);
    const titles = [...heads, ...noteComments(row.row)];
    return [row, [...(has(SECTION_MARK, titles) ? titles : []), ...(has(QUESTION_MARK, [question]) ? [question] : [])]];
  }));
}

/** Makes the comments above a row those that are wanted; what is right already stays where it is. */
function align(sheet: Sheet, { line }: RowLine, present: ToolComment[], wanted: string[], result: QuestionEdits): void {
  const indent = ' '.repeat(line.indent);
  const eol = lineBreak(sheet);
  const left = [...present];
  let missing: string[] = [];
  const settle = (upTo: number, before: Line): void => {
    for (const comment of left.splice(0, upTo)) {
      const same = missing.findIndex((text) => text.slice(0, 2) === comment.text.slice(0, 2));
      if (same < 0) {
        result.edits.push(removeLine(sheet, comment.line));
        result.removed++;
        continue;
      }
      const due = missing.splice(0, same + 1);
      result.edits.push({ span: { start: comment.line.start, end: lineEnd(sheet, comment.line.start) }, text: due.map((text) => indent + text).join(eol) });
      result.changed++;
      result.added += same;
    }
    if (missing.length > 0) result.edits.push(insertion(before.start, missing.map((text) => indent + text + eol).join('')));
    result.added += missing.length;
    missing = [];
  };
  for (const text of wanted) {
    const found = left.findIndex((comment) => comment.text === text);
    if (found < 0) {
      missing.push(text);
      continue;
    }
    settle(found, left[found]!.line);
    left.shift();
  }
  settle(left.length, line);
}

/** Whether a comment stands above nothing that it could be about: another key, or the end. */
function isAstray(sheet: Sheet, { at }: ToolComment): boolean {
  const next = sheet.lines.lines[behindGap(sheet, at)];
  if (!next) return true;
  return next.kind === 'entry' && next.role !== 'answers' && !(next.role === 'answer' && sheet.form?.row(next.path[1]!)?.kind === 'heading');
}
