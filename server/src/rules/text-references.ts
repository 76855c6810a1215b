import type { Reference } from '../catalogue/references.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import { perSheet } from '../sheet/per-sheet.ts';
import { remarkSources } from '../sheet/texts.ts';

export interface FoundReference {
  reference: Reference;
  /** Offsets in the document. */
  span: Span;
  written: string;
  rows: string[];
}

/**
 * References in the running text of remarks, found in the text as it stands in the document.
 * @returns nothing when the form's guideline is not installed
 */
export const spelledReferences = perSheet((sheet): FoundReference[] => [...find(sheet)]);

function* find(sheet: Sheet): Generator<FoundReference> {
  const grammar = sheet.guideline?.grammar;
  if (!grammar) return;
  for (const { start, source, rows } of remarkSources(sheet)) {
    for (const found of grammar.findInText(source)) {
      yield { reference: found.reference, span: { start: start + found.start, end: start + found.end }, written: found.written, rows };
    }
  }
}
