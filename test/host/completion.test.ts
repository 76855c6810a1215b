import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, closeAll, HEAD, openSheet, until } from './support.ts';

describe('Completion of rows', () => {
  afterEach(closeAll);

  /** Accepts the suggestion that many places down the list behind a text, and takes it back by one step of undoing. */
  async function accept(text: string, place: string, down: number, expected: string): Promise<void> {
    const editor = await openSheet(text);
    const end = behind(editor.document, place);
    editor.selection = new vscode.Selection(end, end);
    // The list may come while one is chosen from it, so that another is: that is taken back, and chosen again.
    await until(async () => {
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await new Promise((resolve) => setTimeout(resolve, 300));
      await vscode.commands.executeCommand('selectFirstSuggestion');
      for (let step = 0; step < down; step += 1) await vscode.commands.executeCommand('selectNextSuggestion');
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      const now = editor.document.getText();
      if (now === expected) return true;
      await vscode.commands.executeCommand('hideSuggestWidget');
      await vscode.commands.executeCommand('leaveSnippet');
      if (now !== text) await vscode.commands.executeCommand('undo');
      return false;
    }, 'the suggestion to be accepted');
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('leaveSnippet');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
  }

  it('writes a row with its answer to be chosen and a remark', () => accept(
    `${HEAD}回答:\n  76\n`, '  76', 1, `${HEAD}回答:\n  76:\n    回答: はい\n    備考文: \n`,
  ));

  it('writes all rows of a section, also those that belong elsewhere', () => accept(
    `${HEAD}回答:\n  3: はい\n  bunrui\n  6: はい\n`, 'bunrui', 0, `${HEAD}回答:\n  3: はい\n  4: \n  5: \n  6: はい\n  7:\n  8:\n  9:\n`,
  ));

  it('writes the scaffold of a sheet', async () => {
    const editor = await openSheet('shinki\n');
    const end = behind(editor.document, 'shinki');
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await until(async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().startsWith('様式: SDS-4.0\n');
    }, 'the scaffold');
    // The date is selected, so that typing replaces it.
    assert.match(editor.document.getText(editor.selection), /^20\d\d-\d\d-\d\d$/);
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('type', { text: 'い' });
    assert.match(editor.document.getText(), /^サービス事業者: い$/m);
  });
});
