import type { AnswerEntry, Sheet, Text } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { behindColon, blankValue, columnOf, commentsIn, contentEnd, indentUnit, lineBreak, lineEnd } from './layout.ts';
import { writeText } from './text.ts';

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
  return [insertion(start + 1, empty ? ` ${key}: ${word} ` : ` ${key}: ${word},`)];
}

/** Writes another text in place of one; the comment behind the sign of a block text stays. */
export function replaceText(sheet: Sheet, { span }: Text, value: string): Edit {
  return { span, text: [value, ...commentsIn(sheet, span)].join(' ') };
}

/** Gives an empty key its value; quotes around nothing go. */
export function fill(sheet: Sheet, key: Text, value: string): Edit[] {
  const at = behindColon(sheet, key.span.end);
  return at === undefined ? [] : [{ span: { start: at, end: at + blankValue(sheet, at) }, text: ` ${value}` }];
}

/** Removes quotes around nothing, so that a map can stand below the key. */
export function clear(sheet: Sheet, key: Text): Edit[] {
  const at = behindColon(sheet, key.span.end);
  const length = at === undefined ? 0 : blankValue(sheet, at);
  return at === undefined || length === 0 ? [] : [{ span: { start: at, end: at + length }, text: '' }];
}

/**
 * Adds a key to an answer; a bare answer becomes a map, its trailing comment stays behind the answer.
 * @param value quoted here where YAML needs it; several lines become block text, or are quoted in braces
 */
export function addKey(sheet: Sheet, entry: AnswerEntry, key: string, value: string): Edit[] {
  const eol = lineBreak(sheet);
  const wordKey = sheet.catalogue.dialect.answer.word.key;
  const inFlow = entry.inFlow || entry.shape === 'flow';
  const column = entry.shape === 'block' ? columnOf(sheet, entry.valueSpan!.start) : columnOf(sheet, entry.key.span.start) + indentUnit(sheet);
  const member = `${key}:${writeText(sheet, value, inFlow ? 'flow' : { column })}`;
  const child = ' '.repeat(column);
  if (entry.shape === 'word') {
    const word = sheet.document.getText().slice(entry.word!.span.start, entry.word!.span.end);
    if (entry.inFlow) return [{ span: entry.word!.span, text: `{ ${wordKey}: ${word}, ${member} }` }];
    const colon = behindColon(sheet, entry.key.span.end);
    if (colon === undefined) return [];
    return [
      { span: { start: colon, end: entry.word!.span.start }, text: `${eol}${child}${wordKey}: ` },
      insertion(lineEnd(sheet, entry.word!.span.end), `${eol}${child}${member}`),
    ];
  }
  if (entry.shape === 'empty') {
    if (entry.inFlow) return fill(sheet, entry.key, `{ ${member} }`);
    return [...clear(sheet, entry.key), insertion(lineEnd(sheet, entry.key.span.end), `${eol}${child}${member}`)];
  }
  if (entry.shape === 'block') {
    const end = contentEnd(sheet, entry.valueSpan!);
    return [insertion(lineEnd(sheet, end), `${eol}${child}${member}`)];
  }
  return entry.shape === 'flow' ? addToFlow(sheet, entry.valueSpan!, member) : [];
}

/** Adds a member before the closing brace or bracket. */
export function addToFlow(sheet: Sheet, span: { start: number; end: number }, member: string): Edit[] {
  const inner = sheet.document.getText().slice(span.start + 1, span.end - 1);
  const kept = inner.trimEnd();
  if (kept === '') return [insertion(span.start + 1, ` ${member} `)];
  const separator = /[,，、]$/.test(kept) ? ' ' : ', ';
  return [insertion(span.start + 1 + kept.length, `${separator}${member}`)];
}

export function insertion(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}
