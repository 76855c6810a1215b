import { listed, type Message } from '../l10n/translate.ts';
import type { LintContext } from '../lint/rule.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { Expected, Notice } from '../sheet/notices.ts';
import { shortened } from '../text/shortened.ts';
import { rowOfLine } from '../sheet/written-rows.ts';

/** @returns what reading the sheet noticed of one kind */
export function noticed<Kind extends Notice['kind']>(context: LintContext, kind: Kind): Extract<Notice, { kind: Kind }>[] {
  return context.sheet.notices.filter((notice): notice is Extract<Notice, { kind: Kind }> => notice.kind === kind);
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

/** @returns a message with its row before it, unless it names that anyway */
export function inRow(row: string | undefined, message: Message): Message {
  if (row === undefined || Object.values(message.args ?? {}).includes(row)) return message;
  return { key: 'list.in-row', args: { row: shortened(row), message: listed([message]) } };
}
