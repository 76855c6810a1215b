import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Row } from '../../catalogue/form-index.ts';
import { columnOf } from '../../edits/layout.ts';
import { insertRows, writeRows } from '../../edits/rows.ts';
import type { MessageKey } from '../../l10n/translate.ts';
import type { FeatureContext } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import { toTextEdit } from '../ranges.ts';
import { begins, type Suggestion } from './item.ts';
import { belongs, type RowPlace } from './row-place.ts';
import { literal, stop } from './snippet.ts';
import { trimmed } from './whole-rows.ts';

/** Other ways to type them. */
const SECTION = ['bunrui', 'nokori', 'section', 'rest'];
const ALL = ['nokori', 'subete', 'zenbu', 'all', 'rest'];

/**
 * Every row that is missing, of the section whose turn it is and of the form, empty and in the form's order: on the
 * cursor's line those that belong there, the others where they belong.
 */
export function manyRowSuggestions(place: RowPlace, cursor: Cursor, context: FeatureContext): Suggestion[] {
  const { next, missing } = place;
  if (!next || cursor.hasColon || cursor.inFlow) return [];
  const ofSection = missing.filter((row) => row.section === next.section);
  const suggestions = [
    ...(ofSection.length > 1 ? [suggestion('completion.section-rows', next.section.title, SECTION, ofSection, true, place, cursor, context)] : []),
    ...(missing.length > ofSection.length ? [suggestion('completion.all-rows', undefined, ALL, missing, false, place, cursor, context)] : []),
  ];
  return suggestions.filter(({ label, typed }) => cursor.typed === '' || begins([label, ...typed!], cursor.typed));
}

/** @param stops whether the editor is to go from row to row; too many of them would make it slow */
function suggestion(
  key: MessageKey & `completion.${string}`, description: string | undefined, typed: string[], rows: Row[], stops: boolean, place: RowPlace, cursor: Cursor,
  { sheet, translate }: FeatureContext,
): Suggestion {
  const here = rows.filter((row) => belongs(row, place, sheet));
  const elsewhere = rows.filter((row) => !here.includes(row));
  const lines = writeRows(sheet, here, columnOf(sheet, cursor.token.start));
  return {
    label: translate({ key, args: { count: rows.length } }), kind: CompletionItemKind.Snippet, typed, rank: 1,
    text: trimmed(lines.map(({ text }) => text).join('')),
    ...(stops ? { snippet: trimmed(lines.map(({ text }, index) => `${literal(text)} ${stop(index + 1)}`).join('')), goesOn: true } : {}),
    ...(description === undefined ? {} : { description }),
    ...(elsewhere.length > 0 ? { also: insertRows(sheet, elsewhere).map((edit) => toTextEdit(sheet, edit)) } : {}),
  };
}
