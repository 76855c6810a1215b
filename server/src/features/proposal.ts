import { questionOf } from '../catalogue/form-index.ts';
import { editsOfAll, type SheetEdit } from '../edits/answering/edit.ts';
import { lint, type LintOptions } from '../lint/lint.ts';
import type { Finding } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { edited } from '../sheet/reread.ts';
import type { FeatureContext } from './context.ts';

/** An answer that somebody else than the sheet's author has in mind. */
export interface Proposal {
  /** A row's id, and one of its answers, as people write them. */
  row: string;
  answer: string;
  /** The row's own remark. */
  remark?: string;
  /** Why a person still has to confirm the answer. */
  reason?: string;
}

/** What an author has to see before they agree. Texts are the form's and the sheet's own. */
export interface Proposed {
  row: string;
  question: string;
  answer: string;
  /** What is written now, where something is. */
  before: { answer?: string; remark?: string; reason?: string };
  /** Errors and warnings that the sheet has only with this answer, in the language of the session. */
  findings: string[];
  edits: Edit[];
}

/**
 * Why nothing can be proposed. `form`: the sheet's form is not installed. `row`: the form has no such row. `heading`: the
 * row takes no answer itself, the rows below it do. `answer`: the row takes other answers. `text`: the sheet cannot be
 * edited there, since it cannot be read or answers the row more than once.
 */
export type Refusal =
  | { refused: 'form' | 'row' | 'text' }
  | { refused: 'heading'; rows: string[] }
  | { refused: 'answer'; answers: string[] };

/**
 * Works out what a proposed answer would do, and does nothing.
 * @param options how the sheet is checked
 */
export function propose(
  { sheet, translate, today }: FeatureContext, { row: id, answer, remark, reason }: Proposal, options: LintOptions = {},
): Proposed | Refusal {
  const { form } = sheet;
  if (!form) return { refused: sheet.pastLimit ? 'text' : 'form' };
  const row = form.row(id.trim());
  if (!row) return { refused: 'row' };
  if (row.kind === 'heading') return { refused: 'heading', rows: row.children.map((one) => one.id) };
  const word = form.word(row, answer.trim())?.word;
  if (word === undefined) return { refused: 'answer', answers: row.words.map((one) => one.word) };
  const wanted: SheetEdit[] = [
    { kind: 'answer', row: row.id, word },
    ...(isBlank(remark) ? [] : [{ kind: 'row-remark', row: row.id, text: remark } as const]),
    ...(isBlank(reason) ? [] : [{ kind: 'provisional', row: row.id, text: reason } as const]),
  ];
  const edits = editsOfAll(sheet, wanted);
  if (!edits) return { refused: 'text' };
  const entry = sheet.entryOf(row);
  const check = (one: Sheet): Finding[] => lint(one, { ...options, today }).filter(isSerious);
  const known = byRow(check(sheet));
  const after = edits.length === 0 ? [] : check(edited(sheet, edits));
  return {
    row: row.id, question: questionOf(row), answer: word,
    before: {
      ...(entry?.word && { answer: entry.word.value }), ...(entry?.remark && { remark: entry.remark.value }),
      ...(entry?.provisional && { reason: entry.provisional.text?.value ?? '' }),
    },
    findings: after.filter((finding) => !known.get(placeOf(finding))?.some((one) => covers(one, finding))).map((finding) => translate(finding.message)),
    edits,
  };
}

/** A model that has nothing to say may say so; it means to take nothing away. */
const isBlank = (text: string | undefined): text is undefined => text === undefined || text.trim() === '';
const isSerious = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

/** By the rule, and by the rule and each of the rows: not all can be looked at for each of many. */
function byRow(findings: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const row of new Set([undefined, ...finding.rows])) {
      const place = placeOf({ rule: finding.rule, rows: row === undefined ? [] : [row] });
      const there = found.get(place);
      if (there) there.push(finding);
      else found.set(place, [finding]);
    }
  }
  return found;
}

function placeOf({ rule, rows }: Pick<Finding, 'rule' | 'rows'>): string {
  return `${rule.code} ${rows[0] ?? ''}`;
}

/** One that is about many rows may have become one about fewer. */
function covers(known: Finding, { rule, rows }: Finding): boolean {
  return known.rule.code === rule.code && rows.every((row) => known.rows.includes(row));
}
