import * as vscode from 'vscode';

/** Undo is a matter of the editor that has the focus: it gets it for the moment. */
export async function undoIn(uri: vscode.Uri, redo: boolean, panel: vscode.WebviewPanel): Promise<void> {
  const key = uri.toString();
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === key);
  const beside = panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
  await vscode.window.showTextDocument(uri, { viewColumn: editor?.viewColumn ?? beside, preserveFocus: false });
  await vscode.commands.executeCommand(redo ? 'redo' : 'undo');
  panel.reveal(undefined, false);
}
