import { fixesOf } from '../lint/lint.ts';
import type { Finding } from '../lint/rule.ts';
import type { Edit } from '../sheet/notices.ts';
import type { FeatureContext } from './context.ts';
import { meet } from './edits.ts';

/**
 * The fix that most likely is meant, for every finding of one kind at once.
 * @returns nothing where the kind has no such fix, or it would apply only once
 */
export function fixKind(findings: Finding[], code: string, { sheet }: FeatureContext): Edit[] {
  const taken: Edit[] = [];
  let applied = 0;
  for (const finding of findings.filter((one) => one.rule.code === code)) {
    const edits = fixesOf(finding, sheet).find((fix) => fix.preferred)?.edits ?? [];
    if (edits.length === 0 || edits.some((edit) => taken.some((other) => meet(edit.span, other.span)))) continue;
    taken.push(...edits);
    applied++;
  }
  return applied > 1 ? taken : [];
}
