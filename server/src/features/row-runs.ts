import type { Row } from '../catalogue/form-index.ts';
import { inARow, type Translate } from '../l10n/translate.ts';

/** Rows that follow one another on the form. */
export type RowRun = Row[];

/** @returns the rows by runs that follow one another on the form, in its order; a heading stands for its options where they are all there */
export function rowRuns(rows: Row[]): RowRun[] {
  const given = new Set(rows);
  const whole = (row: Row): boolean => row.options.length > 0 && row.options.every((option) => given.has(option));
  const stands = [...new Set(rows.flatMap((row) => [row, ...(row.parent && whole(row.parent) ? [row.parent] : [])]))]
    .filter((row) => (row.kind === 'heading' ? whole(row) : row.kind !== 'option' || !whole(row.parent!)))
    .sort((a, b) => a.order - b.order);
  const runs: RowRun[] = [];
  for (const row of stands) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && row.order === endOf(before) + 1) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** @returns what a run is called: its first and its last row, or all where they are no more than two */
export function runName(run: RowRun, translate: Translate): string {
  return run.length > 2 ? `${run[0]!.id}–${run.at(-1)!.id}` : inARow(run.map((row) => row.id), translate);
}

function endOf(row: Row): number {
  return row.options.at(-1)?.order ?? row.order;
}
