import { listed, type Message } from '../l10n/translate.ts';
import type { LintContext } from '../lint/rule.ts';
import type { RemarkEntry, Sheet, Span } from '../sheet/model.ts';
import type { Expected, Notice } from '../sheet/notices.ts';
import { perSheet } from '../sheet/per-sheet.ts';
import { firstIndex } from '../text/first-index.ts';
import { shortened } from '../text/shortened.ts';
import { rowOfLine } from '../sheet/written-rows.ts';

/** @returns what reading the sheet noticed of one kind */
export function noticed<Kind extends Notice['kind']>({ sheet }: Pick<LintContext, 'sheet'>, kind: Kind): Extract<Notice, { kind: Kind }>[] {
  return sheet.notices.filter((notice): notice is Extract<Notice, { kind: Kind }> => notice.kind === kind);
}

/** The row that a notice stands in, as output wants it. */
export function rowsOf(notice: { row?: string }): string[] {
  return notice.row === undefined ? [] : [notice.row];
}

/** Whether a part of the sheet that has no other of its kind is reported for its shape, so that what it lacks is not. */
export function expects(sheet: Sheet, expected: Expected): boolean {
  return sheet.notices.some((notice) => notice.kind === 'shape' && notice.expected === expected);
}

/**
 * Whether what stands in `span` is reported for its shape, so that it is not also missing.
 * @param place the key whose value has the wrong shape; any when absent
 */
export function misshapen(sheet: Sheet, span: Span, place?: string): boolean {
  return sheet.notices.some((notice) => notice.kind === 'shape' && (place === undefined || notice.place === place)
    && notice.span.start >= span.start && notice.span.end <= span.end);
}

/** The row on whose line something stands, as output wants it. */
export function rowsOn(sheet: Sheet, span: Span): string[] {
  const row = rowOfLine(sheet, sheet.document.positionAt(span.start).line);
  return row === undefined ? [] : [row];
}

/** In the document's order, whatever order they are read in. */
const remarksByPlace = perSheet((sheet) => sheet.remarks.toSorted((a, b) => a.key.span.end - b.key.span.end));

/** The entry of the table of remarks in whose text a stretch lies. */
function remarkAround(sheet: Sheet, { start, end }: Span): RemarkEntry | undefined {
  const remarks = remarksByPlace(sheet);
  const last = remarks[firstIndex(remarks, ({ key }) => key.span.end <= start) - 1];
  return last && end <= last.span.end ? last : undefined;
}

/**
 * Says where a message belongs, as output without the sheet's text needs it.
 * @param row the row that it is about
 * @param span what it is about
 * @returns the message with its row before it, or the remark of the table that it stands in, unless it names that anyway
 */
export function inPlace(sheet: Sheet, row: string | undefined, span: Span, message: Message): Message {
  const remark = row === undefined ? remarkAround(sheet, span)?.id : undefined;
  const place = row ?? remark;
  if (place === undefined || Object.values(message.args ?? {}).includes(place)) return message;
  return { key: remark === undefined ? 'list.in-row' : 'list.in-remark', args: { place: shortened(place), message: listed([message]) } };
}
