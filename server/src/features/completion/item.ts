import { InsertTextMode, type CompletionItemKind, type CompletionItem, type MarkupContent } from 'vscode-languageserver-types';
import { fold } from '../../text/fold.ts';
import type { FeatureContext } from '../context.ts';
import type { Cursor } from '../cursor.ts';
import { toRange } from '../ranges.ts';

/** One suggestion before it is dressed as the protocol wants it. */
export interface Suggestion {
  label: string;
  /** What is written; the label when absent. */
  text?: string;
  kind: CompletionItemKind;
  /** Shown beside the label. */
  description?: string;
  documentation?: string;
  /** Every way to type it. Absent where the server has chosen already. */
  typed?: string[];
  /** Smaller comes first. */
  rank: number;
  /** Edits elsewhere in the document. */
  also?: CompletionItem['additionalTextEdits'];
  /** Something remains to be typed behind it. */
  goesOn?: boolean;
  preselect?: boolean;
}

/**
 * Every item carries an explicit edit. Where the server chose the items, what is typed is itself the filter
 * text, so that the editor's own filter loses none of them.
 */
export function toItem(suggestion: Suggestion, index: number, cursor: Cursor, context: FeatureContext): CompletionItem {
  const { sheet, suggestCommand } = context;
  const documentation: MarkupContent | undefined = suggestion.documentation === undefined
    ? undefined : { kind: 'markdown', value: suggestion.documentation };
  const space = cursor.needsSpace ? ' ' : '';
  return {
    label: suggestion.label,
    kind: suggestion.kind,
    ...(suggestion.description === undefined ? {} : { labelDetails: { description: suggestion.description } }),
    ...(documentation ? { documentation } : {}),
    filterText: filterText(suggestion, cursor),
    sortText: String(suggestion.rank * 10_000 + index).padStart(8, '0'),
    // Further lines are indented already; an editor would add the cursor's indentation to them.
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: toRange(sheet, cursor.token), newText: space + (suggestion.text ?? suggestion.label) },
    ...(suggestion.also ? { additionalTextEdits: suggestion.also } : {}),
    ...(suggestion.preselect ? { preselect: true } : {}),
    ...(suggestion.goesOn && suggestCommand ? { command: { title: '', command: suggestCommand } } : {}),
  };
}

function filterText(suggestion: Suggestion, cursor: Cursor): string {
  if (!suggestion.typed) return cursor.typed || suggestion.label;
  const ways = [suggestion.label, ...suggestion.typed];
  const quoted = /^["']/.test(cursor.typed);
  const typed = quoted ? cursor.typed.slice(1) : cursor.typed;
  return (begins(ways, typed) || (quoted && typed === '') ? [cursor.typed, ...ways] : ways).join(' ');
}

/** @returns whether one of the ways to type something begins with what is typed, whatever its width or case */
export function begins(ways: string[], typed: string): boolean {
  const folded = fold(typed).toLowerCase();
  return folded !== '' && ways.some((way) => fold(way).toLowerCase().startsWith(folded));
}

/** @returns whether every word of what is typed stands somewhere in the text */
export function contains(text: string, typed: string): boolean {
  const inside = fold(text).toLowerCase();
  return typed.split(/[\s\u3000]+/).every((word) => inside.includes(fold(word).toLowerCase()));
}
