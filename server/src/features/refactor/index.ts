import { Range, type CodeAction } from 'vscode-languageserver-types';
import { hasAlias } from '../../edits/sort.ts';
import type { FeatureContext } from '../context.ts';
import { toWorkspaceEdit } from '../ranges.ts';
import { answerBelow } from './answer-below.ts';
import { answerSelection } from './answer-selection.ts';
import { closeGate } from './close-gate.ts';
import { extractRemark } from './extract-remark.ts';
import { inlineRemark } from './inline-remark.ts';
import { mapForm } from './map-form.ts';
import { openGate } from './open-gate.ts';
import { placeOf } from './place.ts';
import type { Offer, Refactoring } from './refactoring.ts';

/** Every refactoring, in the order in which they are offered. */
export const allRefactorings: Refactoring[] = [
  closeGate,
  openGate,
  answerBelow,
  answerSelection,
  extractRemark,
  inlineRemark,
  mapForm,
];

/** What an action without its edit remembers, to be asked for it later. */
export interface RefactoringData {
  uri: string;
  version: number;
  range: Range;
  refactoring: string;
  offer: string;
}

/** @returns what an action remembers; undefined where that is not this project's own */
export function refactoringData({ data }: CodeAction): RefactoringData | undefined {
  const { uri, version, range, refactoring, offer } = (data ?? {}) as Record<string, unknown>;
  if (typeof uri !== 'string' || typeof version !== 'number' || typeof refactoring !== 'string' || typeof offer !== 'string') return undefined;
  return Range.is(range) ? { uri, version, range, refactoring, offer } : undefined;
}

/**
 * @param wanted whether a kind of action is asked for
 * @param lazily whether the edits are left to `resolveRefactoring`
 * @returns the refactorings that make sense for what is selected
 */
export function refactorings(range: Range, wanted: (kind: string) => boolean, context: FeatureContext, lazily: boolean): CodeAction[] {
  const { uri, version } = context.sheet.document;
  return offersAt(range, wanted, context).map(({ refactoring, offer }) => {
    const data: RefactoringData = { uri, version, range, refactoring: refactoring.name, offer: offer.id };
    const title = context.translate(offer.title);
    return { title, kind: refactoring.kind, ...(lazily ? { data } : { edit: toWorkspaceEdit(context.sheet, offer.edits()) }) };
  });
}

/** Adds its edit to an action that `refactorings` returned without; an action about a text that is no more gets none. */
export function resolveRefactoring(action: CodeAction, context: FeatureContext): CodeAction {
  const data = refactoringData(action);
  if (!data || data.version !== context.sheet.document.version) return action;
  const found = offersAt(data.range, () => true, context).find(({ refactoring, offer }) => refactoring.name === data.refactoring && offer.id === data.offer);
  return found ? { ...action, edit: toWorkspaceEdit(context.sheet, found.offer.edits()) } : action;
}

interface Offered {
  refactoring: Refactoring;
  offer: Offer;
}

function offersAt(range: Range, wanted: (kind: string) => boolean, { sheet }: FeatureContext): Offered[] {
  const asked = allRefactorings.filter(({ kind }) => wanted(kind));
  // What is written once may stand for several rows.
  if (asked.length === 0 || hasAlias(sheet.document.getText())) return [];
  const place = placeOf(sheet, { start: sheet.document.offsetAt(range.start), end: sheet.document.offsetAt(range.end) });
  return asked.flatMap((refactoring) => refactoring.offers(place).map((offer) => ({ refactoring, offer })));
}
