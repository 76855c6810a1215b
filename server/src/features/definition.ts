import { askedBy } from '../catalogue/asked-by.ts';
import type { Form, Row } from '../catalogue/form-index.ts';
import type { Guideline } from '../catalogue/guideline-index.ts';
import { rowsRelatedTo } from '../catalogue/related-items.ts';
import { applicabilityOf } from '../conditions/applicability.ts';
import { groundsOf } from '../conditions/grounds.ts';
import { contentEnd } from '../edits/layout.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { FeatureContext } from './context.ts';
import { remarkPlaces, rowPlaces } from './places.ts';
import { aimAt, type ReferenceTarget } from './references.ts';

/** An entry to go to. */
export interface Destination {
  key: Span;
  /** The key and its value, as far as YAML can read them. */
  whole: Span;
}

export interface Definition {
  /** What at the cursor leads there. */
  origin: Span;
  /** In the document's order. */
  destinations: Destination[];
}

/**
 * Where to go from the cursor: from a citation to the remark; from a row or its answer to the rows that decide whether it
 * applies; from a guideline reference to the rows that ask about it. An entry that nothing lies behind leads to itself.
 * @param offset UTF-16 offset in the document
 */
export function definition(context: FeatureContext, offset: number): Definition | undefined {
  const aim = aimAt(context, offset);
  if (!aim) return undefined;
  const keys = keysOf(context.sheet, aim.target, aim.span).sort((a, b) => a.start - b.start);
  return keys.length === 0 ? undefined : { origin: aim.span, destinations: keys.map((key) => ({ key, whole: wholeOf(context.sheet, key) })) };
}

function keysOf(sheet: Sheet, target: ReferenceTarget, span: Span): Span[] {
  if (target.kind === 'remark') {
    const entries = remarkPlaces(sheet).filter(({ key }) => key === target.key).map((place) => place.span);
    return entries.find(({ start }) => start === span.start) ? [span] : entries.slice(0, 1);
  }
  const { form, guideline } = sheet;
  if (!form) return [];
  if (target.kind === 'item') return guideline ? rowPlaces(sheet, askingRows(form, guideline, target.ids)) : [];
  const row = form.row(target.id)!;
  const deciding = [decidingRows(sheet, row), groundRows(form, row)].map((rows) => rowPlaces(sheet, rows)).find((keys) => keys.length > 0);
  if (deciding) return deciding;
  return rowPlaces(sheet, [row]).filter(({ start }) => start === span.start);
}

/** What rules the row out, or leaves open whether it applies. */
function decidingRows(sheet: Sheet, row: Row): Row[] {
  return applicabilityOf(sheet).applies(row).cause?.rows ?? [];
}

function groundRows(form: Form, row: Row): Row[] {
  return groundsOf(form, row).flatMap((test) => form.row(test.row) ?? []);
}

/** Rows that cite the very items; where there are none, those that cite a part of them or what they are part of. */
function askingRows(form: Form, guideline: Guideline, ids: string[]): Row[] {
  const exact = ids.flatMap((id) => askedBy(form, guideline, id).exact);
  return exact.length > 0 ? exact : rowsRelatedTo(form, guideline, ids);
}

function wholeOf(sheet: Sheet, key: Span): Span {
  const entry = [...sheet.answers, ...sheet.remarks].find((one) => one.key.span.start === key.start);
  return entry ? { start: key.start, end: Math.max(key.end, contentEnd(sheet, entry.span)) } : key;
}
