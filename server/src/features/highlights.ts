import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver-types';
import { relatedTo } from '../catalogue/related-items.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { FeatureContext } from './context.ts';
import { mentionsOf } from './mentions.ts';
import { toRange } from './ranges.ts';
import { referencesIn, targetAt, type ReferenceTarget } from './references.ts';

interface Lit {
  span: Span;
  kind: DocumentHighlightKind;
}

/**
 * What belongs together with what stands at the cursor. Written: a remark's entry, a row and its answer. Read: where it is
 * cited, rows that it decides, rows that ask about an item.
 * @param offset UTF-16 offset in the document
 * @returns nothing where the editor's own way, the same words, serves better
 */
export function highlights(context: FeatureContext, offset: number): DocumentHighlight[] | undefined {
  const { sheet } = context;
  const target = targetAt(context, offset);
  if (!target) return undefined;
  const lit = new Map(litBy(sheet, target).map((one) => [one.span.start, one]));
  return [...lit.values()].sort((a, b) => a.span.start - b.span.start).map(({ span, kind }) => ({ range: toRange(sheet, span), kind }));
}

function litBy(sheet: Sheet, target: ReferenceTarget): Lit[] {
  const { Read, Write, Text } = DocumentHighlightKind;
  const uses = new Set(referencesIn(sheet, target, false).map(({ start }) => start));
  const lit = referencesIn(sheet, target, true).map((span) => ({ span, kind: uses.has(span.start) ? Read : Write }));
  if (target.kind === 'row') {
    const row = sheet.form?.row(target.id);
    const answers = row ? sheet.entriesOf(row).flatMap((entry) => entry.word?.span ?? []) : [];
    return [...lit, ...answers.map((span) => ({ span, kind: Write }))];
  }
  if (target.kind === 'remark' || !sheet.guideline) return lit;
  const related = relatedTo(sheet.guideline, target.ids);
  // Here also those in comments that repeat a question: it is what the eye sees.
  return [...lit, ...mentionsOf(sheet).filter(({ ids }) => ids.some(related)).map(({ span }) => ({ span, kind: Text }))];
}
