import type { TestData } from '../catalogue/form.ts';
import { wordMeaning, type Form, type Row } from '../catalogue/form-index.ts';

/** @returns every test that must hold for a row to apply, those of its ancestors first */
export function groundsOf(form: Form, row: Row): TestData[] {
  const above = row.parent ? groundsOf(form, row.parent) : [];
  const open = row.parent?.kind === 'gate' ? wordMeaning(row.parent, 'open') : undefined;
  const gate: TestData[] = open && row.parent ? [{ row: row.parent.id, is: [open.word] }] : [];
  const condition = form.condition(row);
  const own = [...gate, ...(condition?.parent ?? []), ...(condition?.fallback ?? [])];
  return [...above, ...own.filter((test) => !above.some((one) => same(one, test)))];
}

function same(a: TestData, b: TestData): boolean {
  return a.row === b.row && a.is?.join() === b.is?.join() && a.isNot?.join() === b.isNot?.join();
}
