import type { Sheet } from './model.ts';

/**
 * Makes a pure function of a sheet remember its result. It is kept with the sheet itself: a table with sheets for weak keys would
 * keep each sheet through every quick collection of garbage, so that a thousand of them, or versions of one, wait for a thorough one.
 * @param work must depend on its sheet alone; whoever takes its result must not change it
 */
export function perSheet<Result>(work: (sheet: Sheet) => Result): (sheet: Sheet) => Result {
  return (sheet) => {
    const known = sheet.worked.get(work);
    if (known !== undefined) return known as Result;
    const result = work(sheet);
    sheet.worked.set(work, result);
    return result;
  };
}
