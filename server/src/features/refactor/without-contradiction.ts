import { ruledOut, type AnswerWord, type Row } from '../../catalogue/form-index.ts';
import { applicabilityOf, type Applicability } from '../../conditions/applicability.ts';
import { supposing } from '../../conditions/suppose.ts';
import type { Sheet } from '../../sheet/model.ts';

/**
 * Answers that make no contradiction which the sheet does not have: what would contradict by itself is given up, a row that
 * would no longer apply is said not to, and where that may not be done, what rules it out is given up.
 * @param wanted answers, of rows that have one answer or none
 * @param canRuleOut whether a row may be said not to apply
 * @returns those of `wanted` that are left, and those of rows that are said not to apply
 */
export function withoutContradiction(sheet: Sheet, wanted: ReadonlyMap<Row, AnswerWord>, canRuleOut: (row: Row) => boolean): Map<Row, AnswerWord> {
  const answers = new Map(wanted);
  const before = applicabilityOf(sheet);
  for (;;) {
    const then = applicabilityOf(supposing(sheet, answers));
    const row = sheet.form?.rows.find((one) => then.contradicts(one) && !before.contradicts(one));
    if (!row) return answers;
    const word = ruledOut(row);
    if (!wanted.has(row) && word && canRuleOut(row)) answers.set(row, word);
    else {
      const givenUp = wanted.has(row) ? [row] : causesOf(then, row).filter((cause) => wanted.has(cause));
      // Anew, since what they ruled out may stay.
      return givenUp.length === 0 ? new Map<Row, AnswerWord>() : withoutContradiction(sheet, new Map([...wanted].filter(([one]) => !givenUp.includes(one))), canRuleOut);
    }
  }
}

/** The rows that rule out a row, and those on which their answers hang where they are left out themselves. */
function causesOf(applicability: Applicability, row: Row): Row[] {
  const found = new Set<Row>();
  const look = (at: Row): void => {
    for (const cause of applicability.applies(at).cause?.rows ?? []) {
      if (found.has(cause)) continue;
      found.add(cause);
      look(cause);
    }
  };
  look(row);
  return [...found];
}
