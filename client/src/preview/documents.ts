import * as vscode from 'vscode';

/** @returns the document if VS Code has it open, whether in an editor or not */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === key);
}
