import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, CONTRADICTORY, openSheet, until } from './support.ts';

describe('A sheet as its form', () => {
  afterEach(closeAll);

  it('opens in place of its text', async () => {
    const { document: { uri } } = await openSheet(CONTRADICTORY);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'sds.form');
    const input = await until(() => {
      const active = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return active instanceof vscode.TabInputCustom && active;
    }, 'the form');
    assert.equal(input.viewType, 'sds.form');
    assert.equal(input.uri.toString(), uri.toString());
  });

  it('is exported to a file that is asked for', async () => {
    const { document: { uri } } = await openSheet(CONTRADICTORY, '出力.sds.yaml');
    const target = vscode.Uri.joinPath(uri, '..', '出力.html');
    const done = vscode.commands.executeCommand('sds.exportHtml', uri);
    const html = await until(async () => {
      // The dialog offers the name beside the sheet.
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.workspace.fs.readFile(target).then((bytes) => new TextDecoder().decode(bytes) || undefined, () => undefined);
    }, 'the file');
    assert.match(html, /^<!DOCTYPE html>/i);
    assert.match(html, /リモートメンテナンス株式会社/);
    void done;
  });
});
