import type { Range } from 'vscode-languageserver-types';
import type { Finding } from '../../lint/rule.ts';
import type { FeatureContext } from '../context.ts';
import { toRange } from '../ranges.ts';
import { sectionRuns } from '../sections.ts';
import type { Direction } from './open-question.ts';

/** @returns whether a finding is counted, and gone to; a hint is not */
export function isProblem({ severity }: Finding): boolean {
  return severity !== 'hint';
}

/**
 * The problem after the cursor, in the document's order; behind the last comes the first.
 * @param findings of the sheet, in the document's order
 * @param offset UTF-16 offset of the cursor
 * @returns nothing when there is none
 */
export function nextProblem({ sheet }: FeatureContext, findings: Finding[], offset: number, { backwards = false, sectionOf }: Direction = {}): Range | undefined {
  const section = sectionOf === undefined ? undefined : sheet.form?.row(sectionOf)?.section;
  const spans = section && sectionRuns(sheet).filter((run) => run.section === section).map(({ span }) => span);
  const problems = findings.filter(isProblem).filter(({ span }) => !spans || spans.some(({ start, end }) => start <= span.start && span.start <= end));
  const found = backwards
    ? problems.findLast(({ span }) => span.start < offset) ?? problems.at(-1)
    : problems.find(({ span }) => span.start > offset) ?? problems[0];
  return found && toRange(sheet, found.span);
}
