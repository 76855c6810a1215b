import { CodeActionKind } from 'vscode-languageserver-types';
import { behindColon, columnOf, commentsIn, indentUnit, insertion, lineBreak, lineEnd, lineStart } from '../../edits/layout.ts';
import { writeScalar } from '../../edits/scalar.ts';
import type { AnswerEntry, Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { blankEnd, withoutBlankEnd } from '../../text/blank.ts';
import { memberKeys } from './members.ts';
import type { Offer, Refactoring } from './refactoring.ts';
import { isSound } from './sound.ts';

/** An answer as a word, as lines of keys, or in braces. */
export const mapForm: Refactoring = {
  name: 'map-form',
  kind: CodeActionKind.RefactorRewrite,
  offers({ sheet, entry }) {
    if (!entry?.row || !isSound(sheet, entry) || (entry.word && !entry.answer)) return [];
    const key = sheet.catalogue.dialect.answer.word.key;
    const forms: [string, Offer['title'], Edit[]][] = [
      ['lines', { key: 'refactor.to-lines', args: { row: entry.id, key } }, toLines(sheet, entry)],
      ['braces', { key: 'refactor.to-braces', args: { row: entry.id, key } }, toBraces(sheet, entry)],
      ['open', { key: 'refactor.open-braces', args: { row: entry.id } }, openBraces(sheet, entry)],
      ['word', { key: 'refactor.to-word', args: { row: entry.id } }, toWord(sheet, entry)],
    ];
    return forms.flatMap(([id, title, edits]) => (edits.length > 0 ? { id, title, edits: () => edits } : []));
  },
};

/** `3: はい` as lines of keys; what stands behind the answer stays behind it. */
function toLines(sheet: Sheet, entry: AnswerEntry): Edit[] {
  const gap = gapBefore(sheet, entry);
  if (!gap || entry.inFlow) return [];
  const key = sheet.catalogue.dialect.answer.word.key;
  if (/[\r\n]/.test(gap.text)) return isBlank(gap.text) ? [insertion(entry.word!.span.start, `${key}: `)] : [];
  return [insertion(gap.start, `${childIndent(sheet, entry)}${key}:`)];
}

/** `3: はい` in braces. */
function toBraces(sheet: Sheet, entry: AnswerEntry): Edit[] {
  const gap = gapBefore(sheet, entry);
  if (!gap || /[\r\n]/.test(gap.text)) return [];
  const word = entry.word!;
  const written = writeScalar(word.value, 'flow');
  const unsafe = word.style === 'plain' && sheet.document.getText().slice(word.span.start, word.span.end) !== written;
  // An anchor stays with the answer.
  const start = gap.start + /^[ \t]*/.exec(gap.text)![0].length;
  return [
    insertion(start, `{ ${sheet.catalogue.dialect.answer.word.key}: `),
    ...(unsafe ? [{ span: word.span, text: written }] : []),
    insertion(word.span.end, ' }'),
  ];
}

/** What stands between the colon of an answer that is a word and the word. */
function gapBefore(sheet: Sheet, { shape, key, word }: AnswerEntry): { start: number; text: string } | undefined {
  if (shape !== 'word' || !isOneLine(sheet, word)) return undefined;
  const start = behindColon(sheet, key.span.end);
  // Behind an alias there may be no gap at all.
  if (start === undefined || start > word!.span.start) return undefined;
  return { start, text: sheet.document.getText().slice(start, word!.span.start) };
}

/** Braces as lines of keys. */
function openBraces(sheet: Sheet, entry: AnswerEntry): Edit[] {
  const { shape, inFlow, valueSpan } = entry;
  if (shape !== 'flow' || inFlow || !valueSpan) return [];
  const text = sheet.document.getText();
  const colon = behindColon(sheet, entry.key.span.end);
  const keys = memberKeys(sheet, entry);
  const end = lineEnd(sheet, valueSpan.end);
  const behind = text.slice(valueSpan.end, end);
  if (colon === undefined || keys.length === 0 || /[\r\n]/.test(text.slice(colon, valueSpan.end)) || behind.includes('sds-disable')) return [];
  const indent = childIndent(sheet, entry);
  // A comment is about the row.
  const edits: Edit[] = behind.trim() === '' ? [] : [insertion(colon, ` ${behind.trim()}`)];
  let from = colon;
  for (const [index, key] of keys.entries()) {
    const before = text.slice(from, key.start);
    const separator = index === 0 ? (/^[ \t]*\{[ \t]*$/.test(before) ? 0 : undefined) : commaEnd(before);
    const ownColon = behindColon(sheet, key.end);
    if (separator === undefined || ownColon === undefined || ownColon > (keys[index + 1]?.start ?? valueSpan.end)) return [];
    edits.push({ span: { start: from + separator, end: key.start }, text: indent });
    if (/^[^ \t,}]/.test(text.slice(ownColon))) edits.push(insertion(ownColon, ' '));
    from = ownColon;
  }
  const last = withoutBlankEnd(text.slice(from, valueSpan.end - 1));
  return [...edits, { span: { start: from + (commaEnd(last) ?? last.length), end }, text: '' }];
}

/** @returns where the comma at the end begins, with the blank around it */
function commaEnd(text: string): number | undefined {
  const written = withoutBlankEnd(text);
  return written.endsWith(',') ? blankEnd(written.slice(0, -1)) : undefined;
}

/** A map that says nothing but the answer as a word. */
function toWord(sheet: Sheet, entry: AnswerEntry): Edit[] {
  const { word, wordKey, valueSpan } = entry;
  if (!wordKey || !isOneLine(sheet, word) || memberKeys(sheet, entry).length !== 1) return [];
  const text = sheet.document.getText();
  const colon = behindColon(sheet, entry.key.span.end);
  // An anchor stays with the answer.
  const own = /^[ \t]*:(?=[ \t]+(?:&\S+[ \t]+)?$)/.exec(text.slice(wordKey.span.end, word!.span.start));
  if (colon === undefined || !own) return [];
  const ownColon = wordKey.span.end + own[0].length;
  if (entry.shape === 'flow') {
    if (commentsIn(sheet, valueSpan!).length > 0) return [];
    const start = ownColon + /^[ \t]*/.exec(text.slice(ownColon))![0].length;
    return [{ span: { start: valueSpan!.start, end: start }, text: '' }, { span: { start: word!.span.end, end: valueSpan!.end }, text: '' }];
  }
  const above = { start: colon, end: wordKey.span.start };
  if (!isBlank(text.slice(above.start, above.end))) return [];
  const comments = commentsIn(sheet, above);
  const ofKey = text.slice(colon, lineEnd(sheet, colon)).trim() === '' ? [] : comments.splice(0, 1);
  const taken = text.slice(word!.span.end, lineEnd(sheet, word!.span.end)).trim() !== '';
  // Two comments that are about a line each cannot share one.
  if (ofKey.length > 0 && taken) return [];
  const line = lineStart(sheet, entry.key.span.start);
  const lines = comments.map((comment) => text.slice(line, entry.key.span.start) + comment + lineBreak(sheet));
  return [
    ...(lines.length > 0 ? [insertion(line, lines.join(''))] : []),
    { span: { start: colon, end: ownColon }, text: '' },
    ...ofKey.map((comment) => insertion(word!.span.end, ` ${comment}`)),
  ];
}

/** The line break and the indentation of a key below the row. */
function childIndent(sheet: Sheet, { key }: AnswerEntry): string {
  return lineBreak(sheet) + ' '.repeat(columnOf(sheet, key.span.start) + indentUnit(sheet));
}

/** Nothing but blank and comments: no anchor, no tag. */
function isBlank(text: string): boolean {
  return text.split(/\r\n|\n|\r/).every((line) => /^[ \t]*(?:#.*)?$/.test(line));
}

function isOneLine(sheet: Sheet, word: AnswerEntry['word']): boolean {
  return word !== undefined && word.style !== 'block' && !/[\r\n]/.test(sheet.document.getText().slice(word.span.start, word.span.end));
}
