import * as vscode from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { PREVIEW_CHANGED, PREVIEW_REQUEST, REPORT_REQUEST, type PreviewParams, type PreviewResult, type ReportResult } from '../../server/src/lsp/protocol.ts';
import { DocsFiles } from './docs/files.ts';
import { docsLinks } from './docs/links.ts';
import { LANGUAGE } from './language.ts';
import { PreviewManager } from './preview/manager.ts';
import { registerCheckBeforeSending } from './check-before-sending.ts';

/** Makes the client for the host that the extension runs in: with Node.js, or in a browser. */
export type CreateClient = (context: vscode.ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Starts everything that the extension does in any host.
 * @returns the client, which the host stops
 */
export async function startSession(context: vscode.ExtensionContext, createClient: CreateClient): Promise<BaseLanguageClient> {
  const outputChannel = vscode.window.createOutputChannel('SDS', { log: true });
  const client = createClient(context, {
    // Every scheme: untitled sheets, virtual workspaces, the other side of a comparison.
    documentSelector: [{ language: LANGUAGE }],
    diagnosticPullOptions: { onChange: true },
    initializationOptions: { suggestCommand: 'editor.action.triggerSuggest' },
    middleware: docsLinks,
    outputChannel,
  });
  const started = client.start();

  const fetchPreview = async (uri: vscode.Uri): Promise<PreviewResult> => {
    const params: PreviewParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    try {
      await started;
      return await client.sendRequest<PreviewResult>(PREVIEW_REQUEST, params);
    } catch (error) {
      // The server is down or restarting; the preview keeps what it shows.
      outputChannel.warn(`${PREVIEW_REQUEST}: ${String(error)}`);
      return null;
    }
  };
  const preview = new PreviewManager(vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'), fetchPreview);
  context.subscriptions.push(
    outputChannel,
    // Before the server is up: previews and pages are restored while the window opens.
    preview.register(),
    new DocsFiles(context.extensionUri).register(),
    registerCheckBeforeSending(async (params) => {
      await started;
      return client.sendRequest<ReportResult>(REPORT_REQUEST, { ...params, uri: client.code2ProtocolConverter.asUri(vscode.Uri.parse(params.uri)) });
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) preview.refresh();
    }),
    client.onNotification(PREVIEW_CHANGED, () => preview.refresh()),
  );
  await started;
  return client;
}
