import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('VS Code as the tests find it', () => {
  it('has the extension under test', async () => {
    const extension = vscode.extensions.getExtension('sds-authoring.sds-authoring');
    assert.ok(extension, 'the extension is not installed');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('has a workspace to write into', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'no folder is open');
    const file = vscode.Uri.joinPath(folder.uri, '確認 用.txt');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('開示書'));
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.getText(), '開示書');
  });
});
