import type { Sheet, Span } from '../sheet/model.ts';
import { lineText, type Cursor } from './cursor.ts';

/** A reference in the document, and the items that it stands for. */
export interface ReferenceAt {
  span: Span;
  /** Canonical, a range expanded. */
  ids: string[];
}

/** @returns the reference at the cursor wherever it stands: in a list of references, in running text, in a comment */
export function referenceAt(sheet: Sheet, cursor: Cursor): ReferenceAt | undefined {
  const grammar = sheet.guideline?.grammar;
  if (!grammar) return undefined;
  const text = sheet.document.getText();
  if (cursor.subject.kind === 'reference') {
    const reference = grammar.parse(text.slice(cursor.token.start, cursor.token.end));
    return reference && { span: cursor.token, ids: grammar.expand(reference) };
  }
  const line = lineText(sheet, cursor.offset);
  const at = cursor.offset - line.start;
  const found = grammar.findInText(text.slice(line.start, line.end)).find((one) => one.start <= at && at <= one.end);
  return found && { span: { start: line.start + found.start, end: line.start + found.end }, ids: grammar.expand(found.reference) };
}
