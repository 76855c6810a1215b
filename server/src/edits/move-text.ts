import type { Sheet, Text } from '../sheet/model.ts';
import { withoutEnd } from '../text/blank.ts';
import { indentUnit, lineBreak } from './layout.ts';
import { writeScalar } from './scalar.ts';
import type { TextPlace } from './text.ts';

/**
 * Writes a text behind a key.
 * @returns what follows the key's colon, beginning with a space; undefined where it cannot be written there
 */
export type WriteText = (place: TextPlace) => string | undefined;

/**
 * Writes a text of the sheet at another place as it is written at its own: quotes stay, the lines of a block text are
 * indented anew. A comment behind the sign of a block text is no part of it.
 */
export function movedText(sheet: Sheet, text: Text): WriteText {
  const source = sheet.document.getText().slice(text.span.start, text.span.end);
  return (place) => {
    const written = place === 'flow' ? flowText(text, source) : inBlock(sheet, text, source, ' '.repeat(place.column + indentUnit(sheet)));
    return written === undefined ? undefined : ` ${written}`;
  };
}

/** Writes a text with comments behind it, or behind the sign of a block text; in braces without them. */
export function withComments(write: WriteText, comments: readonly string[]): WriteText {
  return (place) => {
    const written = write(place);
    if (written === undefined || place === 'flow' || comments.length === 0) return written;
    const end = written.search(/[\r\n]|$/);
    return [written.slice(0, end), ...comments].join(' ') + written.slice(end);
  };
}

function inBlock(sheet: Sheet, { style, value }: Text, source: string, indent: string): string | undefined {
  if (style === 'block') return blockText(sheet, source, indent) ?? literal(sheet, value, indent);
  if (value.includes('\n')) return literal(sheet, value, indent);
  // What YAML joined from several lines is one line now; what an alias stands for is written out.
  return /[\r\n]|^\*/.test(source) ? writeScalar(value, 'block') : source;
}

function flowText({ style, value }: Text, source: string): string | undefined {
  if (value.includes('\n')) return undefined;
  return style === 'quoted' && !/[\r\n]/.test(source) ? source : writeScalar(value, 'flow');
}

/** The lines as they are written, below a new indentation. */
function blockText(sheet: Sheet, source: string, indent: string): string | undefined {
  const [head, ...lines] = source.split(/\r\n|\n|\r/);
  // With `+` the blank lines behind it are text too; with a number the indentation is told, not seen.
  const sign = /^[|>]-?(?=[ \t]*(?:#|$))/.exec(head!)?.[0];
  const own = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')![0].length;
  if (sign === undefined || own === 0) return undefined;
  return [sign, ...lines.map((line) => (line.trim() === '' ? '' : indent + line.slice(own)))].join(lineBreak(sheet));
}

/** A text of several lines anew. */
function literal(sheet: Sheet, value: string, indent: string): string | undefined {
  const text = withoutEnd(value, /\n/);
  const ends = value.slice(text.length);
  // A blank at its beginning would be read as indentation.
  if (ends.length > 1 || /^[\s\u3000]/.test(text) || /[\p{Cc}\uFEFF]/u.test(text.replaceAll('\n', ''))) return undefined;
  const lines = text.split('\n').map((line) => (line === '' ? '' : indent + line));
  return [ends === '' ? '|-' : '|', ...lines].join(lineBreak(sheet));
}
