import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, closeAll, HEAD, openSheet, until } from './support.ts';

const PLAIN = `${HEAD}回答:\n  3: はい\n  4: はい\n`;
const WRITTEN = /回答:\n {2}#= .*\(6\.3\)\n {2}#\? 6\.3\.C1 .*\n {2}3: はい\n {2}#\? 6\.3\.C1 .*\n {2}4: はい\n$/;

describe('Question comments', () => {
  afterEach(closeAll);

  it('are written and removed by commands, each undone in one step', async () => {
    const { document } = await openSheet(PLAIN);
    await vscode.commands.executeCommand('sds.writeQuestionComments');
    await until(() => WRITTEN.test(document.getText()), 'the comments');
    const written = document.getText();
    await vscode.commands.executeCommand('sds.removeQuestionComments');
    await until(() => document.getText() === PLAIN, 'the sheet without comments');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), written);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), PLAIN);
  });

  it('are written for the selection', async () => {
    const editor = await openSheet(PLAIN);
    const end = behind(editor.document, '4: はい');
    editor.selection = new vscode.Selection(end.with({ character: 0 }), end);
    await vscode.commands.executeCommand('sds.writeQuestionComments');
    await until(() => /3: はい\n {2}#\? .*\n {2}4: はい\n$/.test(editor.document.getText()), 'the comment');
    assert.equal(editor.document.lineCount, PLAIN.split('\n').length + 1);
  });

  it('are source actions that saving can run', async () => {
    const { document } = await openSheet(PLAIN);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider', document.uri, new vscode.Range(0, 0, 0, 0), vscode.CodeActionKind.Source.value);
    assert.ok(actions.some(({ kind }) => kind?.value === 'source.questionComments.write.sds'));
  });
});
