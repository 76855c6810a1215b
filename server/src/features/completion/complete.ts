import { CompletionItemKind, type CompletionList } from 'vscode-languageserver-types';
import type { Guideline } from '../../catalogue/guideline-index.ts';
import type { Locale } from '../../l10n/translate.ts';
import { fold } from '../../text/fold.ts';
import type { FeatureContext } from '../context.ts';
import { resolveCursor, type Cursor } from '../cursor.ts';
import { beginsReference } from '../reference-token.ts';
import { answerSuggestions } from './answers.ts';
import { toItem, type Suggestion } from './item.ts';
import { answerKeySuggestions, sheetKeySuggestions } from './keys.ts';
import { questionSuggestions } from './questions.ts';
import { referenceSuggestions } from './references.ts';
import { citeSuggestions } from './remarks.ts';

/** @returns the characters that open the list when typed, where an editor would not open it for a number */
export function triggerCharacters(guidelines: Guideline[]): string[] {
  const families = guidelines.flatMap(({ data }) => data.families.map(({ prefix }) => prefix.slice(0, 1)));
  const half = new Set([...'0123456789.', ...families.flatMap((letter) => [letter.toUpperCase(), letter.toLowerCase()])].filter((one) => /^[!-~]$/.test(one)));
  return [...half].flatMap((character) => [character, String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH)]);
}

/** From an ASCII character to its full-width form. */
const FULL_WIDTH = 0xfee0;

/**
 * @param offset UTF-16 offset in the document
 * @param triggered true when a trigger character opened the list, not the user
 * @returns suggestions that the server has ranked; incomplete, so that it is asked again for every character
 */
export function complete(context: FeatureContext, offset: number, locale: Locale, triggered: boolean): CompletionList {
  const cursor = resolveCursor(context.sheet, offset);
  const suggestions = suggest(cursor, context, locale, triggered);
  return { isIncomplete: true, items: suggestions.map((suggestion, index) => toItem(suggestion, index, cursor, context)) };
}

function suggest(cursor: Cursor, context: FeatureContext, locale: Locale, triggered: boolean): Suggestion[] {
  const { subject } = cursor;
  switch (subject.kind) {
    case 'sheet-key': return sheetKeySuggestions(cursor, context, locale);
    case 'question': return questionSuggestions(cursor, context, locale);
    case 'answer-key': return answerKeySuggestions(subject.row, cursor, context, locale);
    case 'answer': return answerSuggestions(subject.row, context, locale);
    case 'cite': return citeSuggestions(cursor, context);
    case 'reference': return referenceSuggestions(subject.row, cursor.typed, false, context, locale);
    case 'text': return textSuggestions(subject.row, cursor, context, locale, triggered);
    case 'form': return context.sheet.catalogue.forms.map((form, index) => ({
      label: form.id, kind: CompletionItemKind.EnumMember, description: form.data.title, documentation: form.data.guideline.caption, rank: index,
    }));
    case 'header': return subject.field.kind === 'date' ? dateSuggestions(context) : [];
    default: return [];
  }
}

/** In prose the list opens by itself only behind what can become a reference. */
function textSuggestions(
  row: Parameters<typeof referenceSuggestions>[0], cursor: Cursor, context: FeatureContext, locale: Locale, triggered: boolean,
): Suggestion[] {
  if (triggered && !leadsToReference(cursor.typed, context.sheet.guideline)) return [];
  return referenceSuggestions(row, cursor.typed, true, context, locale);
}

/** A bare number is prose; a chapter with its dot is not, nor are words with which references begin. */
function leadsToReference(typed: string, guideline: Guideline | undefined): boolean {
  const folded = fold(typed);
  return /^\d{1,2}\./.test(folded) || (guideline !== undefined && /\D/.test(folded) && beginsReference(guideline, typed));
}

function dateSuggestions({ today, translate }: FeatureContext): Suggestion[] {
  return [{ label: today, kind: CompletionItemKind.Constant, description: translate({ key: 'completion.today' }), typed: ['today', 'kyou', 'kyo'], rank: 0 }];
}
