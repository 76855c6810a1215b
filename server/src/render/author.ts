import type { Meaning } from '../catalogue/form.ts';
import type { Row } from '../catalogue/form-index.ts';
import { applicabilityOf } from '../conditions/applicability.ts';
import { answerState, progressOf } from '../conditions/state.ts';
import type { Translate } from '../l10n/translate.ts';
import type { Finding, Severity } from '../lint/rule.ts';
import type { AnswerEntry, Sheet, Span } from '../sheet/model.ts';
import { firstIndex } from '../text/first-index.ts';
import { placeAt } from './places.ts';
import type { Place } from './view-model.ts';

/** What the preview's bar can filter rows by. */
export type RowFilter = 'open' | 'contradictory' | 'no' | 'inapplicable' | 'remark' | 'provisional' | 'problem';

/** What a sheet's author sees beside the form itself; never part of what leaves the house. */
export interface AuthorView {
  translate: Translate;
  /** By the row's id. */
  rows: Map<string, AuthorRow>;
  /** How far each section is, in the form's order, in words. */
  progress: string[];
  /** What stands in no row. */
  general: ProblemView[];
  suppressed: Finding[];
  /** The guideline's references in running text, in UTF-16 offsets. */
  mentions: (text: string) => readonly Span[];
}

export interface AuthorRow {
  problems: ProblemView[];
  filters: RowFilter[];
  /** The guideline's sections that the question cites. */
  sections: string[];
  /** Keys of the table of remarks that the row cites, and its own remark. */
  cites: string[];
  remark: string;
  /** The reason of an answer that is to be confirmed. */
  provisional?: string;
}

export interface ProblemView {
  severity: Severity;
  code: string;
  message: string;
  place: Place;
}

/** @param findings with those that comments suppress, marked so */
export function authorView(sheet: Sheet, findings: readonly Finding[], translate: Translate): AuthorView {
  const view: AuthorView = {
    translate, rows: new Map(), progress: sectionProgress(sheet, translate), general: [], suppressed: findings.filter((finding) => finding.suppressed),
    mentions: (text) => sheet.guideline?.grammar.findInText(text) ?? [],
  };
  for (const row of sheet.form?.rows ?? []) view.rows.set(row.id, authorRow(sheet, row));
  for (const finding of findings.filter((one) => !one.suppressed)) {
    const { rule, severity, message, span } = finding;
    const problem = { severity, code: rule.code, message: translate(message), place: placeAt(sheet, span.start) };
    const row = rowOf(sheet, finding);
    if (!row) {
      view.general.push(problem);
      continue;
    }
    row.problems.push(problem);
    if (CONTRADICTIONS.has(rule.code)) addFilter(row, 'contradictory');
    addFilter(row, 'problem');
  }
  return view;

  /** Only what stands in a row's own text: a finding on many rows that are left out is told once, above the form. */
  function rowOf(of: Sheet, { rows: [id], span }: Finding): AuthorRow | undefined {
    const row = id === undefined ? undefined : of.form?.row(id);
    if (!row) return undefined;
    const entries = of.entriesOf(row);
    const entry = entries[firstIndex(entries, (one) => one.span.start <= span.start) - 1];
    return entry && span.end <= entry.span.end ? view.rows.get(row.id) : undefined;
  }
}

function sectionProgress(sheet: Sheet, translate: Translate): string[] {
  return (sheet.form?.sections ?? []).map(({ rows }) => {
    const { answered, applicable } = progressOf(sheet, rows);
    return translate({ key: 'symbols.progress', args: { answered, applicable } });
  });
}

/** Rules on answers that do not go together. */
const CONTRADICTIONS = new Set(['inconsistent-answer', 'inapplicable-answer', 'parent-mismatch', 'redundant-fallback', 'empty-gate', 'premise-mismatch', 'too-few-selected']);

function addFilter({ filters }: AuthorRow, filter: RowFilter): void {
  if (!filters.includes(filter)) filters.push(filter);
}

function authorRow(sheet: Sheet, row: Row): AuthorRow {
  const entries = sheet.entriesOf(row);
  const state = answerState(sheet, row);
  const meaning = entries[0]?.answer?.meaning;
  const filters: RowFilter[] = [];
  if (state === 'missing' || state === 'invalid' || state === 'repeated') filters.push('open');
  if (meaning && NO.includes(meaning)) filters.push('no');
  if (meaning === 'inapplicable' || state === 'implied') filters.push('inapplicable');
  if (entries.some(hasRemark)) filters.push('remark');
  const provisional = entries.find((entry) => entry.provisional)?.provisional;
  if (provisional) filters.push('provisional');
  if (applicabilityOf(sheet).contradicts(row)) filters.push('contradictory');
  return {
    problems: [], filters,
    sections: [...new Set((row.refs.length > 0 ? row.refs : row.parent?.refs ?? []).flatMap((ref) => sheet.guideline?.sectionOf(ref)?.id ?? []))],
    cites: entries.flatMap((entry) => entry.cites.map((cite) => cite.entry?.id ?? cite.text.value)),
    remark: entries[0]?.remark?.value ?? '',
    ...(provisional ? { provisional: provisional.text?.value ?? '' } : {}),
  };
}

const NO: Meaning[] = ['no', 'closed'];

function hasRemark(entry: AnswerEntry): boolean {
  return entry.cites.length > 0 || entry.remark !== undefined;
}
