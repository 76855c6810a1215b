import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import { PREVIEW_CHANGED, PREVIEW_REQUEST, type PreviewParams, type PreviewResult } from '../../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from '../extension-session.ts';
import { LANGUAGE } from '../language.ts';
import { pageState } from './messages.ts';
import { PreviewPanel, type FetchPreview } from './panel.ts';

const VIEW_TYPE = 'sds.preview';

/** Shows previews, brought up to date also when the server has started or knows of something new. */
export function registerPreview({ client, context, request }: ExtensionSession): vscode.Disposable {
  const fetch: FetchPreview = async (uri) =>
    (await request<PreviewParams, PreviewResult>(PREVIEW_REQUEST, { uri: client.code2ProtocolConverter.asUri(uri) })) ?? null;
  const preview = new PreviewManager(vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'), fetch);
  return vscode.Disposable.from(
    preview.register(),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) preview.refresh();
    }),
    client.onNotification(PREVIEW_CHANGED, () => preview.refresh()),
  );
}

/** The one preview, which follows the sheet that is being edited. */
export class PreviewManager implements vscode.WebviewPanelSerializer {
  readonly #files: vscode.Uri;
  readonly #fetch: FetchPreview;
  #preview: PreviewPanel | undefined;

  /** @param files the folder of the page's script and style sheet */
  constructor(files: vscode.Uri, fetch: FetchPreview) {
    this.#files = files;
    this.#fetch = fetch;
  }

  /** Registers the commands, the restoring after a restart, and what keeps the preview up to date. */
  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.commands.registerCommand('sds.openPreview', (uri?: unknown) => this.#open(uri, vscode.ViewColumn.Active)),
      vscode.commands.registerCommand('sds.openPreviewToSide', (uri?: unknown) => this.#open(uri, vscode.ViewColumn.Beside)),
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === LANGUAGE) this.#preview?.show(editor.document.uri);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.#preview?.refresh(document.uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#preview?.refresh(document.uri)),
    );
  }

  /** Brings the preview up to date with a server that has just started. */
  refresh(): void {
    if (this.#preview) this.#preview.refresh(this.#preview.uri);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, value: unknown): Promise<void> {
    const state = pageState(value);
    const uri = state ? vscode.Uri.parse(state.uri) : activeSheet();
    if (!uri || this.#preview) {
      panel.dispose();
      return;
    }
    this.#adopt(panel, uri);
    // A sheet whose tab was not looked at yet is not open; the server shows only what is.
    try {
      await vscode.workspace.openTextDocument(uri);
    } catch {
      panel.dispose();
    }
  }

  async #open(argument: unknown, column: vscode.ViewColumn): Promise<void> {
    const uri = argument instanceof vscode.Uri ? argument : activeSheet();
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a disclosure sheet (.sds.yaml) to preview it.'));
      return;
    }
    const preserveFocus = column === vscode.ViewColumn.Beside;
    if (this.#preview) {
      this.#preview.show(uri);
      this.#preview.focus(preserveFocus);
    } else {
      this.#adopt(vscode.window.createWebviewPanel(VIEW_TYPE, '', { viewColumn: column, preserveFocus }, { enableFindWidget: true }), uri);
    }
    await vscode.workspace.openTextDocument(uri);
  }

  #adopt(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
    this.#preview = new PreviewPanel(panel, this.#files, uri, this.#fetch);
    panel.onDidDispose(() => (this.#preview = undefined));
  }
}

function activeSheet(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === LANGUAGE ? document.uri : undefined;
}
