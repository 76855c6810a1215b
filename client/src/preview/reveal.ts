import * as vscode from 'vscode';

/**
 * Shows a place of a document in the editor group that already has it, or else beside the preview.
 * @param position clipped to the document, which may have changed since
 */
export async function revealInEditor(uri: vscode.Uri, position: vscode.Position, preview: vscode.ViewColumn | undefined): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const place = document.validatePosition(position);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: columnOf(uri) ?? (preview === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One),
    selection: new vscode.Range(place, place),
  });
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const key = uri.toString();
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === key && editor.viewColumn !== undefined);
  if (visible) return visible.viewColumn;
  return vscode.window.tabGroups.all.find((group) =>
    group.tabs.some((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === key))?.viewColumn;
}
