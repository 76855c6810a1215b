import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { edited } from '../../sheet/reread.ts';
import { brokenLines } from './broken.ts';
import { endEdits, type EndOptions } from './end.ts';
import { indentEdits } from './indent.ts';
import { meaningOf } from './meaning.ts';
import { orderEdits } from './order.ts';
import { outlineOf } from './outline.ts';
import { spacingEdits } from './spacing.ts';
import { unitOf } from './unit.ts';

export interface FormatOptions extends EndOptions {
  /** Columns to indent by in a sheet that has no indentation of its own yet. */
  tabSize: number;
}

/** Lines by their indexes, both ends included. */
export interface LineRange {
  first: number;
  last: number;
}

/**
 * Formats a sheet: its indentation, its spacing, the order of keys (not of questions, options and remarks) and its end.
 * No text, comment, blank line or quote is lost, and the sheet says the same as before. Where it cannot be read as YAML,
 * only the spacing of lines that can is touched.
 * @param range the lines that may be changed; all of them, and the end, when absent
 * @returns edits in the document's order that do not overlap and begin at places of their own; none where formatting would change nothing
 */
export function formatSheet(sheet: Sheet, options: FormatOptions, range?: LineRange): Edit[] {
  // A text beyond the limits has not been read at all.
  if (sheet.lines.lines.length === 0) return [];
  const broken = brokenLines(sheet);
  const { document } = sheet;
  const text = document.getText();
  const within = (at: number): boolean => !broken.has(at) && (!range || (at >= range.first && at <= range.last));
  const spacing = spacingEdits(sheet).filter(({ span }) => within(document.positionAt(span.start).line) && within(document.positionAt(span.end).line));
  let edits = spacing;
  if (broken.size === 0) {
    const outline = outlineOf(sheet);
    const indents = indentEdits(sheet, outline, unitOf(sheet, options.tabSize), within);
    edits = orderEdits(sheet, outline, [...indents, ...spacing], within);
  }
  if (!range) edits = endEdits(sheet, edits, options);
  const changes = joined(edits).filter(({ span, text: replacement }) => text.slice(span.start, span.end) !== replacement);
  return changes.length > 0 && saysTheSame(sheet, changes) ? changes : [];
}

/** What is inserted where a change begins becomes a part of that. */
function joined(edits: Edit[]): Edit[] {
  const all: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = all.at(-1);
    if (last?.span.start === edit.span.start) all.splice(-1, 1, { span: edit.span, text: last.text + edit.text });
    else all.push(edit);
  }
  return all;
}

/** The last word on whether edits only change how a sheet looks. */
function saysTheSame(sheet: Sheet, edits: Edit[]): boolean {
  return meaningOf(edited(sheet, edits)) === meaningOf(sheet);
}
