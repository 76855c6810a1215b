import type { TestData } from '../catalogue/form.ts';
import type { Form, Row } from '../catalogue/form-index.ts';
import { groundsOf } from './grounds.ts';

const indexes = new WeakMap<Form, Map<string, Row[]>>();

/** @returns the rows that apply or not by what is answered in `row`, at any depth, in the form's order */
export function dependentsOf(form: Form, row: Row): Row[] {
  let index = indexes.get(form);
  if (!index) indexes.set(form, index = indexed(form));
  return index.get(row.id) ?? [];
}

function indexed(form: Form): Map<string, Row[]> {
  const index = new Map<string, Row[]>();
  for (const row of form.rows) {
    for (const id of new Set(groundsOf(form, row).flatMap(rowsOf))) index.set(id, [...(index.get(id) ?? []), row]);
  }
  return index;
}

/** A test looks at its own row, and at the one that can make it say nothing. */
function rowsOf(test: TestData): string[] {
  return [test.row, ...(test.unknownWhen ? rowsOf(test.unknownWhen) : [])];
}
