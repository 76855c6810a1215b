import { listed, type Message } from '../l10n/translate.ts';
import type { LintContext } from '../lint/rule.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { Expected, Notice } from '../sheet/notices.ts';
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

/**
 * Says where a message belongs, as output without the sheet's text needs it.
 * @param row the row that it is about
 * @param span what it is about
 * @returns the message with its row before it, or the remark of the table that it stands in, unless it names that anyway
 */
export function inPlace(sheet: Sheet, row: string | undefined, span: Span, message: Message): Message {
  const remark = row === undefined ? sheet.remarks.find(({ key, span: entry }) => key.span.end <= span.start && span.end <= entry.end)?.id : undefined;
  const place = row ?? remark;
  if (place === undefined || Object.values(message.args ?? {}).includes(place)) return message;
  return { key: remark === undefined ? 'list.in-row' : 'list.in-remark', args: { place: shortened(place), message: listed([message]) } };
}
