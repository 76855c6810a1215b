import { CompletionItemKind } from 'vscode-languageserver-types';
import { ruledOut, type Row } from '../../catalogue/form-index.ts';
import { applicabilityOf } from '../../conditions/applicability.ts';
import { columnOf, indentUnit, lineBreak } from '../../edits/layout.ts';
import { writeRows } from '../../edits/rows.ts';
import { writtenRows } from '../../sheet/written-rows.ts';
import { fold } from '../../text/fold.ts';
import type { FeatureContext } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import { keyAt, type Suggestion } from './item.ts';
import type { RowPlace } from './row-place.ts';
import { choice, literal, stop } from './snippet.ts';

/**
 * The one row that can be meant, in full: with its answer and a remark, or with all its options.
 * Nothing where what is typed may lead to several.
 */
export function wholeRowSuggestions(place: RowPlace, cursor: Cursor, context: FeatureContext): Suggestion[] {
  const { sheet, translate } = context;
  const row = theOne(place, cursor, context);
  const isThere = writtenRows(sheet).some((written) => written.row === row && written.key.start !== cursor.token.start);
  if (!row || cursor.hasColon || cursor.inFlow || isThere) return [];
  const about = { kind: CompletionItemKind.Snippet, description: row.text, documentation: { question: row.id }, rank: 1 };
  if (row.kind === 'heading') return [{ ...about, ...withOptions(row, cursor, context), label: translate({ key: 'completion.row-with-options', args: { row: row.id } }) }];
  const { word, remark } = sheet.catalogue.dialect.answer;
  const column = columnOf(sheet, cursor.token.start);
  const head = trimmed(writeRows(sheet, [row], column)[0]!.text);
  const indent = lineBreak(sheet) + ' '.repeat(column + indentUnit(sheet));
  return [{
    ...about, label: translate({ key: 'completion.row-with-remark', args: { row: row.id, remark: remark.key } }),
    text: `${head}${indent}${word.key}: ${indent}${remark.key}: `,
    snippet: `${literal(head)}${indent}${word.key}: ${choice(1, words(row, context))}${indent}${remark.key}: ${stop(2)}`,
  }];
}

/**
 * For an editor that can go on with a choice but not with a list of its own: the list tells more of the answers, and
 * writes none meanwhile.
 */
export function answerChoice(row: Row, cursor: Cursor, context: FeatureContext): { snippet?: string } {
  if (context.suggestCommand || cursor.hasColon || row.words.length === 0) return {};
  return { snippet: `${literal(keyAt(cursor, row.key))}: ${choice(1, words(row, context))}` };
}

/** @returns lines without the break and the blank before them, for the place where the cursor is */
export function trimmed(text: string): string {
  return text.replace(/^\s+/, '');
}

/** The row whose turn it is, or the only one with a number that begins like this. */
function theOne({ next }: RowPlace, { typed }: Cursor, { sheet }: FeatureContext): Row | undefined {
  if (typed === '') return next;
  const folded = fold(typed);
  const rows = sheet.form!.rows.filter((row) => row.kind !== 'option' && row.id.startsWith(folded));
  return rows.length === 1 ? rows[0] : undefined;
}

/** No choices here: an editor would write the first answer of every one meanwhile. */
function withOptions(row: Row, cursor: Cursor, { sheet }: FeatureContext): Pick<Suggestion, 'text' | 'snippet'> {
  const lines = writeRows(sheet, row.options, columnOf(sheet, cursor.token.start));
  return {
    text: trimmed(lines.map(({ text }) => `${text} `).join('')),
    snippet: trimmed(lines.map(({ text }, index) => `${literal(text)} ${stop(index + 1)}`).join('')),
  };
}

/** What an editor writes first is what fits a row that does not apply. */
function words(row: Row, { sheet }: FeatureContext): string[] {
  const all = row.words.map(({ word }) => word);
  const fits = applicabilityOf(sheet).applies(row).value === false ? ruledOut(row)?.word : undefined;
  return fits === undefined ? all : [fits, ...all.filter((word) => word !== fits)];
}
