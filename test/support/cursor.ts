import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FeatureContext } from '../../server/src/features/context.ts';
import { complete, type Occasion } from '../../server/src/features/completion/complete.ts';
import type { CompletionClient } from '../../server/src/features/completion/item.ts';
import { hover } from '../../server/src/features/hover.ts';
import { translator, type Locale } from '../../server/src/l10n/translate.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import type { CompletionItem } from 'vscode-languageserver-types';
import { catalogue } from './catalogue.ts';

/** A document whose cursor is marked by `|`. */
export function at(marked: string, locale: Locale = 'ja'): { context: FeatureContext; offset: number; text: string; document: TextDocument } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error('The document marks no cursor.');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const document = TextDocument.create('file:///test.sds.yaml', 'sds-yaml', 1, text);
  const context: FeatureContext = { sheet: readSheet(document, catalogue()), translate: translator(locale), today: '2026-11-23' };
  return { context, offset, text, document };
}

export interface Completed {
  items: CompletionItem[];
  labels: string[];
  /** The document with an item accepted, `|` behind what was written. */
  accept(label: string): string;
}

/** Suggestions as an editor shows them: kept by its filter, in their order. */
export function completions(
  marked: string, { occasion = 'invoked', locale = 'ja', client = {} }: { occasion?: Occasion; locale?: Locale; client?: CompletionClient } = {},
): Completed {
  const { context, offset, document } = at(marked, locale);
  const list = complete(context, offset, locale, occasion, client);
  const items = list.items
    .filter((item) => kept(item, document, offset))
    .sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  return {
    items,
    labels: items.map((item) => item.label),
    accept(label) {
      const item = items.find((one) => one.label === label);
      if (!item) throw new Error(`No “${label}” among ${items.map((one) => one.label).join(', ')}`);
      const edit = item.textEdit as { range: { start: never; end: never }; newText: string };
      const edited = TextDocument.applyEdits(document, [{ ...edit, newText: `${edit.newText}|` }, ...(item.additionalTextEdits ?? [])]);
      return edited;
    },
  };
}

/** VS Code keeps an item whose filter text has the typed characters in order. */
function kept(item: CompletionItem, document: TextDocument, offset: number): boolean {
  const { range } = item.textEdit as { range: { start: { line: number; character: number }; end: { line: number; character: number } } };
  const typed = document.getText().slice(document.offsetAt(range.start), offset).toLowerCase();
  let from = 0;
  for (const char of typed) {
    const found = (item.filterText ?? item.label).toLowerCase().indexOf(char, from);
    if (found < 0) return false;
    from = found + char.length;
  }
  return true;
}

/** What hovering shows at the cursor, as Markdown; empty when nothing. */
export function hovered(marked: string, locale: Locale = 'ja'): string {
  const { context, offset } = at(marked, locale);
  const found = hover(context, offset, locale);
  return found ? (found.contents as { value: string }).value : '';
}

/** The head of a sheet, for documents that are about what stands below it. */
export const HEAD = `様式: SDS-4.0
作成日: 2023-10-04
サービス事業者: リモートメンテナンス株式会社
サービス名称: リモート保守サービス
バージョン: 1.1
`;
