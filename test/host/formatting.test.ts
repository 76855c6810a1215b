import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, closeAll, HEAD, openSheet, until } from './support.ts';

const MESSY = `${HEAD}回答:\n    21:\n      備考文:   無害化する\n      回答:  はい   # 答\n    22:   対象外\n`;
const TIDY = `${HEAD}回答:\n    21:\n        回答: はい   # 答\n        備考文: 無害化する\n    22: 対象外\n`;

describe('Formatting', () => {
  afterEach(closeAll);

  it('of the document is a command, undone in one step', async () => {
    const { document } = await openSheet(MESSY);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until(() => document.getText() === TIDY, 'the formatted sheet');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), MESSY);
  });

  it('of the selection touches nothing else', async () => {
    const editor = await openSheet(MESSY);
    const end = behind(editor.document, '対象外');
    editor.selection = new vscode.Selection(end.with({ character: 0 }), end);
    await vscode.commands.executeCommand('editor.action.formatSelection');
    await until(() => editor.document.getText() === MESSY.replace('22:   ', '22: '), 'the formatted row');
  });

  it('puts the cursor where a question\'s keys go when Enter is typed behind it', async () => {
    const editor = await openSheet(`${HEAD}回答:\n    21: はい\n    17.1:`);
    const end = behind(editor.document, '17.1:');
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until(() => editor.document.getText().endsWith('17.1:\n        ') && editor.selection.active.character === 8, 'the indentation of the sheet');
    await vscode.commands.executeCommand('type', { text: '記憶: はい' });
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until(() => editor.document.getText().endsWith('17.1:\n        記憶: はい\n        ') && editor.selection.active.character === 8, 'the next key');
  });
});
