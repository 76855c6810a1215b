import { Range, type CodeAction } from 'vscode-languageserver-types';
import { hasAlias } from '../../edits/sort.ts';
import { isWanted } from '../action-kinds.ts';
import type { FeatureContext } from '../context.ts';
import { toWorkspaceEdit } from '../ranges.ts';
import { answerBelow } from './answer-below.ts';
import { answerSelection } from './answer-selection.ts';
import { closeGate } from './close-gate.ts';
import { extractRemark } from './extract-remark.ts';
import { inlineRemark } from './inline-remark.ts';
import { mapForm } from './map-form.ts';
import { openGate } from './open-gate.ts';
import { placeOf, type Place } from './place.ts';
import type { Offer, Refactoring } from './refactoring.ts';
import { shiftRemark } from './shift-remark.ts';

/** Where edits cannot be asked for later, all are worked out at once, each perhaps tried on the whole text: how many characters are read for that. */
const MOST_TRIED = 1_000_000;

/** Every refactoring, in the order in which they are offered. */
export const allRefactorings: Refactoring[] = [
  closeGate,
  openGate,
  answerBelow,
  answerSelection,
  extractRemark,
  inlineRemark,
  shiftRemark,
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
 * @param only the kinds asked for; everything when absent
 * @param lazily whether the edits are left to `resolveRefactoring`
 * @returns the refactorings that make sense for what is selected
 */
export function refactorings(range: Range, only: string[] | undefined, context: FeatureContext, lazily: boolean): CodeAction[] {
  const { uri, version } = context.sheet.document;
  const asked = allRefactorings.filter(({ kind }) => isWanted(kind, only));
  return offersAt(range, asked, context).flatMap(({ refactoring, offers, place }): CodeAction[] => {
    const { kind, name } = refactoring;
    if (context.codeActionsCommand !== undefined && refactoring.together && offers.length > 1 && !only?.includes(kind)) {
      const title = context.translate(refactoring.together(place));
      return [{ title, kind, command: { title, command: context.codeActionsCommand, arguments: [{ kind, apply: 'never' }] } }];
    }
    // One refactoring's many do not keep the next from being offered.
    const most = lazily ? offers.length : Math.ceil(MOST_TRIED / (context.sheet.document.getText().length + 1));
    return offers.slice(0, most).map((offer) => {
      const data: RefactoringData = { uri, version, range, refactoring: name, offer: offer.id };
      return { title: context.translate(offer.title), kind, ...(lazily ? { data } : { edit: toWorkspaceEdit(context.sheet, offer.edits()) }) };
    });
  });
}

/** Adds its edit to an action that `refactorings` returned without; an action about a text that is no more gets none. */
export function resolveRefactoring(action: CodeAction, context: FeatureContext): CodeAction {
  const data = refactoringData(action);
  if (!data || data.version !== context.sheet.document.version) return action;
  const named = allRefactorings.filter(({ name }) => name === data.refactoring);
  const found = offersAt(data.range, named, context).flatMap(({ offers }) => offers).find(({ id }) => id === data.offer);
  return found ? { ...action, edit: toWorkspaceEdit(context.sheet, found.edits()) } : action;
}

interface Offered {
  refactoring: Refactoring;
  place: Place;
  offers: Offer[];
}

function offersAt(range: Range, asked: Refactoring[], { sheet }: FeatureContext): Offered[] {
  // What is written once may stand for several rows; what was not read, for anything.
  if (asked.length === 0 || sheet.lines.lines.length === 0 || hasAlias(sheet.document.getText())) return [];
  const place = placeOf(sheet, { start: sheet.document.offsetAt(range.start), end: sheet.document.offsetAt(range.end) });
  return asked.map((refactoring) => ({ refactoring, place, offers: refactoring.offers(place) }));
}
