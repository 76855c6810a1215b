import { progressOf } from '../conditions/state.ts';
import type { Finding } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';

/** How far a sheet is, in a few numbers. */
export interface SheetState {
  /** The form's id; absent when it is none that is installed. */
  form?: string;
  /** Rows that are answered, of those that apply. */
  answered: number;
  applicable: number;
  provisional: number;
  errors: number;
  warnings: number;
  /** The text cannot be read as YAML just now, so that nobody knows what is missing. */
  broken: boolean;
}

/** @param findings without those that comments suppress */
export function sheetState(sheet: Sheet, findings: readonly Finding[]): SheetState {
  const { answered, applicable, provisional } = progressOf(sheet, sheet.form?.rows ?? []);
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  return {
    ...(sheet.form ? { form: sheet.form.id } : {}),
    answered, applicable, provisional, errors: count('error'), warnings: count('warning'),
    broken: sheet.notices.some((notice) => notice.kind === 'syntax'),
  };
}
