import { rowsBelow, type Form, type Row } from './form-index.ts';
import type { Guideline } from './guideline-index.ts';

export interface AskedBy {
  /** Rows that cite exactly the item, ranges expanded. */
  exact: Row[];
  /** Rows that cite one of its sub-items. */
  below: Row[];
}

const NOBODY: AskedBy = { exact: [], below: [] };
const indexes = new WeakMap<Form, WeakMap<Guideline, Map<string, AskedBy>>>();

/** @returns the form's rows that rest on a guideline item, in the form's order */
export function askedBy(form: Form, guideline: Guideline, canonical: string): AskedBy {
  let ofForm = indexes.get(form);
  if (!ofForm) indexes.set(form, ofForm = new WeakMap());
  let index = ofForm.get(guideline);
  if (!index) ofForm.set(guideline, index = indexed(form, guideline));
  return index.get(canonical) ?? NOBODY;
}

/** @returns the items that a row cites, ranges expanded */
export function citedBy(row: Row, guideline: Guideline): string[] {
  return row.refs.flatMap((ref) => {
    const reference = guideline.grammar.parse(ref);
    return reference ? guideline.grammar.expand(reference) : [];
  });
}

const families = new WeakMap<Row, { guideline: Guideline; cited: string[] }>();

/** @returns the items that a row, those above it and all that are numbered below the topmost of these cite */
export function citedByFamily(row: Row, guideline: Guideline): readonly string[] {
  let top = row;
  while (top.parent) top = top.parent;
  let found = families.get(top);
  if (found?.guideline !== guideline) {
    const cited = [top, ...rowsBelow(top)].flatMap((one) => citedBy(one, guideline));
    families.set(top, found = { guideline, cited: [...new Set(cited)] });
  }
  return found.cited;
}

/** Completion asks for every item at each key, so who cites what is worked out once. */
function indexed(form: Form, guideline: Guideline): Map<string, AskedBy> {
  const index = new Map<string, AskedBy>();
  const place = (id: string): AskedBy => {
    let found = index.get(id);
    if (!found) index.set(id, found = { exact: [], below: [] });
    return found;
  };
  for (const row of form.rows) {
    const exact = new Set(citedBy(row, guideline));
    const below = new Set([...exact].flatMap((id) => ancestors(guideline, id)));
    for (const id of exact) place(id).exact.push(row);
    for (const id of below) if (!exact.has(id)) place(id).below.push(row);
  }
  return index;
}

function ancestors(guideline: Guideline, id: string): string[] {
  const above = guideline.grammar.parentOf(id);
  return above === undefined ? [] : [above, ...ancestors(guideline, above)];
}
