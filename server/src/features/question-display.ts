import { toolComments } from '../edits/questions/lines.ts';
import type { Sheet } from '../sheet/model.ts';

/** Comments of the tool's own that stand one below the other; zero-based lines, the last one included. */
export interface QuestionRun {
  first: number;
  last: number;
}

/** @returns the runs of question comments, in the document's order */
export function questionRuns(sheet: Sheet): QuestionRun[] {
  const runs: QuestionRun[] = [];
  for (const { at } of toolComments(sheet)) {
    const last = runs.at(-1);
    if (last?.last === at - 1) last.last = at;
    else runs.push({ first: at, last: at });
  }
  return runs;
}

/**
 * An editor hides what is below the first line of a fold, so that a run folds behind the line above it; where that line
 * begins another fold, behind its own first line. A run in which another fold begins stays, for folds must not cross.
 * @param taken the lines on which other folds begin
 * @returns zero-based lines
 */
export function hidingFolds(sheet: Sheet, taken: { has(line: number): boolean }): { start: number; end: number }[] {
  return questionRuns(sheet).flatMap(({ first, last }) => {
    for (let line = first; line <= last; line++) if (taken.has(line)) return [];
    const start = [first - 1, first].find((line) => line >= 0 && line < last && !taken.has(line));
    return start === undefined ? [] : [{ start, end: last }];
  });
}
