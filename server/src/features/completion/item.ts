import { InsertTextFormat, InsertTextMode, type CompletionItem, type CompletionItemKind } from 'vscode-languageserver-types';
import type { Locale } from '../../l10n/translate.ts';
import type { Span } from '../../sheet/model.ts';
import { fold, LONGEST_NAME } from '../../text/fold.ts';
import type { FeatureContext } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import { toRange } from '../ranges.ts';
import { documentationOf, markdown, type About, type CompletionData } from './documentation.ts';

/** What a client can do with a list of suggestions. */
export interface CompletionClient {
  /** Jumps between the places of a snippet. */
  snippets?: boolean;
  /** Asks for the documentation of the item that is looked at. */
  documentationLater?: boolean;
}

/** One suggestion before it is dressed as the protocol wants it. */
export interface Suggestion {
  label: string;
  /** What is written; the label when absent. */
  text?: string;
  /** What is written where the client takes snippets. */
  snippet?: string;
  kind: CompletionItemKind;
  /** Shown beside the label. */
  description?: string;
  /** Markdown, or what it is to be about. */
  documentation?: string | About;
  /** Every way to type it. Absent where the server has chosen already. */
  typed?: string[];
  /** Smaller comes first. */
  rank: number;
  /** Edits elsewhere in the document. */
  also?: CompletionItem['additionalTextEdits'];
  /** Something remains to be typed behind it. */
  goesOn?: boolean;
  preselect?: boolean;
  /** What is replaced; the cursor's token when absent. */
  replaces?: Span;
  /** Characters that accept it when they are typed, and come behind it. */
  commits?: string[];
}

/**
 * Every item carries an explicit edit. Where the server chose the items, what is typed is itself the filter
 * text, so that the editor's own filter loses none of them.
 */
export function toItem(
  suggestion: Suggestion, index: number, cursor: Cursor, context: FeatureContext, locale: Locale, client: CompletionClient,
): CompletionItem {
  const { sheet, suggestCommand } = context;
  const space = cursor.needsSpace && !suggestion.replaces ? ' ' : '';
  const snippet = client.snippets ? suggestion.snippet : undefined;
  const replaced = suggestion.replaces ?? { start: cursor.token.start + (cursor.quote?.length ?? 0), end: cursor.token.end };
  const typed = sheet.document.getText().slice(replaced.start, cursor.offset);
  return {
    label: suggestion.label,
    kind: suggestion.kind,
    ...(suggestion.description === undefined ? {} : { labelDetails: { description: suggestion.description } }),
    ...documented(suggestion, context, locale, client),
    filterText: filterText(suggestion, typed),
    sortText: String(suggestion.rank * 10_000 + index).padStart(8, '0'),
    // Further lines are indented already; an editor would add the cursor's indentation to them.
    insertTextMode: InsertTextMode.asIs,
    ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range: toRange(sheet, replaced), newText: space + (snippet ?? suggestion.text ?? suggestion.label) },
    ...(suggestion.also ? { additionalTextEdits: suggestion.also } : {}),
    ...(suggestion.preselect ? { preselect: true } : {}),
    ...(suggestion.commits ? { commitCharacters: suggestion.commits } : {}),
    ...(suggestion.goesOn && suggestCommand ? { command: { title: '', command: suggestCommand } } : {}),
  };
}

function documented({ documentation }: Suggestion, context: FeatureContext, locale: Locale, client: CompletionClient): Pick<CompletionItem, 'documentation' | 'data'> {
  if (documentation === undefined) return {};
  if (typeof documentation === 'string') return { documentation: markdown(documentation)! };
  if (client.documentationLater) return { data: { uri: context.sheet.document.uri, ...documentation } satisfies CompletionData };
  const text = markdown(documentationOf(documentation, context, locale));
  return text ? { documentation: text } : {};
}

function filterText(suggestion: Suggestion, typed: string): string {
  if (!suggestion.typed) return typed || suggestion.label;
  const ways = [suggestion.label, ...suggestion.typed];
  const isQuoted = /^["']/.test(typed);
  const word = typed.replace(/^["']|["']$/g, '');
  return (begins(ways, word) || (isQuoted && word === '') ? [typed, ...ways] : ways).join(' ');
}

/** @returns a key as it is written at the cursor, in the quotes that stand there; its colon, where it has none, comes behind it */
export function keyAt({ quote = '' }: Cursor, key: string): string {
  return key + quote;
}

/** @returns whether one of the ways to type something begins with what is typed, whatever its width or case; not with more than any name has */
export function begins(ways: string[], typed: string): boolean {
  if (typed.length > LONGEST_NAME) return false;
  const folded = fold(typed).toLowerCase();
  return folded !== '' && ways.some((way) => fold(way).toLowerCase().startsWith(folded));
}

/** @returns whether every word of what is typed stands somewhere in the text; not of more than any name has, which nobody types to look for something */
export function contains(text: string, typed: string): boolean {
  if (typed.length > LONGEST_NAME) return false;
  const inside = fold(text).toLowerCase();
  return typed.split(/[\s\u3000]+/).every((word) => inside.includes(fold(word).toLowerCase()));
}
