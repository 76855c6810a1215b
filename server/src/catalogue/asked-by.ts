import type { Form, Row } from './form-index.ts';
import type { Guideline } from './guideline-index.ts';

export interface AskedBy {
  /** Rows that cite exactly the item, ranges expanded. */
  exact: Row[];
  /** Rows that cite one of its sub-items. */
  below: Row[];
}

/** @returns the form's rows that rest on a guideline item, in the form's order */
export function askedBy(form: Form, guideline: Guideline, canonical: string): AskedBy {
  const result: AskedBy = { exact: [], below: [] };
  for (const row of form.rows) {
    const cited = row.refs.flatMap((ref) => {
      const reference = guideline.grammar.parse(ref);
      return reference ? guideline.grammar.expand(reference) : [];
    });
    if (cited.includes(canonical)) result.exact.push(row);
    else if (cited.some((id) => isBelow(guideline, id, canonical))) result.below.push(row);
  }
  return result;
}

function isBelow(guideline: Guideline, id: string, ancestor: string): boolean {
  for (let above = guideline.grammar.parentOf(id); above !== undefined; above = guideline.grammar.parentOf(above)) {
    if (above === ancestor) return true;
  }
  return false;
}
