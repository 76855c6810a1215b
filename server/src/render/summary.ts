import type { Meaning } from '../catalogue/form.ts';
import type { Form } from '../catalogue/form-index.ts';
import { progressOf } from '../conditions/state.ts';
import { nextRemarkNumber } from '../edits/remarks.ts';
import type { Finding } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';
import type { AuthorView, RowFilter } from './author.ts';

/** What the bar above a preview tells and offers. */
export interface PreviewSummary {
  /** Rows that are answered, of those that apply. */
  answered: number;
  applicable: number;
  errors: number;
  warnings: number;
  /** Findings below a warning. */
  others: number;
  provisional: number;
  suppressed: number;
  /** The text cannot be read as YAML just now: nothing can be answered in the page, and parts of the sheet may not be shown. */
  broken: boolean;
  /** What rows can be filtered by, each with the number of rows. */
  filters: { name: RowFilter; label: string; count: number }[];
  /** Sections of the guideline that questions cite, each with how far these questions are. */
  sections: { id: string; title: string; answered: number; applicable: number }[];
  /** What a new entry of the table is called. */
  nextRemark: string;
}

/** @param findings with those that comments suppress, marked so */
export function summaryOf(sheet: Sheet, findings: readonly Finding[], author: AuthorView): PreviewSummary {
  const { answered, applicable } = progressOf(sheet, sheet.form?.rows ?? []);
  const count = (...severities: Finding['severity'][]): number => findings.filter((one) => !one.suppressed && severities.includes(one.severity)).length;
  return {
    answered, applicable,
    errors: count('error'), warnings: count('warning'), others: count('info', 'hint'),
    provisional: sheet.answers.filter((entry) => entry.provisional).length,
    suppressed: author.suppressed.length,
    broken: sheet.notices.some((notice) => notice.kind === 'syntax'),
    filters: filters(sheet.form, author),
    sections: sections(sheet, author),
    nextRemark: nextRemarkNumber(sheet),
  };
}

function filters(form: Form | undefined, { rows, translate }: AuthorView): PreviewSummary['filters'] {
  const labels: [RowFilter, string][] = [
    ['open', translate({ key: 'preview.filter-open' })],
    ['problem', translate({ key: 'preview.filter-problem' })],
    ['contradictory', translate({ key: 'preview.filter-contradictory' })],
    ['no', words(form, ['no', 'closed'])],
    ['inapplicable', words(form, ['inapplicable'])],
    ['remark', translate({ key: 'preview.filter-remark' })],
    ['provisional', translate({ key: 'preview.filter-provisional' })],
  ];
  const all = [...rows.values()];
  return labels.map(([name, label]) => ({ name, label, count: all.filter((row) => row.filters.includes(name)).length }));
}

/** The form's own words for a meaning. */
function words(form: Form | undefined, meanings: Meaning[]): string {
  const all = form ? [...form.data.answers.answer, ...form.data.answers.gate] : [];
  return [...new Set(all.filter((word) => meanings.includes(word.meaning)).map((word) => word.word))].join('・');
}

function sections(sheet: Sheet, { rows }: AuthorView): PreviewSummary['sections'] {
  const all = sheet.form?.rows ?? [];
  return (sheet.guideline?.data.sections ?? []).flatMap(({ id, title }) => {
    const cited = all.filter((row) => rows.get(row.id)?.sections.includes(id));
    if (cited.length === 0) return [];
    const { answered, applicable } = progressOf(sheet, cited);
    return [{ id, title, answered, applicable }];
  });
}

