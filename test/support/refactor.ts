import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { refactorings, resolveRefactoring } from '../../server/src/features/refactor/index.ts';
import { translator, type Locale } from '../../server/src/l10n/translate.ts';
import { sheet } from './sheets.ts';
import { HEAD } from './cursor.ts';

export interface Offered {
  titles: string[];
  /** What stands below 回答 once one of them is done. */
  apply: (title: string | RegExp) => string;
}

/**
 * What can be done to the answers of a sheet where they are marked: by `|` at a cursor, by `⟦…⟧` around a selection.
 * Every action is looked at both with its edit and with the edit asked for later.
 */
export function refactor(marked: string, { locale = 'ja', only = '' }: { locale?: Locale; only?: string } = {}): Offered {
  const head = `${HEAD}回答:\n`.replaceAll('\n', marked.includes('\r\n') ? '\r\n' : '\n');
  const cursor = marked.includes('⟦') ? -1 : marked.indexOf('|');
  const text = head + (cursor < 0 ? marked.replace(/[⟦⟧]/g, '') : marked.slice(0, cursor) + marked.slice(cursor + 1));
  const [start, end] = cursor < 0 ? [marked.indexOf('⟦'), marked.indexOf('⟧') - 1] : [cursor, cursor];
  assert.ok(start >= 0 && end >= start, 'the document marks no place');
  const read = sheet(text);
  const { document } = read;
  const range = { start: document.positionAt(head.length + start), end: document.positionAt(head.length + end) };
  const context = { sheet: read, translate: translator(locale), today: '2026-11-23' };
  const offered = refactorings(range, only === '' ? undefined : [only], context, false);
  const lazy = refactorings(range, only === '' ? undefined : [only], context, true);
  assert.ok(lazy.every(({ edit }) => edit === undefined));
  assert.deepEqual(lazy.map((action): CodeAction => {
    const { data, ...resolved } = resolveRefactoring(action, context);
    assert.ok(data);
    return resolved;
  }), offered);
  return {
    titles: offered.map(({ title }) => title),
    apply(title) {
      const action = offered.find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
      assert.ok(action, `no ${String(title)} among ${offered.map((one) => one.title).join(' / ')}`);
      const changed = TextDocument.applyEdits(document, action.edit!.changes![document.uri]!);
      assert.ok(changed.startsWith(head));
      return changed.slice(head.length);
    },
  };
}
