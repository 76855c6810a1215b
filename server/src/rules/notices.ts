import type { LintContext } from '../lint/rule.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { Expected, Notice } from '../sheet/notices.ts';

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
