import type { Sheet, Span } from '../sheet/model.ts';
import { fixesOf } from './lint.ts';
import type { Finding, Fix } from './rule.ts';

export interface Chosen {
  finding: Finding;
  fix: Fix;
}

/**
 * One fix of each finding, as far as they can be made together: what meets an earlier one is left out.
 * @param wanted which of a finding's fixes
 * @param meet whether two edits cannot both be made
 */
export function chooseFixes(
  findings: Finding[], sheet: Sheet, wanted: (fix: Fix) => boolean, meet: (a: Span, b: Span) => boolean = share,
): Chosen[] {
  const chosen: Chosen[] = [];
  const taken: Span[] = [];
  for (const finding of findings) {
    const fix = fixesOf(finding, sheet).find(wanted);
    if (!fix || fix.edits.some(({ span }) => taken.some((other) => meet(span, other)))) continue;
    chosen.push({ finding, fix });
    taken.push(...fix.edits.map(({ span }) => span));
  }
  return chosen;
}

/** They share a character, or insert at the same place. */
function share(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}
