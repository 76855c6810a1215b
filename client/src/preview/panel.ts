import * as vscode from 'vscode';
import type { PreviewResult } from '../../../server/src/lsp/protocol.ts';
import { fromPage, type ToPage } from './messages.ts';
import { pageShell } from './page.ts';
import { revealInEditor } from './reveal.ts';
import { Updates } from './updates.ts';

/** Asks the server for a document's preview; null while it has none to give. */
export type FetchPreview = (uri: vscode.Uri) => Promise<PreviewResult>;

/** One preview: a webview that shows a document, or the last that could be rendered of it. */
export class PreviewPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #fetch: FetchPreview;
  readonly #updates = new Updates(() => this.#load());
  #uri: vscode.Uri;
  /** What is shown; kept for when the page is loaded anew. */
  #shown: ToPage | undefined;

  /** @param files the folder of the page's script and style sheet, all that the page may load */
  constructor(panel: vscode.WebviewPanel, files: vscode.Uri, uri: vscode.Uri, fetch: FetchPreview) {
    this.#panel = panel;
    this.#fetch = fetch;
    this.#uri = uri;
    panel.webview.options = { enableScripts: true, localResourceRoots: [files] };
    panel.webview.onDidReceiveMessage((message) => this.#receive(message));
    panel.onDidChangeViewState(() => this.refresh(this.#uri));
    panel.onDidDispose(() => this.#updates.dispose());
    const file = (name: string): string => panel.webview.asWebviewUri(vscode.Uri.joinPath(files, name)).toString();
    panel.webview.html = pageShell({
      cspSource: panel.webview.cspSource, script: file('preview.js'), style: file('preview.css'), language: vscode.env.language,
    });
    this.#follow(uri);
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  /** Shows another document. */
  show(uri: vscode.Uri): void {
    if (uri.toString() !== this.#uri.toString()) this.#follow(uri);
  }

  /** Brings the preview up to date if it shows `uri` and can be seen. */
  refresh(uri: vscode.Uri): void {
    if (this.#panel.visible && uri.toString() === this.#uri.toString()) this.#updates.request();
  }

  focus(preserveFocus: boolean): void {
    // In the group of the sheet it would cover the sheet, and the keys would go nowhere.
    const covers = preserveFocus && vscode.window.activeTextEditor?.viewColumn === this.#panel.viewColumn;
    this.#panel.reveal(covers ? vscode.ViewColumn.Beside : undefined, preserveFocus);
  }

  #follow(uri: vscode.Uri): void {
    this.#uri = uri;
    this.#panel.title = vscode.l10n.t('Preview {0}', uri.path.slice(uri.path.lastIndexOf('/') + 1));
    this.#updates.request();
  }

  /**
   * Answers come in the order of the questions, since there is never more than one question open.
   * @returns whether what came is the document as it is now
   */
  async #load(): Promise<boolean> {
    const uri = this.#uri;
    const preview = await this.#fetch(uri);
    if (uri !== this.#uri) return false;
    // What was shown last stays while the server has nothing better.
    if (!preview) return true;
    const key = uri.toString();
    this.#shown = { type: 'update', uri: key, html: preview.html };
    this.#post();
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === key);
    return document === undefined || preview.version >= document.version;
  }

  #post(): void {
    if (this.#shown) void this.#panel.webview.postMessage(this.#shown);
  }

  #receive(value: unknown): void {
    const message = fromPage(value);
    if (message?.type === 'ready') {
      this.#post();
      this.#updates.request();
    } else if (message?.type === 'reveal') {
      // The page may still show the document before this one.
      const uri = this.#shown ? vscode.Uri.parse(this.#shown.uri) : this.#uri;
      void revealInEditor(uri, new vscode.Position(message.line, message.character), this.#panel.viewColumn);
    }
  }
}
