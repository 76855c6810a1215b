import type { AnswerEntry, Sheet, Text } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { clear, fill, replaceText } from './answer.ts';
import { addToFlow, firstContent } from './braces.ts';
import { behindColon, columnOf, contentEnd, indentUnit, insertion, lineBreak, lineEnd } from './layout.ts';
import { writeScalar } from './scalar.ts';
import { writeText } from './text.ts';

/**
 * Adds a key to an answer; a bare answer becomes a map. Every comment stays where it stands, one behind an answer behind it.
 * @param value quoted here where YAML needs it; several lines become block text, or are quoted in braces, several values a list
 * @param word the answer to be written in place of the one that is there
 * @returns nothing where the entry's shape is not the dialect's
 */
export function addKey(sheet: Sheet, entry: AnswerEntry, key: string, value: string | readonly string[], word?: string): Edit[] {
  const inFlow = entry.inFlow || entry.shape === 'flow';
  const list = typeof value === 'string' ? '' : value.map((one) => writeScalar(one, 'flow')).join(', ');
  const written = (column: number): string => {
    if (typeof value === 'string') return writeText(sheet, value, inFlow ? 'flow' : { column });
    return value.length > 1 ? ` [${list}]` : ` ${list}`;
  };
  const member = (column: number): string => `${key}:${written(column)}`;
  const line = (column: number): string => lineBreak(sheet) + ' '.repeat(column) + member(column);
  if (entry.shape === 'word') return mapAround(sheet, entry, entry.inFlow ? `, ${member(0)} }` : line, word);
  const changed = word === undefined || !entry.word ? [] : [replaceText(sheet, entry.word, word)];
  if (entry.shape === 'empty') {
    if (entry.inFlow) return fill(sheet, entry.key, `{ ${member(0)} }`);
    return [...clear(sheet, entry.key), insertion(lineEnd(sheet, entry.key.span.end), line(columnBelow(sheet, entry)))];
  }
  if (entry.shape === 'block') {
    return [...changed, insertion(lineEnd(sheet, contentEnd(sheet, entry.valueSpan!)), line(columnOf(sheet, entry.valueSpan!.start)))];
  }
  return entry.shape === 'flow' ? [...changed, ...addToFlow(sheet, entry.valueSpan!, member(0))] : [];
}

/**
 * Makes a map of a bare answer.
 * @param behind what comes behind the answer: in braces, or on a line of its own at a column
 */
function mapAround(sheet: Sheet, entry: AnswerEntry, behind: string | ((column: number) => string), word: string | undefined): Edit[] {
  const text = sheet.document.getText();
  const { span } = entry.word!;
  const key = `${sheet.catalogue.dialect.answer.word.key}:`;
  const colon = behindColon(sheet, entry.key.span.end);
  if (colon === undefined) return [];
  // An anchor belongs to the answer.
  const start = Math.min(firstContent(sheet, colon), span.start);
  if (typeof behind === 'string') {
    return [{ span: { start, end: span.end }, text: `{ ${key} ${text.slice(start, span.start)}${word ?? text.slice(span.start, span.end)}${behind}` }];
  }
  const ownLine = /[\r\n]/.test(text.slice(colon, start));
  const column = ownLine ? columnOf(sheet, start) : columnBelow(sheet, entry);
  const answer = word === undefined ? anew(sheet, entry.word!, column) : replaceText(sheet, entry.word!, word).text;
  const head: Edit = ownLine ? insertion(start, `${key} `) : { span: { start: colon, end: start }, text: `${lineBreak(sheet)}${' '.repeat(column)}${key} ` };
  const rest = answer === undefined ? [] : [{ span, text: answer }];
  // Below what belongs to it the answer must be deeper than its new key.
  if (/[\r\n]/.test(text.slice(start, span.start))) rest.unshift(insertion(span.start, ' '.repeat(indentUnit(sheet))));
  return [head, ...rest, insertion(lineEnd(sheet, span.end), behind(column))];
}

/** An answer of several lines as it stands below a new key; undefined where it can stay as it is. */
function anew(sheet: Sheet, word: Text, column: number): string | undefined {
  if (word.style !== 'block' && !/[\r\n]/.test(sheet.document.getText().slice(word.span.start, word.span.end))) return undefined;
  return writeText(sheet, word.value, { column }, word).trimStart();
}

/** The column of what stands below a row. */
function columnBelow(sheet: Sheet, { key }: AnswerEntry): number {
  return columnOf(sheet, key.span.start) + indentUnit(sheet);
}
