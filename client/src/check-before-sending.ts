import * as vscode from 'vscode';
import { REPORT_REQUEST, type ReportParams, type ReportResult } from '../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from './extension-session.ts';
import { LANGUAGE } from './language.ts';

/** Opens the strict check of the sheet in the active editor as a document of its own, which can be saved. */
export function registerCheckBeforeSending({ client, request }: ExtensionSession): vscode.Disposable {
  return vscode.commands.registerCommand('sds.checkBeforeSending', async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a disclosure sheet (.sds.yaml) to check it.'));
      return;
    }
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const report = await request<ReportParams, ReportResult>(REPORT_REQUEST, { uri: client.code2ProtocolConverter.asUri(document.uri), name });
    if (!report) {
      void vscode.window.showWarningMessage(vscode.l10n.t('The language server does not answer. See the output “SDS”.'));
      return;
    }
    const kept = await vscode.workspace.openTextDocument({ language: 'markdown', content: report.markdown });
    await vscode.window.showTextDocument(kept, { viewColumn: vscode.ViewColumn.Beside, preview: false });
  });
}
