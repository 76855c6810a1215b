import { CodeActionKind } from 'vscode-languageserver-types';
import { removeCite } from '../../edits/cites.ts';
import { columnOf, commentsIn, contentEnd, insertion, lineBreak, lineEnd, lineStart } from '../../edits/layout.ts';
import { movedText, withComments } from '../../edits/move-text.ts';
import { commentsAbove, commentsOn, removeEntry } from '../../edits/remove.ts';
import { citationsOf, type Citation } from '../../sheet/citations.ts';
import type { RemarkEntry, Sheet, Span, Text } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { fold } from '../../text/fold.ts';
import { isPlainGap, renamed } from './extract-remark.ts';
import { citeAt, type Place } from './place.ts';
import type { Refactoring } from './refactoring.ts';
import { isSound } from './sound.ts';

/** An entry of the table of remarks that one row alone cites becomes that row's own remark. */
export const inlineRemark: Refactoring = {
  name: 'inline-remark',
  kind: CodeActionKind.RefactorInline,
  offers(place) {
    const { sheet } = place;
    const remark = remarkAt(place);
    if (!remark?.text || !isSound(sheet, remark) || sheet.remarks.filter((one) => fold(one.id) === fold(remark.id)).length > 1) return [];
    const [citation, ...others] = citationsOf(sheet, remark);
    // A text that several rows cite is there once for a reason.
    if (!citation || others.length > 0 || citation.entry.remarkKey || !isSound(sheet, citation.entry)) return [];
    const edits = inline(sheet, remark, remark.text, citation);
    const title = { key: 'refactor.inline-remark' as const, args: { remark: remark.id, row: citation.entry.id, key: sheet.catalogue.dialect.answer.remark.key } };
    return edits.length > 0 ? [{ id: remark.id, title, edits: () => edits }] : [];
  },
};

/** In the table the entry itself; in a row what it cites, of several the one at the cursor. */
function remarkAt(place: Place): RemarkEntry | undefined {
  const { remark, entry } = place;
  if (remark || !entry) return remark;
  return (entry.cites.length === 1 ? entry.cites[0] : citeAt(place))?.entry;
}

function inline(sheet: Sheet, remark: RemarkEntry, text: Text, { entry, cite }: Citation): Edit[] {
  const { citesKey, citesSpan } = entry;
  const key = sheet.catalogue.dialect.answer.remark.key;
  const place = entry.inFlow || entry.shape === 'flow' ? 'flow' : 'block';
  const column = columnOf(sheet, citesKey!.span.start);
  if (citesSpan === undefined) return [];
  const comments = commentsOn(sheet, remark.key, remark.span);
  const target = targetOf(sheet, { start: citesKey!.span.start, end: citesSpan.end }, place, comments, entry.cites.length > 1);
  const written = withComments(movedText(sheet, text), target === 'text' ? comments : [])(place === 'flow' ? place : { column });
  if (written === undefined) return [];
  const above = place === 'flow' ? undefined : commentsAbove(sheet, remark.key);
  const lines = [...above?.comments ?? [], ...(target === 'above' ? comments : [])].map((line) => ' '.repeat(column) + line + lineBreak(sheet));
  const removed = [
    ...above?.removal ?? [],
    ...removeEntry(sheet, remark.key, remark.span, target === 'table'),
    ...(lines.length > 0 ? [insertion(lineStart(sheet, citesKey!.span.start), lines.join(''))] : []),
    ...(target === 'behind' ? [insertion(lineEnd(sheet, citesSpan.end), ` ${comments[0]}`)] : []),
  ];
  if (entry.cites.length > 1) {
    const separator = place === 'flow' ? ', ' : lineBreak(sheet) + ' '.repeat(column);
    const left = removeCite(sheet, entry, cite);
    return left.length === 0 ? [] : [insertion(citesKey!.span.start, `${key}:${written}${separator}`), ...left, ...removed];
  }
  const span = { start: citesSpan.start, end: contentEnd(sheet, citesSpan) };
  // Nothing is lost with it: no comment in a list of several lines, no anchor.
  const source = sheet.document.getText().slice(span.start, span.end);
  if (!isPlainGap(sheet, citesKey!, span) || /[\r\n&]/.test(source)) return [];
  return [renamed(citesKey!, key), ...valueEdits(sheet, span, written.slice(1)), ...removed];
}

/**
 * Where the remark's comment goes: behind the text, behind the braces, or above where another comment stands behind it
 * already; it stays in the table where several would become one, or where a line's end may be within a text.
 */
function targetOf(sheet: Sheet, cites: Span, place: 'flow' | 'block', comments: string[], isOwnLine: boolean): 'text' | 'above' | 'behind' | 'table' {
  if (comments.length !== 1) return 'table';
  const line = { start: lineStart(sheet, cites.start), end: lineEnd(sheet, cites.end) };
  const isFree = commentsIn(sheet, line).length === 0;
  if (place === 'block') return isFree || isOwnLine ? 'text' : 'above';
  return isFree && !/["']/.test(sheet.document.getText().slice(cites.end, line.end)) ? 'behind' : 'table';
}

/** A comment behind the citation goes behind the sign of a block text, where it is still one. */
function valueEdits(sheet: Sheet, span: Span, written: string): Edit[] {
  const [first, ...rest] = written.split(lineBreak(sheet));
  if (rest.length === 0) return [{ span, text: written }];
  const end = lineEnd(sheet, span.end);
  return [{ span, text: first! }, insertion(end, ['', ...rest].join(lineBreak(sheet)))];
}
