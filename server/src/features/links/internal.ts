import { commentStart, type Line } from '../../sheet/lines.ts';
import type { Sheet, Span } from '../../sheet/model.ts';
import { unquoted } from '../../sheet/quotes.ts';
import { fold } from '../../text/fold.ts';
import { covering } from '../covers.ts';

/** A scalar among the internal notes, as it is written. */
export interface InternalText {
  /** Without quotes. */
  span: Span;
  /** In double quotes a backslash writes the character behind it. */
  escaped: boolean;
}

/**
 * The texts below the internal key, at any depth. What stands there is nobody's business, so it is looked at line by line
 * and never as a whole; it holds where YAML gives up.
 */
export function internalTexts(sheet: Sheet): InternalText[] {
  const { sheet: top, answer } = sheet.catalogue.dialect;
  const keys = new Set([top.internal.key, answer.internal.key].map((key) => fold(key)));
  const isInternal = (key: string | undefined): boolean => key !== undefined && keys.has(fold(key));
  const text = sheet.document.getText();
  const slots = sheet.lines.slots.filter((slot) => slot.role === 'opaque' && slot.kind === 'value' && [...slot.path, slot.key].some(isInternal));
  // A bracket that nothing closes holds what stands in slots of its own.
  const inSlots = slots.map(({ span }) => span).filter(({ start }) => !/[[{]/.test(text[start] ?? ''));
  const isInSlots = covering(inSlots);
  const inLines = sheet.lines.lines.flatMap((line) => valueOf(text, line, isInternal) ?? [])
    .filter((span) => !isInSlots(span)).flatMap((span) => scalarsIn(text, span));
  return [...inSlots, ...inLines].filter(({ start, end }) => start < end).map((span) => inner(text, span));
}

/** What a line holds besides its key, its dash and its comment. */
function valueOf(text: string, line: Line, isInternal: (key: string | undefined) => boolean): Span | undefined {
  if (line.kind === 'entry') return line.valueRole === 'opaque' && isInternal(line.keyText) ? line.value : undefined;
  if (line.role !== 'opaque' || (line.kind !== 'rest' && line.kind !== 'item') || !line.path.some(isInternal)) return undefined;
  const content = text.slice(line.start, line.end);
  const before = /^[ \t\u3000]*(?:-[ \t]+)*/.exec(content)![0].length;
  const end = line.inside === 'block' || line.inside === 'quoted' ? content.length : commentStart(content, before);
  return { start: line.start + before, end: line.start + end };
}

/** The value behind the line's key; inside brackets, the several ones. */
function scalarsIn(text: string, span: Span): Span[] {
  const value = behindKey(text, span);
  if (!/[[{]/.test(text[value.start] ?? '')) return [value];
  const pieces = text.slice(value.start, value.end).matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^[\]{},]+/gu);
  return [...pieces].map(({ 0: piece, index }) => behindKey(text, { start: value.start + index, end: value.start + index + piece.length }));
}

/** @returns the stretch without a key and blank before it, and without blank behind it */
function behindKey(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const from = /^(?:[^:：/\\"'[{]*(?::(?=[ \t]|$)|：))?[\s\u3000]*/u.exec(written)![0].length;
  return { start: start + from, end: start + Math.max(from, written.trimEnd().length) };
}

function inner(text: string, { start, end }: Span): InternalText {
  const written = text.slice(start, end);
  const quoted = unquoted(written) !== written;
  return { span: quoted ? { start: start + 1, end: end - 1 } : { start, end }, escaped: quoted && written.startsWith('"') };
}
