import * as vscode from 'vscode';
import type { PageMode } from './messages.ts';
import { PageHost, type PageCompanion } from './page-host.ts';
import { revealInEditor } from './reveal.ts';
import type { PreviewServer } from './server.ts';
import { undoIn } from './undo.ts';

export interface PanelOptions {
  uri: vscode.Uri;
  /** Stays with its sheet instead of following the one that is edited. */
  locked: boolean;
  mode: PageMode;
}

/** A preview in a panel of its own, beside the text. */
export class PreviewPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PageHost;
  #locked: boolean;

  constructor(panel: vscode.WebviewPanel, files: vscode.Uri, { uri, locked, mode }: PanelOptions, server: PreviewServer, companion: PageCompanion) {
    this.#panel = panel;
    this.#locked = locked;
    this.#page = new PageHost(panel.webview, files, uri, mode, server, {
      reveal: (of, place) => void revealInEditor(of, place, panel.viewColumn),
      undo: (of, redo) => undoIn(of, redo, panel),
    }, companion);
    const image = (name: string): vscode.Uri => vscode.Uri.joinPath(files, '..', '..', 'images', name);
    panel.iconPath = { light: image('file-light.svg'), dark: image('file-dark.svg') };
    panel.onDidChangeViewState(() => this.refresh(this.uri));
    panel.onDidDispose(() => this.#page.dispose());
    this.#entitle();
  }

  get uri(): vscode.Uri {
    return this.#page.uri;
  }

  get active(): boolean {
    return this.#panel.active;
  }

  get locked(): boolean {
    return this.#locked;
  }

  get page(): PageHost {
    return this.#page;
  }

  get column(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  setLocked(locked: boolean): void {
    this.#locked = locked;
    this.#page.setMode({ locked });
    this.#entitle();
  }

  /** Shows another document. */
  show(uri: vscode.Uri): void {
    if (uri.toString() === this.uri.toString()) return;
    this.#page.show(uri);
    this.#entitle();
  }

  /** Brings the preview up to date if it shows `uri` and can be seen. */
  refresh(uri: vscode.Uri): void {
    if (this.#panel.visible && uri.toString() === this.uri.toString()) this.#page.refresh();
  }

  focus(preserveFocus: boolean): void {
    // In the group of the sheet it would cover the sheet, and the keys would go nowhere.
    const covers = preserveFocus && vscode.window.activeTextEditor?.viewColumn === this.#panel.viewColumn;
    this.#panel.reveal(covers ? vscode.ViewColumn.Beside : undefined, preserveFocus);
  }

  #entitle(): void {
    const name = this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
    this.#panel.title = this.#locked ? vscode.l10n.t('[Preview] {0}', name) : vscode.l10n.t('Preview {0}', name);
  }
}
