import type { Row } from '../catalogue/form-index.ts';
import { cutOffs } from '../sheet/cut-off.ts';
import { unquoted } from '../sheet/quotes.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { Role } from '../sheet/roles.ts';
import { writtenRows } from '../sheet/written-rows.ts';
import { fold } from '../text/fold.ts';
import { covering } from './covers.ts';

/** A remark's key where it is written: in the table of remarks, or where a row cites it. */
export interface KeyPlace {
  span: Span;
  /** Folded. */
  key: string;
}

/** @returns where rows cite remarks, existing or not, in no particular order; also below a place that YAML cannot read */
export function citePlaces(sheet: Sheet): KeyPlace[] {
  const none = sheet.catalogue.dialect.noRemark.map((word) => fold(word));
  const read = sheet.answers.flatMap((entry) => entry.cites.map(({ text }) => ({ span: text.span, key: fold(text.value) })));
  return withUnread(sheet, read, () => scalarsOf(sheet, 'cites').flatMap((span) => pieces(sheet, span))).filter(({ key }) => !none.includes(key));
}

/** @returns the keys of the table of remarks, in no particular order; also below a place that YAML cannot read */
export function remarkPlaces(sheet: Sheet): KeyPlace[] {
  const read = sheet.remarks.map(({ key }) => ({ span: key.span, key: fold(key.value) }));
  return withUnread(sheet, read, () => remarkKeys(sheet));
}

/** @returns the keys of the sheet's entries for `rows`, in no particular order; also below a place that YAML cannot read */
export function rowPlaces(sheet: Sheet, rows: Iterable<Row>): Span[] {
  const wanted = new Set(rows);
  const read = [...wanted].flatMap((row) => sheet.entriesOf(row)).map(({ key }) => ({ span: key.span }));
  const unread = (): { span: Span }[] => writtenRows(sheet).filter(({ row }) => wanted.has(row)).map(({ key }) => ({ span: key }));
  return withUnread(sheet, read, unread).map(({ span }) => span);
}

/**
 * @param wanted folded keys; all when absent
 * @returns whether keys of remarks are written where YAML cannot read them, so that an edit would leave them behind
 */
export function hasUnreadKeys(sheet: Sheet, wanted?: ReadonlySet<string>): boolean {
  const read = new Set([...sheet.remarks.map(({ key }) => key), ...sheet.answers.flatMap(({ cites }) => cites.map(({ text }) => text))].map(({ span }) => span.start));
  return [...citePlaces(sheet), ...cutOffCites(sheet), ...remarkPlaces(sheet)].some(({ span, key }) => (!wanted || wanted.has(key)) && !read.has(span.start));
}

/** What YAML does not take for citations of entries, since the list that they stand in has no brackets. */
function cutOffCites(sheet: Sheet): KeyPlace[] {
  return cutOffs(sheet).flatMap(({ cause, span }) => (cause === 'list' ? pieces(sheet, span) : [])).filter(({ key }) => sheet.remark(key));
}

/** What is read, and what only the lines tell of where not everything could be read. */
function withUnread<T extends { span: Span }>(sheet: Sheet, read: T[], unread: () => T[]): T[] {
  if (!sheet.notices.some((notice) => notice.kind === 'syntax')) return read;
  const isRead = covering(read.map(({ span }) => span));
  return [...read, ...unread().filter(({ span }) => !isRead(span))];
}

/** Keys of the table of remarks, on lines and in braces. */
function remarkKeys(sheet: Sheet): KeyPlace[] {
  const spans = [
    ...sheet.lines.lines.flatMap(({ kind, role, key }) => (kind === 'entry' && role === 'remarks' && key ? key : [])),
    ...sheet.lines.slots.flatMap(({ kind, role, span }) => (kind === 'key' && role === 'remarks' && span.start < span.end ? span : [])),
  ];
  return spans.map((span) => ({ span, key: fold(unquoted(sheet.document.getText().slice(span.start, span.end))) }));
}

/** Values of one role outside brackets, and the single ones inside. */
function scalarsOf(sheet: Sheet, role: Role): Span[] {
  return [
    ...sheet.lines.lines.flatMap((line) => (line.value && (line.valueRole ?? line.role) === role && (line.kind === 'entry' || line.kind === 'item') ? line.value : [])),
    ...sheet.lines.slots.flatMap((slot) => (slot.kind === 'value' && slot.role === role ? slot.span : [])),
  ];
}

/** Several keys may stand without the brackets that they need; a bracket itself is none. */
function pieces(sheet: Sheet, { start, end }: Span): KeyPlace[] {
  const written = sheet.document.getText().slice(start, end);
  if (/^[[［]/.test(written)) return [];
  return [...written.matchAll(/"[^"]*"|'[^']*'|[^\s\u3000,，、]+/g)]
    .filter(([piece]) => !/^[&*]/.test(piece))
    .map(({ 0: piece, index }) => ({ span: { start: start + index, end: start + index + piece.length }, key: fold(unquoted(piece)) }));
}
