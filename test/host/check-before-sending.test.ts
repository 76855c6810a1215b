import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, CONTRADICTORY, openSheet, until } from './support.ts';

const isJapanese = vscode.env.language.startsWith('ja');

describe('The check before sending', () => {
  afterEach(closeAll);

  it('opens its result as a document that can be kept, and leaves the sheet alone', async () => {
    const { document } = await openSheet(CONTRADICTORY);
    await vscode.commands.executeCommand('sds.checkBeforeSending');
    const title = isJapanese ? '送付前チェック' : 'Check before sending';
    const result = await until(() => vscode.workspace.textDocuments.find((one) => one !== document && one.languageId === 'markdown' && one.getText().includes(title)), 'the result');
    assert.match(result.getText(), /75\.1/);
    assert.equal(document.getText(), CONTRADICTORY);
  });
});
