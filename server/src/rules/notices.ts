import type { LintContext } from '../lint/rule.ts';
import type { Notice } from '../sheet/notices.ts';

/** @returns what reading the sheet noticed of one kind */
export function noticed<Kind extends Notice['kind']>(context: LintContext, kind: Kind): Extract<Notice, { kind: Kind }>[] {
  return context.sheet.notices.filter((notice): notice is Extract<Notice, { kind: Kind }> => notice.kind === kind);
}

/** The row that a notice stands in, as output wants it. */
export function rowsOf(notice: { row?: string }): string[] {
  return notice.row === undefined ? [] : [notice.row];
}
