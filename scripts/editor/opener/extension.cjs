// Shows the sample disclosure sheet with its preview beside it, once per opened window.
const vscode = require('vscode');

const SAMPLE = 'remote-maintenance.sds.yaml';

exports.activate = async () => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, SAMPLE));
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('sds.openPreviewToSide');
};
