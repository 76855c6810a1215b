import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, CONTRADICTORY, HEAD, openSheet, until } from './support.ts';

const TITLE = vscode.env.language.startsWith('ja') ? 'プレビュー' : 'Preview';

describe('The preview', () => {
  afterEach(closeAll);

  it('opens to the side and leaves the cursor in the sheet', async () => {
    const editor = await openSheet(CONTRADICTORY, '一.sds.yaml');
    await vscode.commands.executeCommand('sds.openPreviewToSide');
    const tab = await until(() => previews().find(({ label }) => label === `${TITLE} 一.sds.yaml`), 'the preview');
    assert.notEqual(tab.group.viewColumn, editor.viewColumn);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  it('is one, follows the sheet that is edited, and closes', async () => {
    await openSheet(CONTRADICTORY, '一.sds.yaml');
    await vscode.commands.executeCommand('sds.openPreviewToSide');
    await vscode.commands.executeCommand('sds.openPreviewToSide');
    await until(() => previews().length === 1, 'one preview');
    await openSheet(HEAD, '二.sds.yaml');
    await until(() => previews()[0]?.label === `${TITLE} 二.sds.yaml`, 'the preview to follow');
    await openSheet('開示書ではない', 'メモ.txt');
    assert.equal(previews()[0]?.label, `${TITLE} 二.sds.yaml`);
    await vscode.window.tabGroups.close(previews());
    assert.deepEqual(previews(), []);
  });

  it('moves to the side of a sheet that it would cover', async () => {
    const { document } = await openSheet(CONTRADICTORY, '一.sds.yaml');
    await vscode.commands.executeCommand('sds.openPreviewToSide');
    const { group } = await until(() => previews()[0], 'the preview');
    const beside = await vscode.window.showTextDocument(document, group.viewColumn);
    await vscode.commands.executeCommand('sds.openPreviewToSide');
    await until(() => previews()[0]?.isActive, 'the preview to be seen');
    assert.notEqual(previews()[0]?.group.viewColumn, beside.viewColumn);
    assert.ok(vscode.window.visibleTextEditors.includes(beside));
    assert.equal(vscode.window.activeTextEditor, beside);
  });

  it('opens in place of the editor, for a file that the explorer names', async () => {
    const { document } = await openSheet(CONTRADICTORY, '一.sds.yaml');
    await closeAll();
    await vscode.commands.executeCommand('sds.openPreview', document.uri);
    const tab = await until(() => previews().find(({ label }) => label === `${TITLE} 一.sds.yaml`), 'the preview');
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.One);
  });
});

function previews(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) =>
    group.tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('sds.preview')));
}
