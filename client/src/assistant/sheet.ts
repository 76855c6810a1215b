import * as vscode from 'vscode';
import { LANGUAGE } from '../language.ts';
import { activeSheet } from '../preview/manager.ts';

const SHEET = /\.sds\.ya?ml$/i;
const URI = /^[a-z][a-z\d+.-]+:\/\//i;
/** As many sheets as a model is told to choose from. */
const MOST_NAMED = 20;

/**
 * Only sheets of the open folders and those that are open anyway: a model must not have other files read.
 * @param file as a language model names it: a path, or a URI; the active sheet, or the only one of the open folders, when
 *   it names none
 * @returns the sheet, open as a document, so that the server has it
 * @throws an error that says in the user's language what is wrong
 */
export async function sheetNamed(file: string | undefined): Promise<vscode.TextDocument> {
  const name = file?.trim() ?? '';
  const uri = name === '' ? activeSheet() ?? (await onlySheet()) : await find(name);
  if (!uri) throw new Error(vscode.l10n.t('There is no sheet “{0}” in the open folders.', name));
  return vscode.workspace.openTextDocument(uri);
}

async function onlySheet(): Promise<vscode.Uri> {
  const [only, ...others] = await vscode.workspace.findFiles('**/*.sds.{yaml,yml}', undefined, MOST_NAMED);
  if (!only) throw new Error(vscode.l10n.t('There is no disclosure sheet (.sds.yaml) in the open folders.'));
  if (others.length === 0) return only;
  const names = [only, ...others].map((uri) => vscode.workspace.asRelativePath(uri)).sort();
  throw new Error(vscode.l10n.t('No disclosure sheet (.sds.yaml) is active. Name one: {0}', names.join(', ')));
}

async function find(name: string): Promise<vscode.Uri | undefined> {
  const open = vscode.workspace.textDocuments.find(({ uri, languageId }) => languageId === LANGUAGE && (uri.toString() === name || uri.fsPath === name));
  if (open) return open.uri;
  if (!SHEET.test(name)) return undefined;
  for (const uri of candidates(name)) {
    if (vscode.workspace.getWorkspaceFolder(uri) && (await vscode.workspace.fs.stat(uri).then(() => true, () => false))) return uri;
  }
  return undefined;
}

/** Without the steps back that would lead out of a folder unseen. */
function candidates(name: string): vscode.Uri[] {
  if (URI.test(name)) return [vscode.Uri.joinPath(vscode.Uri.parse(name), '.')];
  return (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri, name: folder }) => {
    const inside = name.startsWith(`${folder}/`) ? [vscode.Uri.joinPath(uri, name.slice(folder.length + 1))] : [];
    return [vscode.Uri.joinPath(uri, name), ...inside, uri.with({ path: vscode.Uri.joinPath(vscode.Uri.file(name), '.').path })];
  });
}
