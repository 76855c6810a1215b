import type { Reference } from '../catalogue/references.ts';
import type { Sheet, Span, Text } from '../sheet/model.ts';

export interface FoundReference {
  reference: Reference;
  /** Offsets in the document. */
  span: Span;
  written: string;
  rows: string[];
}

const cache = new WeakMap<Sheet, FoundReference[]>();

/**
 * References in the running text of remarks, found in the text as it stands in the document.
 * @returns nothing when the form's guideline is not installed
 */
export function spelledReferences(sheet: Sheet): FoundReference[] {
  let found = cache.get(sheet);
  if (!found) cache.set(sheet, found = [...find(sheet)]);
  return found;
}

function* find(sheet: Sheet): Generator<FoundReference> {
  const grammar = sheet.guideline?.grammar;
  if (!grammar) return;
  const texts: [Text | undefined, string[]][] = [
    ...sheet.answers.map((entry) => [entry.remark, [entry.id]] as [Text | undefined, string[]]),
    ...sheet.remarks.map((entry) => [entry.text, []] as [Text | undefined, string[]]),
  ];
  for (const [text, rows] of texts) {
    if (!text) continue;
    const source = sheet.document.getText().slice(text.span.start, text.span.end);
    for (const found of grammar.findInText(source)) {
      const span = { start: text.span.start + found.start, end: text.span.start + found.end };
      yield { reference: found.reference, span, written: found.written, rows };
    }
  }
}
