import { CompletionItemKind, type CompletionList } from 'vscode-languageserver-types';
import type { Row } from '../../catalogue/form-index.ts';
import type { Guideline } from '../../catalogue/guideline-index.ts';
import type { Locale } from '../../l10n/translate.ts';
import { fold } from '../../text/fold.ts';
import { escapePattern } from '../../text/pattern.ts';
import type { FeatureContext } from '../context.ts';
import { resolveCursor, type Cursor } from '../cursor.ts';
import { beginsReference } from '../reference-token.ts';
import { answerSuggestions } from './answers.ts';
import { toItem, type CompletionClient, type Suggestion } from './item.ts';
import { answerKeySuggestions, sheetKeySuggestions } from './keys.ts';
import { newSheetSuggestions } from './new-sheets.ts';
import { questionSuggestions } from './questions.ts';
import { referenceSuggestions } from './references.ts';
import { citeSuggestions } from './remarks.ts';
import { allTerms, begunTerms, TYPED } from './terms.ts';

/** @returns the characters that open the list when typed, where an editor would not open it for a number */
export function triggerCharacters(guidelines: Guideline[]): string[] {
  const families = guidelines.flatMap(({ data }) => data.families.map(({ prefix }) => prefix.slice(0, 1)));
  const half = new Set([...'0123456789.', ...families.flatMap((letter) => [letter.toUpperCase(), letter.toLowerCase()])].filter((one) => /^[!-~]$/.test(one)));
  return [...half].flatMap((character) => [character, String.fromCharCode(character.charCodeAt(0) + FULL_WIDTH)]);
}

/** From an ASCII character to its full-width form. */
const FULL_WIDTH = 0xfee0;

/** Why a list is wanted: the user or an editor that does not say so, a trigger character, or more being typed while one is open. */
export type Occasion = 'invoked' | 'triggered' | 'narrowed';

/**
 * @param offset UTF-16 offset in the document
 * @param client what is taken for what every client can do when absent
 * @returns suggestions that the server has ranked; incomplete, so that it is asked again for every character
 */
export function complete(context: FeatureContext, offset: number, locale: Locale, occasion: Occasion, client: CompletionClient = {}): CompletionList {
  const cursor = resolveCursor(context.sheet, offset);
  const suggestions = suggest(cursor, context, locale, occasion);
  const items = suggestions.map((suggestion, index) => toItem(suggestion, index, cursor, context, locale, client));
  return { isIncomplete: suggestions.length > 0, items };
}

function suggest(cursor: Cursor, context: FeatureContext, locale: Locale, occasion: Occasion): Suggestion[] {
  const { subject } = cursor;
  switch (subject.kind) {
    case 'sheet-key': return [...newSheetSuggestions(cursor, context), ...sheetKeySuggestions(cursor, context, locale)];
    case 'question': return questionSuggestions(cursor, context);
    case 'answer-key': return answerKeySuggestions(subject.row, cursor, context, locale);
    case 'answer': return answerSuggestions(subject.row, cursor, context, locale);
    case 'cite': return citeSuggestions(cursor, context);
    case 'reference': return referenceSuggestions(subject.row, cursor.typed, false, context, locale, cursor.inFlow);
    case 'text': return textSuggestions(subject.row, cursor, context, locale, occasion);
    case 'form': return context.sheet.catalogue.forms.map((form, index) => ({
      label: form.id, kind: CompletionItemKind.EnumMember, description: form.data.title, documentation: form.data.guideline.caption, rank: index,
    }));
    case 'header': return subject.field.kind === 'date' ? dateSuggestions(context) : [];
    default: return [];
  }
}

/**
 * In prose there is a list only behind what can become a reference, where a word has not begun, or where a term of the
 * question is being typed: an editor asks for one after every word, and does not say that nobody asked. Where no word has
 * begun it does not, so that everything can be offered there.
 */
function textSuggestions(row: Row | undefined, cursor: Cursor, context: FeatureContext, locale: Locale, occasion: Occasion): Suggestion[] {
  const { sheet } = context;
  if (cursor.typed !== '' && leadsToReference(cursor.typed, sheet.guideline)) return referenceSuggestions(row, cursor.typed, true, context, locale);
  const before = sheet.document.getText()[cursor.offset - 1] ?? ' ';
  if (cursor.typed !== '' || /[\p{L}\p{N}\p{M}ー]/u.test(before)) return begunTerms(row, cursor, context, occasion === 'narrowed' ? 1 : TYPED);
  return occasion === 'triggered' ? [] : [...allTerms(row, cursor, context), ...referenceSuggestions(row, '', true, context, locale)];
}

/** A chapter with its dot, a family with its number, or words with which references begin; a bare number is prose. */
function leadsToReference(typed: string, guideline: Guideline | undefined): boolean {
  if (!guideline) return false;
  const folded = fold(typed);
  if (/^\d{1,2}\./.test(folded) || /[^\d.A-Za-z()]/.test(folded)) return beginsReference(guideline, typed);
  return guideline.data.families.some(({ prefix }) => new RegExp(`^${escapePattern(prefix)}\\d`, 'i').test(folded));
}

function dateSuggestions({ today, translate }: FeatureContext): Suggestion[] {
  return [{ label: today, kind: CompletionItemKind.Constant, description: translate({ key: 'completion.today' }), typed: ['today', 'kyou', 'kyo'], rank: 0 }];
}
