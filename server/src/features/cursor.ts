import type { HeaderField, Row } from '../catalogue/form-index.ts';
import { commentOf, type FlowSlot, type Line } from '../sheet/lines.ts';
import type { AnswerEntry, Sheet, Span } from '../sheet/model.ts';
import { commentsOf } from '../sheet/pieces.ts';
import { isMapRole, type Role } from '../sheet/roles.ts';
import { fold } from '../text/fold.ts';
import { quotedKeyAt } from './quoted-key.ts';
import { referenceToken } from './reference-token.ts';

/** What the cursor is at, in the dialect's terms. */
export type Subject =
  | { kind: 'sheet-key' }
  | { kind: 'form' }
  | { kind: 'header'; field: HeaderField }
  /** A key below 回答. */
  | { kind: 'question' }
  /** A key of an answer written as a map, or an option of a heading. */
  | { kind: 'answer-key'; row?: Row }
  | { kind: 'answer'; row: Row }
  | { kind: 'cite'; row?: Row }
  | { kind: 'reference'; row?: Row }
  /** Running text of a remark. */
  | { kind: 'text'; row?: Row }
  | { kind: 'remark-key' }
  | { kind: 'comment' }
  | { kind: 'none' };

/** Where a cursor is; worked out once and shared by every feature. */
export interface Cursor {
  /** UTF-16 offset in the document. */
  offset: number;
  subject: Subject;
  /** The stretch that a completion replaces. */
  token: Span;
  /** What stands in the token before the cursor. */
  typed: string;
  entry?: AnswerEntry;
  /** The key at the cursor has its colon already. */
  hasColon: boolean;
  /** The quote in which the key at the cursor is written; what is completed in it ends with it. */
  quote?: string;
  /** A value would follow its colon without a space. */
  needsSpace: boolean;
  inFlow: boolean;
}

/** Place of the cursor before the dialect's words are looked up. */
interface Place {
  key: boolean;
  role: Role;
  path: string[];
  token: Span;
  hasColon?: boolean;
  needsSpace?: boolean;
  inFlow?: boolean;
}

/**
 * Resolves a position. Rests on the lines, so that it holds where YAML gives up. A position just behind a
 * token counts as on it.
 * @param offset UTF-16 offset in the document
 */
export function resolveCursor(sheet: Sheet, offset: number): Cursor {
  const line = sheet.lines.lines[sheet.document.positionAt(offset).line];
  const place = line && !inComment(sheet, line, offset) ? placeOf(sheet, line, offset) : undefined;
  if (!place) {
    const subject: Subject = { kind: line ? 'comment' : 'none' };
    return { offset, subject, token: { start: offset, end: offset }, typed: '', hasColon: false, needsSpace: false, inFlow: false };
  }
  const row = rowOf(sheet, place.path);
  const entry = row && sheet.entryOf(row);
  const subject = subjectOf(sheet, place, row);
  const quoted = place.key ? quotedKeyAt(sheet.document.getText(), place.token, offset) : undefined;
  if (quoted) return { offset, subject, ...(entry ? { entry } : {}), needsSpace: false, inFlow: place.inFlow ?? false, ...quoted };
  const token = subject.kind === 'text' || subject.kind === 'reference' ? referenceToken(sheet.document.getText(), place.token, offset, sheet.guideline) : place.token;
  return {
    offset, subject, token, typed: sheet.document.getText().slice(token.start, offset),
    ...(entry ? { entry } : {}),
    hasColon: place.hasColon ?? false, needsSpace: place.needsSpace ?? false, inFlow: place.inFlow ?? false,
  };
}

