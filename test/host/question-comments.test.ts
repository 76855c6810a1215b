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

  it('are hidden by folding and shown again, whatever stands above them', async () => {
    const editor = await openSheet(`${HEAD}回答:\n  2: はい\n\n  #= 体制(6.3)\n  #? 責任者\n  3:\n    回答: はい\n    備考: 1\n  #? 担当者\n  4: はい\n  #? 入退\n  5: はい\n備考記載欄:\n  1: あ\n`);
    const { document } = editor;
    const shown = (): string[] => editor.visibleRanges.flatMap(({ start, end }) =>
      Array.from({ length: end.line - start.line + 1 }, (_, at) => document.lineAt(start.line + at).text.trim()));
    await vscode.commands.executeCommand('sds.hideQuestionComments');
    await until(() => shown().filter((line) => line.startsWith('#')).length === 2, 'the comments to be hidden');
    // The title of a section begins the section's own fold.
    assert.deepEqual(shown().slice(6), ['2: はい', '', '#= 体制(6.3)', '#? 責任者', '3:', '回答: はい', '備考: 1', '4: はい', '5: はい', '備考記載欄:', '1: あ', '']);
    await vscode.commands.executeCommand('sds.showQuestionComments');
    await until(() => shown().filter((line) => line.startsWith('#')).length === 4, 'the comments to be shown');
  });
});
