import * as vscode from 'vscode';
import { activeSheet } from '../preview/manager.ts';

const SHEET = /\.sds\.ya?ml$/i;

/**
 * @param file as a language model names it: a path in an open folder, or a URI; the active sheet when it names none
 * @returns the sheet, open as a document, so that the server has it
 * @throws an error that says in the user's language what is wrong
 */
export async function sheetNamed(file: string | undefined): Promise<vscode.TextDocument> {
  const uri = file === undefined || file.trim() === '' ? activeSheet() : await find(file.trim());
  if (!uri) throw new Error(file ? vscode.l10n.t('There is no sheet “{0}” in the open folders.', file) : vscode.l10n.t('No disclosure sheet (.sds.yaml) is active. Name one.'));
  return vscode.workspace.openTextDocument(uri);
}

/** Only sheets of the open folders and what is open anyway: a model must not have other files read. */
async function find(file: string): Promise<vscode.Uri | undefined> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file || uri.fsPath === file);
  if (open) return open.uri;
  if (!SHEET.test(file)) return undefined;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const inFolder = file.startsWith(`${folder.uri.fsPath}/`) ? file.slice(folder.uri.fsPath.length + 1) : file;
    const uri = vscode.Uri.joinPath(folder.uri, inFolder);
    if (!uri.path.startsWith(folder.uri.path.replace(/\/?$/, '/'))) continue;
    if (await vscode.workspace.fs.stat(uri).then(() => true, () => false)) return uri;
  }
  return undefined;
}