function inComment(sheet: Sheet, line: Line, offset: number): boolean {
  if (line.kind === 'comment') return offset > line.start;
  if (line.kind === 'blank' || line.inside === 'block' || line.inside === 'quoted') return false;
  if (line.inside === 'flow' || /^[[{［｛]/.test(sheet.document.getText().slice(line.value?.start ?? line.end, line.end))) {
    return commentsOf(sheet).some(({ start, end }) => start < offset && offset <= end);
  }
  const from = Math.max(line.value?.end ?? line.colon?.end ?? line.key?.end ?? line.start, line.start);
  const rest = sheet.document.getText().slice(from, line.end);
  const at = /[ \t]#/.exec(rest);
  return at !== null && offset > from + at.index + 1;
}

function placeOf(sheet: Sheet, line: Line, offset: number): Place | undefined {
  const slot = sheet.lines.slots.findLast((one) => one.around.start <= offset && offset <= one.around.end && !beforeFlow(one, offset));
  if (slot) return slotPlace(sheet, slot, offset);
  if (line.kind === 'blank' || (line.key && offset < line.key.start) || (line.kind === 'item' && !line.value && offset <= line.start)) {
    return blankPlace(sheet, offset);
  }
  if (line.kind === 'entry' && offset <= line.key!.end) {
    return { key: true, role: line.role, path: line.path, token: line.key!, hasColon: line.colon !== undefined };
  }
  if (line.kind === 'entry') {
    const behind = line.colon?.end ?? line.key!.end;
    if (line.value && offset > line.value.end && line.valueRole !== 'text') return undefined;
    const value = line.value && offset >= line.value.start ? line.value : { start: offset, end: Math.max(offset, line.value?.end ?? offset) };
    return {
      key: false, role: line.valueRole ?? 'unknown', path: [...line.path, line.keyText!], needsSpace: value.start === behind,
      token: line.value && offset <= line.value.end ? value : { start: offset, end: offset },
    };
  }
  const token = line.value && line.value.start <= offset && offset <= line.value.end ? line.value : { start: offset, end: offset };
  if (line.kind === 'item') return { key: false, role: line.role, path: line.path, token, needsSpace: sheet.document.getText()[token.start - 1] === '-' };
  if (line.inside === 'plain' && isMapRole(line.role)) return { key: true, role: line.role, path: line.path, token };
  return keyBegun(sheet, line, offset) ?? { key: false, role: line.role, path: line.path, token: line.value ?? { start: line.start, end: line.end } };
}

/** A key in quotes without a colon is nothing to YAML. */
function keyBegun(sheet: Sheet, { start, end, inside, role, path }: Line, offset: number): Place | undefined {
  if (inside !== undefined || !isMapRole(role)) return undefined;
  const content = sheet.document.getText().slice(start, end);
  const from = start + content.search(/\S|$/);
  const token = { start: from, end: start + commentOf(content) };
  return /^\s*["']/.test(content) && from <= offset && offset <= token.end ? { key: true, role, path, token } : undefined;
}

/** An outer slot that only ends where an inner collection begins does not hold the cursor. */
function beforeFlow(slot: FlowSlot, offset: number): boolean {
  return slot.around.start === slot.around.end && offset !== slot.around.start;
}

function slotPlace(sheet: Sheet, slot: FlowSlot, offset: number): Place {
  const inside = slot.span.start <= offset && offset <= slot.span.end;
  const token = inside ? slot.span : { start: offset, end: offset };
  const path = slot.kind === 'value' && slot.key !== undefined ? [...slot.path, slot.key] : slot.path;
  const before = sheet.document.getText()[offset - 1] ?? '';
  return {
    key: slot.kind === 'key', role: slot.role, path, token, inFlow: true,
    hasColon: /^[\s\u3000]*[:：]/.test(sheet.document.getText().slice(token.end)),
    needsSpace: slot.kind === 'value' && (before === ':' || before === '：'),
  };
}

/** On a blank line the column says which of the maps above goes on. */
function blankPlace(sheet: Sheet, offset: number): Place {
  const { line: number, character: column } = sheet.document.positionAt(offset);
  const token = { start: offset, end: offset };
  for (let index = number - 1; index >= 0; index--) {
    const line = sheet.lines.lines[index]!;
    if (line.kind === 'item' && line.indent <= column) return { key: false, role: line.role, path: line.path, token };
    if (line.kind !== 'entry' || line.indent > column) continue;
    const opens = line.value === undefined && line.valueRole !== undefined && isMapRole(line.valueRole) && line.indent < column;
    if (!opens) return { key: true, role: line.role, path: line.path, token };
    return { key: true, role: line.valueRole!, path: [...line.path, line.keyText!], token };
  }
  return { key: true, role: 'sheet', path: [], token };
}

/** The row that a path of keys leads to: 回答, a question, and an option of it. */
function rowOf({ form, catalogue }: Sheet, path: string[]): Row | undefined {
  // The table of remarks has numbers too.
  const isAnswer = path[1] !== undefined && fold(path[0]!) === fold(catalogue.dialect.sheet.answers.key);
  const row = isAnswer ? form?.row(path[1]!) : undefined;
  if (!row || row.kind === 'option') return undefined;
  return (path[2] === undefined ? undefined : form!.option(row, path[2])) ?? row;
}

function subjectOf(sheet: Sheet, place: Place, row: Row | undefined): Subject {
  const withRow = row ? { row } : {};
  if (place.key) {
    if (place.role === 'sheet') return { kind: 'sheet-key' };
    if (place.role === 'answers') return { kind: 'question' };
    if (place.role === 'answer') return { kind: 'answer-key', ...withRow };
    return { kind: place.role === 'remarks' ? 'remark-key' : 'none' };
  }
  if (place.role === 'cites') return { kind: 'cite', ...withRow };
  if (place.role === 'references') return { kind: 'reference', ...withRow };
  if (place.path.length === 1) return topLevel(sheet, place.path[0]!);
  if (place.role === 'answer' || place.role === 'word') return row && row.words.length > 0 ? { kind: 'answer', row } : { kind: 'none' };
  return place.role === 'text' ? { kind: 'text', ...withRow } : { kind: 'none' };
}

function topLevel(sheet: Sheet, key: string): Subject {
  if (fold(key) === fold(sheet.catalogue.dialect.sheet.form.key)) return { kind: 'form' };
  const field = sheet.form?.field(key);
  return field ? { kind: 'header', field } : { kind: 'none' };
}

/** @returns the line that the offset is on, for what stands on it wherever that is */
export function lineText(sheet: Sheet, offset: number): Span {
  const line = sheet.lines.lines[sheet.document.positionAt(offset).line];
  return line ? { start: line.start, end: line.end } : { start: offset, end: offset };
}
