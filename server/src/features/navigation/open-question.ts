import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Row } from '../../catalogue/form-index.ts';
import { progressOf } from '../../conditions/state.ts';
import { placesOf } from '../../render/places.ts';
import type { Sheet } from '../../sheet/model.ts';
import { writtenRows } from '../../sheet/written-rows.ts';
import type { FeatureContext } from '../context.ts';
import { toTextEdit } from '../ranges.ts';
import { answerPlace, type AnswerPlace } from './answer-place.ts';

/** Where to go on. */
export type OpenQuestion =
  | {
    kind: 'question';
    row: string;
    /** Makes the place, in one step. */
    edits: TextEdit[];
    /** What to select once the edits are made; empty where an answer is to be typed. */
    range: Range;
    /** An answer is to be typed there. */
    awaits: boolean;
  }
  /** What cannot be read comes first: nobody knows what is missing besides. */
  | { kind: 'unreadable'; range: Range }
  | { kind: 'none' }
  | { kind: 'unknown-form' };

export interface Direction {
  backwards?: boolean;
  /** A row; only its section is looked through. */
  sectionOf?: string;
}

/**
 * The open question after the cursor's, in the form's order; behind the last comes the first.
 * @param offset UTF-16 offset of the cursor
 */
export function openQuestion({ sheet }: FeatureContext, offset: number, { backwards = false, sectionOf }: Direction = {}): OpenQuestion {
  if (sheet.pastLimit) return { kind: 'unreadable', range: rangeIn(sheet.document, sheet.pastLimit.span) };
  if (!sheet.form) return { kind: 'unknown-form' };
  const section = sectionOf === undefined ? undefined : sheet.form.row(sectionOf)?.section;
  const broken = sheet.notices.find((notice) => notice.kind === 'syntax');
  // What seems to be left out may be swallowed by what cannot be read.
  const open = progressOf(sheet, section?.rows ?? sheet.form.rows).open.filter((row) => !broken || sheet.entryOf(row));
  const here = rowAt(sheet, offset)?.order ?? -1;
  const row = backwards
    ? open.findLast(({ order }) => order < here) ?? open.at(-1)
    : open.find(({ order }) => order > here) ?? open[0];
  if (row) return question(sheet, row);
  return broken ? { kind: 'unreadable', range: rangeIn(sheet.document, broken.span) } : { kind: 'none' };
}

/** The row that the cursor's line belongs to; none above and below 回答. */
function rowAt(sheet: Sheet, offset: number): Row | undefined {
  const { line } = sheet.document.positionAt(offset);
  const before = writtenRows(sheet).findLast((written) => (written.inFlow ? written.key.start <= offset : written.line <= line));
  const left = before && sheet.lines.lines.slice(before.line + 1, line + 1).some(({ kind, role }) => kind === 'entry' && role === 'sheet');
  return left ? undefined : before?.row;
}

function question(sheet: Sheet, row: Row): OpenQuestion {
  const { edits, span, awaits } = answerPlace(sheet, row) ?? lineOf(sheet, row);
  const textEdits = edits.map((edit) => toTextEdit(sheet, edit));
  const { uri, languageId, version } = sheet.document;
  const after = edits.length === 0 ? sheet.document : TextDocument.create(uri, languageId, version, TextDocument.applyEdits(sheet.document, textEdits));
  return { kind: 'question', row: row.id, edits: textEdits, range: rangeIn(after, span), awaits };
}

/** Where nothing can be put, at least the line. */
function lineOf(sheet: Sheet, row: Row): AnswerPlace {
  const at = sheet.document.offsetAt(placesOf(sheet).get(row)!);
  return { edits: [], span: { start: at, end: at }, awaits: false };
}

function rangeIn(document: TextDocument, { start, end }: { start: number; end: number }): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
