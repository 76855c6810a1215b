import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Form } from '../../catalogue/form-index.ts';
import { lineBreak } from '../../edits/layout.ts';
import type { FeatureContext } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import { plain } from '../markdown/escape.ts';
import { leadingQuestions, newSheetLines } from '../new-sheet.ts';
import { begins, type Suggestion } from './item.ts';
import { literal, stop } from './snippet.ts';

/** Other ways to type them. */
const TYPED = ['atarashii', 'shinki', 'kaijisho', 'new'];

/** In a document that says nothing yet, the scaffold of a sheet for each form: the header, and the questions that decide about others. */
export function newSheetSuggestions(cursor: Cursor, context: FeatureContext): Suggestion[] {
  const { sheet, translate } = context;
  if (cursor.hasColon || cursor.inFlow || cursor.quote !== undefined || sheet.document.positionAt(cursor.token.start).character > 0 || !isBlankBut(cursor, context)) return [];
  return sheet.catalogue.forms.map((form): Suggestion => ({
    label: translate({ key: 'completion.new-sheet', args: { form: form.id } }), kind: CompletionItemKind.Snippet, description: form.data.title,
    documentation: `${plain(form.data.title)}\n\n${plain(form.data.guideline.caption)}`, typed: [...TYPED, form.id], rank: 0, ...scaffold(form, context),
  })).filter(({ label, typed }) => cursor.typed === '' || begins([label, ...typed!], cursor.typed));
}

/** Nothing but what is being typed, and comments. */
function isBlankBut({ token }: Cursor, { sheet }: FeatureContext): boolean {
  const { line } = sheet.document.positionAt(token.start);
  return sheet.lines.lines.every(({ kind }, at) => kind === 'blank' || kind === 'comment' || at === line);
}

/** The last place is below 回答, where the other rows are to be added once these are answered. */
function scaffold(form: Form, { sheet, today }: FeatureContext): Pick<Suggestion, 'text' | 'snippet'> {
  const lines = newSheetLines(sheet.catalogue, form, { header: {}, answers: {} }, new Set(leadingQuestions(form).gates));
  let places = 0;
  const snippet = lines.map(({ text, open }) => {
    if (!open) return literal(text);
    const preset = 'required' in open && open.kind === 'date' ? today : '';
    return `${literal(text)} ${stop(++places, preset)}`;
  });
  const eol = lineBreak(sheet);
  return { text: `${lines.map(({ text }) => text).join(eol)}${eol}`, snippet: `${snippet.join(eol)}${eol}  ${stop(0)}` };
}
