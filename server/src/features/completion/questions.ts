import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Row } from '../../catalogue/form-index.ts';
import { indentUnit, lineBreak } from '../../edits/layout.ts';
import { fold } from '../../text/fold.ts';
import type { FeatureContext } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import { contains, keyAt, type Suggestion } from './item.ts';
import { manyRowSuggestions } from './many-rows.ts';
import { rowPlace, type RowPlace } from './row-place.ts';
import { answerChoice, wholeRowSuggestions } from './whole-rows.ts';

/**
 * Question ids, found by number, by reference and by words of the question; what is answered already comes last. Where
 * nothing is typed, the row whose turn it is comes first, and behind it whole rows, a section's rows and all rows.
 */
export function questionSuggestions(cursor: Cursor, context: FeatureContext): Suggestion[] {
  const { sheet } = context;
  if (!sheet.form) return [];
  const place = rowPlace(sheet, cursor);
  const ids = sheet.form.rows.flatMap((row): Suggestion | [] => {
    if (row.kind === 'option') return [];
    const match = cursor.typed === '' ? turn(row, place) : matches(row, cursor.typed, context);
    if (match === undefined) return [];
    const elsewhere = sheet.entriesOf(row).some((entry) => entry.key.span.start !== cursor.token.start);
    return {
      label: row.id,
      text: keyAt(cursor, row.key) + (cursor.hasColon ? '' : `:${behind(row, cursor, context)}`),
      kind: row.kind === 'heading' ? CompletionItemKind.Struct : CompletionItemKind.Field,
      description: elsewhere ? context.translate({ key: 'completion.answered', args: { text: row.text } }) : row.text,
      documentation: { question: row.id },
      rank: match + (elsewhere ? 10 : 0),
      goesOn: !cursor.hasColon,
      ...answerChoice(row, cursor, context),
    };
  });
  if (cursor.quote !== undefined) return ids;
  return [...ids, ...wholeRowSuggestions(place, cursor, context), ...manyRowSuggestions(place, cursor, context)];
}

/** 0: its turn, 2: behind the place on the form, 3: before it. */
function turn(row: Row, { next, above }: RowPlace): number {
  if (row === next) return 0;
  return above && row.order < above.order ? 3 : 2;
}

/** A heading goes on with its first option on a line of its own. */
function behind(row: Row, cursor: Cursor, { sheet }: FeatureContext): string {
  if (row.kind !== 'heading' || cursor.inFlow) return ' ';
  const column = sheet.document.positionAt(cursor.token.start).character;
  return `${lineBreak(sheet)}${' '.repeat(column + indentUnit(sheet))}`;
}

/** 0: begins so, 1: its number contains it, 2: by reference, 3: by words. */
function matches(row: Row, typed: string, { sheet }: FeatureContext): number | undefined {
  const folded = fold(typed);
  if (row.id.startsWith(folded)) return 0;
  if (row.refs.some((ref) => sheet.guideline?.grammar.matches(ref, typed) === 0)) return 2;
  if (/^[\d.]+$/.test(folded)) return row.id.includes(folded) ? 3 : undefined;
  if (row.refs.some((ref) => sheet.guideline?.grammar.matches(ref, typed) !== undefined)) return 2;
  return contains(row.text, typed) || contains(row.section.title, typed) ? 3 : undefined;
}
