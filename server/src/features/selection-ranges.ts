import type { SelectionRange } from 'vscode-languageserver-types';
import { contentEnd } from '../edits/layout.ts';
import type { AnswerEntry, Sheet, Span } from '../sheet/model.ts';
import { piecesOf } from '../sheet/pieces.ts';
import { lineText, resolveCursor } from './cursor.ts';
import { toRange } from './ranges.ts';
import { referenceAt } from './reference-at.ts';
import { sectionRuns } from './sections.ts';

/** How far around the cursor a word is looked for: what the engine tells of each word takes memory by the whole text's length. */
const WORD_REACH = 200;

/**
 * @param offset UTF-16 offset in the document
 * @returns the ranges around the offset, each within its parent: word, value, key and value, row, section, all answers, document
 */
export function selectionRange(sheet: Sheet, offset: number): SelectionRange {
  const length = sheet.document.getText().length;
  const around = candidates(sheet, offset)
    .filter(({ start, end }) => start <= offset && offset <= end && start < end)
    .sort((a, b) => (a.end - a.start) - (b.end - b.start));
  const nested: Span[] = [];
  for (const span of [...around, { start: 0, end: length }]) {
    const inner = nested.at(-1) ?? { start: offset, end: offset };
    const grows = span.start < inner.start || span.end > inner.end;
    if (span.start <= inner.start && inner.end <= span.end && (grows || nested.length === 0)) nested.push(span);
  }
  return nested.reduceRight<SelectionRange | undefined>((parent, span) => ({ range: toRange(sheet, span), ...(parent ? { parent } : {}) }), undefined)!;
}

function candidates(sheet: Sheet, offset: number): Span[] {
  const cursor = resolveCursor(sheet, offset);
  const reference = referenceAt(sheet, cursor);
  const { line: at } = sheet.document.positionAt(offset);
  const line = sheet.lines.lines[at];
  const text = lineText(sheet, offset);
  const written = (span: Span): Span => ({ start: span.start, end: contentEnd(sheet, span) });
  return [
    ...words(sheet, text, offset),
    ...(reference ? [reference.span] : []),
    cursor.token,
    ...scalars(sheet, offset).flatMap((span) => [inner(sheet, span), span]),
    // Key and value on one line, as far as they are: this holds also where YAML gives up.
    ...(line?.key && sheet.lines.lines[at + 1]?.inside !== 'flow' ? [{ start: line.key.start, end: line.value?.end ?? line.colon?.end ?? line.key.end }] : []),
    ...pairs(sheet).map(written),
    ...piecesOf(sheet).collections,
    ...sheet.answers.map((entry) => written({ start: entry.key.span.start, end: entry.span.end })),
    ...sheet.remarks.map((remark) => written({ start: remark.key.span.start, end: remark.span.end })),
    ...sectionRuns(sheet).map(({ span }) => span),
    ...[sheet.answersKey && joined(sheet.answersKey.span, sheet.answersSpan), sheet.remarksKey && joined(sheet.remarksKey.span, sheet.remarksSpan)]
      .flatMap((span) => (span ? [written(span)] : [])),
    ...sheet.header.map((entry) => written(entry.span)),
  ];
}

/** Keys with their values in braces. */
function pairs(sheet: Sheet): Span[] {
  const keys = new Map<string, number>();
  return sheet.lines.slots.flatMap(({ kind, path, span, around }) => {
    const map = path.join('\0');
    const start = keys.get(map);
    if (kind === 'key') keys.set(map, span.start);
    return kind === 'key' || start === undefined ? [] : { start, end: Math.max(span.end, around.start) };
  });
}

/** Japanese has no spaces between words. */
function words(sheet: Sheet, line: Span, offset: number): Span[] {
  const start = Math.max(line.start, offset - WORD_REACH);
  const segments = new Intl.Segmenter('ja', { granularity: 'word' }).segment(sheet.document.getText().slice(start, Math.min(line.end, offset + WORD_REACH)));
  return [offset - 1, offset].flatMap((at) => {
    const found = at < start ? undefined : segments.containing(at - start);
    return found?.isWordLike ? [{ start: start + found.index, end: start + found.index + found.segment.length }] : [];
  });
}

/** Every scalar of the model that may be many words. */
function scalars(sheet: Sheet, offset: number): Span[] {
  const ofEntry = (entry: AnswerEntry): (Span | undefined)[] => [entry.word?.span, entry.remark?.span, entry.provisional?.text?.span, entry.provisional?.span];
  return [...sheet.answers.flatMap(ofEntry), ...sheet.remarks.map((remark) => remark.text?.span), ...sheet.header.map((entry) => entry.value?.span)]
    .filter((span): span is Span => span !== undefined && span.start <= offset && offset <= span.end);
}

/** Without the quotes. */
function inner(sheet: Sheet, { start, end }: Span): Span {
  const text = sheet.document.getText();
  const quote = text[start];
  return (quote === '"' || quote === "'") && end - start > 2 && text[end - 1] === quote ? { start: start + 1, end: end - 1 } : { start, end };
}

function joined(a: Span, b: Span | undefined): Span {
  return b ? { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : a;
}
