import type { AnswerEntry, Sheet, Text } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { spaceAt } from './braces.ts';
import { behindColon, blankValue, columnOf, commentsIn, insertion, lineBreak } from './layout.ts';

/**
 * Makes `word` the entry's answer, leaving everything else of it as written.
 * @returns nothing where the entry's shape is not the dialect's
 */
export function setAnswer(sheet: Sheet, entry: AnswerEntry, word: string): Edit[] {
  if (entry.shape === 'other') return [];
  if (entry.word) return [replaceText(sheet, entry.word, word)];
  if (entry.shape === 'empty') return fill(sheet, entry.key, word);
  if (entry.wordKey) return fill(sheet, entry.wordKey, word);
  const key = sheet.catalogue.dialect.answer.word.key;
  const start = entry.valueSpan!.start;
  if (entry.shape === 'block') {
    return [insertion(start, `${key}: ${word}${lineBreak(sheet)}${' '.repeat(columnOf(sheet, start))}`)];
  }
  const empty = sheet.document.getText().slice(start + 1, entry.valueSpan!.end - 1).trim() === '';
  return [insertion(start + 1, empty ? ` ${key}: ${word} ` : ` ${key}: ${word},${spaceAt(sheet.document.getText(), start + 1)}`)];
}

/** Writes another text in place of one; the comment behind the sign of a block text stays. */
export function replaceText(sheet: Sheet, { span }: Text, value: string): Edit {
  return { span, text: [value, ...commentsIn(sheet, span)].join(' ') };
}

/** Gives an empty key its value; quotes around nothing go. */
export function fill(sheet: Sheet, key: Text, value: string): Edit[] {
  const at = behindColon(sheet, key.span.end);
  if (at === undefined) return [];
  // An anchor or a tag belongs to the value.
  const properties = /^(?:[ \t]+[&!][^\s,[\]{}]*)+/.exec(sheet.document.getText().slice(at))?.[0].length;
  if (properties !== undefined) return [insertion(at + properties, ` ${value}`)];
  return [{ span: { start: at, end: at + blankValue(sheet, at) }, text: ` ${value}` }];
}

/** Removes quotes around nothing, so that a map can stand below the key. */
export function clear(sheet: Sheet, key: Text): Edit[] {
  const at = behindColon(sheet, key.span.end);
  const length = at === undefined ? 0 : blankValue(sheet, at);
  return at === undefined || length === 0 ? [] : [{ span: { start: at, end: at + length }, text: '' }];
}
