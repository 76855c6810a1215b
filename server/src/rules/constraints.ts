import type { LintContext } from '../lint/rule.ts';

/** @returns what a row of a constraint answers; nothing when that is unknown or hangs on a gate that is not open, since the constraint is not judged then */
export function answerOf({ sheet, applicability }: LintContext, id: string): string | undefined {
  const row = sheet.form?.row(id);
  return row && applicability.applies(row).cause?.part !== 'gate' ? applicability.reliable(row) : undefined;
}
