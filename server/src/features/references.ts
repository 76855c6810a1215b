import type { Row } from '../catalogue/form-index.ts';
import { relatedTo, rowsRelatedTo } from '../catalogue/related-items.ts';
import { dependentsOf } from '../conditions/dependents.ts';
import { unquoted } from '../sheet/quotes.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import { fold } from '../text/fold.ts';
import type { FeatureContext } from './context.ts';
import { resolveCursor } from './cursor.ts';
import { mentionsOf } from './mentions.ts';
import { citePlaces, remarkPlaces, rowPlaces } from './places.ts';
import { referenceAt } from './reference-at.ts';

/**
 * What a person may look for, told without the document that it was found in. Remarks and rows are their own
 * document's; items are those of every sheet whose form is based on the same guideline.
 */
export type ReferenceTarget =
  | { kind: 'remark'; /** Folded. */ key: string }
  | { kind: 'row'; id: string }
  | { kind: 'item'; /** The guideline's id. */ guideline: string; /** Canonical, a range expanded. */ ids: string[] };

/** A target, and what stands for it at the cursor. */
export interface Aim {
  target: ReferenceTarget;
  span: Span;
}

/**
 * @param offset UTF-16 offset in the document
 * @returns what stands there that other places can refer to, or refers to something itself
 */
export function targetAt(context: FeatureContext, offset: number): ReferenceTarget | undefined {
  return aimAt(context, offset)?.target;
}

/**
 * @param offset UTF-16 offset in the document
 * @returns what `targetAt` returns, with its place
 */
export function aimAt({ sheet }: FeatureContext, offset: number): Aim | undefined {
  const cursor = resolveCursor(sheet, offset);
  const reference = referenceAt(sheet, cursor);
  if (reference) return { target: { kind: 'item', guideline: sheet.guideline!.id, ids: reference.ids }, span: reference.span };
  const { subject, token } = cursor;
  if (token.end <= token.start) return undefined;
  const written = unquoted(sheet.document.getText().slice(token.start, token.end).trim());
  const aim = (row: Row | undefined): Aim | undefined => row && { target: { kind: 'row', id: row.id }, span: token };
  switch (subject.kind) {
    case 'cite': {
      const place = citePlaces(sheet).find(({ span }) => span.start <= offset && offset <= span.end);
      return place && { target: { kind: 'remark', key: place.key }, span: place.span };
    }
    case 'remark-key': return { target: { kind: 'remark', key: fold(written) }, span: token };
    case 'question': return aim(sheet.form?.row(written));
    case 'answer-key': return aim(subject.row && sheet.form?.option(subject.row, written));
    case 'answer': return aim(subject.row);
    default: return undefined;
  }
}

/**
 * Where a sheet refers to `target`: citations of a remark; rows that a row's answer decides; rows whose question cites
 * an item, and every place that names it.
 * @param sheet any sheet of the workspace for an item, for a remark or a row the sheet that the target was found in
 * @param includeDeclaration also the remark's entry, or the row itself; the guideline is not in the sheet
 * @returns UTF-16 spans in the document's order, none twice
 */
export function referencesIn(sheet: Sheet, target: ReferenceTarget, includeDeclaration: boolean): Span[] {
  const found = new Map(find(sheet, target, includeDeclaration).map((span) => [span.start, span]));
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function find(sheet: Sheet, target: ReferenceTarget, includeDeclaration: boolean): Span[] {
  if (target.kind === 'remark') {
    const places = [...citePlaces(sheet), ...(includeDeclaration ? remarkPlaces(sheet) : [])];
    return places.filter(({ key }) => key === target.key).map(({ span }) => span);
  }
  const { form, guideline } = sheet;
  if (target.kind === 'row') {
    const row = form?.row(target.id);
    return form && row ? rowPlaces(sheet, [...dependentsOf(form, row), ...(includeDeclaration ? [row] : [])]) : [];
  }
  if (!form || guideline?.id !== target.guideline) return [];
  const related = relatedTo(guideline, target.ids);
  return [
    ...rowPlaces(sheet, rowsRelatedTo(form, guideline, target.ids)),
    // A comment with a row's question says no more than the row itself.
    ...mentionsOf(sheet).filter(({ kind, ids }) => kind !== 'tool' && ids.some(related)).map(({ span }) => span),
  ];
}
