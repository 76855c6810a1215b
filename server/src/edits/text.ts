import { Document, Scalar } from 'yaml';
import type { Sheet, Text } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { isAmbiguousNumber } from '../text/ambiguous-number.ts';
import { behindColon, blankValue, columnOf, commentsIn, contentEnd, indentUnit, lineBreak, lineEnd } from './layout.ts';

/** Where a text is written: below a key at a column, or inside brackets or braces. */
export type TextPlace = { column: number } | 'flow';

/**
 * Writes a text behind a key as the dialect reads it back: plain where that is safe, quoted where it is not, several
 * lines as block text, whose line breaks are printed.
 * @param like the text that it replaces, whose quotes or block it keeps where they can hold it
 * @returns what follows the key's colon, beginning with a space; nothing for an empty text
 */
export function writeText(sheet: Sheet, text: string, place: TextPlace, like?: Text): string {
  const value = text.replace(/\r\n?/g, '\n').trimEnd();
  if (value === '') return '';
  const scalar = new Scalar(value);
  scalar.type = styleOf(sheet, value, place, like);
  const unit = indentUnit(sheet);
  const document = new Document(place === 'flow' ? [scalar] : { x: scalar }, { schema: 'failsafe' });
  const written = document.toString({ lineWidth: 0, indent: Math.max(unit, 1), collectionStyle: place === 'flow' ? 'flow' : 'any' }).replace(/\n$/, '');
  if (place === 'flow') return ` ${written.trim().slice(1, -1).trim()}`;
  const [first = '', ...rest] = written.slice('x:'.length).split('\n');
  const comments = like ? commentsIn(sheet, like.span) : [];
  const indented = rest.map((line) => (line === '' ? '' : ' '.repeat(place.column) + line));
  return [[first, ...comments].join(' '), ...indented].join(lineBreak(sheet));
}

function styleOf(sheet: Sheet, value: string, place: TextPlace, like: Text | undefined): Scalar.Type {
  if (place === 'flow') return value.includes('\n') ? 'QUOTE_DOUBLE' : quotesOf(sheet, like) ?? plainOf(value);
  if (value.includes('\n') || like?.style === 'block') return 'BLOCK_LITERAL';
  return quotesOf(sheet, like) ?? plainOf(value);
}

function quotesOf(sheet: Sheet, like: Text | undefined): Scalar.Type | undefined {
  if (like?.style !== 'quoted') return undefined;
  return sheet.document.getText()[like.span.start] === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
}

function plainOf(value: string): Scalar.Type {
  return isAmbiguousNumber(value) ? 'QUOTE_SINGLE' : 'PLAIN';
}

/**
 * Writes a text behind a key, in place of what stands there.
 * @param key the key, which has its colon
 * @param old what stands there now
 * @returns nothing where the key has no colon
 */
export function setText(sheet: Sheet, key: Text, old: Text | undefined, text: string, inFlow: boolean): Edit[] {
  const colon = behindColon(sheet, key.span.end);
  if (colon === undefined) return [];
  const place = inFlow ? 'flow' : { column: columnOf(sheet, key.span.start) };
  const written = writeText(sheet, text, place, old);
  const start = old ? Math.min(colon, old.span.start) : colon;
  const end = old ? contentEnd(sheet, old.span) : colon + blankValue(sheet, colon);
  // Behind the last line of a block text a comment would be text.
  const behind = sheet.document.getText().slice(end, lineEnd(sheet, end));
  const line = /\r\n|\n|\r/.exec(written);
  if (!line || behind.trim() === '') return [{ span: { start, end }, text: written }];
  return [{ span: { start, end: end + behind.length }, text: `${written.slice(0, line.index)}${behind.startsWith(' ') ? '' : ' '}${behind.trimEnd()}${written.slice(line.index)}` }];
}
