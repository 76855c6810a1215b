import * as vscode from 'vscode';
import { decoded, isPdf } from '../../server/src/guideline-import/decode.ts';
import { IMPORT_REQUEST, type ImportParams, type ImportResult } from '../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from './extension-session.ts';

/** Asks for a file with a guideline's official text and where to keep what is found in it, and shows what that is. */
export function registerImportGuideline({ client, request }: ExtensionSession): vscode.Disposable {
  return vscode.commands.registerCommand('sds.importGuidelineText', async (argument?: unknown) => {
    const source = argument instanceof vscode.Uri ? argument : await chooseFile();
    if (!source) return;
    const name = source.path.slice(source.path.lastIndexOf('/') + 1);
    const text = textOf(await vscode.workspace.fs.readFile(source), name);
    if (text === undefined) return;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const result = await request<ImportParams, ImportResult>(IMPORT_REQUEST, { ...(folder ? { uri: client.code2ProtocolConverter.asUri(folder) } : {}), text, name });
    if (!result) void vscode.window.showWarningMessage(vscode.l10n.t('The language server does not answer. See the output “SDS”.'));
    else if ('problem' in result) void vscode.window.showWarningMessage(result.problem);
    else {
      const target = await choosePlace(folder, result.file);
      if (!target || !await mayWrite(target)) return;
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(result.file.text));
      // The user's own folder is none of the workspace, which is all that some hosts watch.
      await client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: client.code2ProtocolConverter.asUri(target), type: 2 }] });
      const written = vscode.l10n.t('Written to {0}.', vscode.workspace.asRelativePath(target, false));
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: `${result.report}\n${written}\n` }));
    }
  });
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({ title: vscode.l10n.t('Import guideline text: the file with the text of the official document') });
  return chosen?.[0];
}

function textOf(bytes: Uint8Array, name: string): string | undefined {
  if (isPdf(bytes)) {
    void vscode.window.showWarningMessage(vscode.l10n.t('PDF files are read by the command line: sds guideline --import {0} --user. Here, choose a file with the text taken from the PDF.', name));
    return undefined;
  }
  const text = decoded(bytes);
  if (text === undefined) void vscode.window.showWarningMessage(vscode.l10n.t('{0}: the character encoding cannot be told. Save it as UTF-8 or Shift_JIS.', name));
  return text;
}

/** Where there is only one place, it is not asked for. */
async function choosePlace(folder: vscode.Uri | undefined, { path, ofUser }: { path: string; ofUser?: string }): Promise<vscode.Uri | undefined> {
  const places = [
    ...(folder ? [{ label: vscode.l10n.t('In this folder'), detail: vscode.l10n.t('{0}: for the sheets of this folder, also for others who share it.', path), uri: vscode.Uri.joinPath(folder, path) }] : []),
    ...(ofUser === undefined ? [] : [{ label: vscode.l10n.t('For me'), detail: vscode.l10n.t('For all sheets on this computer, and for nobody else.'), uri: vscode.Uri.parse(ofUser, true) }]),
  ];
  if (places.length < 2) return places[0]?.uri;
  return (await vscode.window.showQuickPick(places, { title: vscode.l10n.t('Import guideline text: where to keep it') }))?.uri;
}

async function mayWrite(target: vscode.Uri): Promise<boolean> {
  const isThere = await vscode.workspace.fs.stat(target).then(() => true, () => false);
  if (!isThere) return true;
  const replace = vscode.l10n.t('Replace');
  const question = vscode.l10n.t('{0} is there already. Replace it, corrections by hand included?', vscode.workspace.asRelativePath(target, false));
  return await vscode.window.showWarningMessage(question, { modal: true }, replace) === replace;
}
