import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../../server/src/features/code-actions.ts';
import { toDiagnostics } from '../../../server/src/features/diagnostics.ts';
import { lint } from '../../../server/src/lint/lint.ts';
import { at, HEAD } from '../../support/cursor.ts';

function actions(marked: string, only?: string[]): { offered: CodeAction[]; apply(title: RegExp): string } {
  const { context, offset, document } = at(`${HEAD}回答:\n${marked}`);
  const position = document.positionAt(offset);
  const offered = codeActions(lint(context.sheet), { start: position, end: position }, only, context);
  return {
    offered,
    apply(title) {
      const action = offered.find((one) => title.test(one.title));
      assert.ok(action, `no ${String(title)} among ${offered.map((one) => one.title).join(', ')}`);
      return TextDocument.applyEdits(document, action.edit!.changes![document.uri]!).slice(`${HEAD}回答:\n`.length);
    },
  };
}

describe('Code actions', () => {
  it('offer the fixes of what stands at the cursor only', () => {
    assert.deepEqual(actions('  1: 非該当\n  1.1: は|い\n  18: ○\n').offered.map((one) => one.title), ['1.1 を「対象外」にする', '1 を「該当」にする']);
    assert.deepEqual(actions('  1: 非|該当\n').offered, []);
  });

  it('offer those of a diagnostic that the editor shows beside the cursor, too', () => {
    const { context } = at(`${HEAD}回答:\n  18: |○\n`);
    const start = { line: context.sheet.document.lineCount - 2, character: 0 };
    const findings = lint(context.sheet);
    const shown = toDiagnostics(findings.filter((one) => one.rule.code === 'invalid-answer'), context);
    assert.deepEqual(codeActions(findings, { start, end: start }, undefined, context), []);
    assert.deepEqual(codeActions(findings, { start, end: start }, undefined, context, shown).map(({ title }) => title), ['18 を「はい」にする']);
  });

  it('mend all of one kind at once', () => {
    assert.equal(actions('  18: |○\n  19: ○\n  22: yes\n').apply(/同じ種類/), '  18: はい\n  19: はい\n  22: はい\n');
    assert.ok(!actions('  18: |○\n').offered.some((one) => one.title.includes('同じ種類')));
  });

  it('rule out a whole subtree', () => {
    const sheet = '  75: 該当\n  77: 非該当\n  77.1: は|い\n  77.2: いいえ\n  77.3: はい\n';
    assert.equal(actions(sheet).apply(/3件をまとめて/), '  75: 該当\n  77: 非該当\n  77.1: 対象外\n  77.2: 対象外\n  77.3: 対象外\n');
  });

  it('carry their diagnostics, and mark the likeliest', () => {
    const [first] = actions('  1: 非該当\n  1.1: は|い\n').offered;
    assert.equal(first!.diagnostics![0]!.code, 'inconsistent-answer');
    assert.equal(first!.isPreferred, true);
  });

  it('apply every safe fix of the document, and no other', () => {
    assert.equal(actions('|  １：非該当\n  1.1: はい\n  18: ○\n', ['source.fixAll']).apply(/./), '  1: 非該当\n  1.1: はい\n  18: ○\n');
    assert.deepEqual(actions('|  18: ○\n', ['source.fixAll']).offered, []);
  });

  it('are of the kinds asked for', () => {
    assert.deepEqual(actions('  18: |○\n', ['refactor']).offered, []);
    assert.ok(actions('  18: |○\n', ['quickfix']).offered.length > 0);
  });
});
