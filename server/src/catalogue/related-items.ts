import { askedBy } from './asked-by.ts';
import type { Form, Row } from './form-index.ts';
import type { Guideline } from './guideline-index.ts';

/**
 * What a reader who looks for items wants to see: the items, their parts, and the items that they are parts of. A whole
 * section is meant only by those who look for the section.
 * @param ids canonical, ranges expanded
 * @returns a function that tells whether an item is among them
 */
export function relatedTo(guideline: Guideline, ids: readonly string[]): (id: string) => boolean {
  const wanted = new Set(ids);
  const holders = new Set(ids.flatMap((id) => holdersOf(guideline, id)));
  const isPart = (id: string): boolean => {
    const above = guideline.grammar.parentOf(id);
    return above !== undefined && (wanted.has(above) || isPart(above));
  };
  return (id) => wanted.has(id) || holders.has(id) || isPart(id);
}

/** @returns the form's rows whose question cites an item that is related to `ids`, in no particular order */
export function rowsRelatedTo(form: Form, guideline: Guideline, ids: readonly string[]): Row[] {
  const asking = ids.flatMap((id) => {
    const { exact, below } = askedBy(form, guideline, id);
    return [...exact, ...below, ...holdersOf(guideline, id).flatMap((holder) => askedBy(form, guideline, holder).exact)];
  });
  return [...new Set(asking)];
}

/** The items that hold this one, without the section. */
function holdersOf(guideline: Guideline, id: string): string[] {
  const above = guideline.grammar.parentOf(id);
  const parsed = above === undefined ? undefined : guideline.grammar.parse(above);
  return parsed && guideline.grammar.inRunningText(parsed) ? [parsed.canonical, ...holdersOf(guideline, parsed.canonical)] : [];
}
