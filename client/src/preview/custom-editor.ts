import * as vscode from 'vscode';
import { PageHost, type PageCompanion } from './page-host.ts';
import { revealInEditor } from './reveal.ts';
import type { PreviewServer } from './server.ts';

/** The editor in which a sheet is filled in on its form, without its text being seen. */
export const FORM_EDITOR = 'sds.form';

/** Opens sheets as their form; the text behind it is VS Code's own document, with its undo, save and dirty state. */
export class FormEditor implements vscode.CustomTextEditorProvider {
  readonly #files: vscode.Uri;
  readonly #server: PreviewServer;
  readonly #companion: PageCompanion;
  readonly pages = new Set<PageHost>();

  /** @param files the folder of the page's script and style sheet */
  constructor(files: vscode.Uri, server: PreviewServer, companion: PageCompanion) {
    this.#files = files;
    this.#server = server;
    this.#companion = companion;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.window.registerCustomEditorProvider(FORM_EDITOR, this, { supportsMultipleEditorsPerDocument: true, webviewOptions: { enableFindWidget: true } }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.refresh(document.uri)),
    );
  }

  /** Brings every page up to date, or those of one document. */
  refresh(uri?: vscode.Uri): void {
    for (const page of this.pages) if (!uri || page.uri.toString() === uri.toString()) page.refresh();
  }

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const page = new PageHost(panel.webview, this.#files, document.uri, { view: 'form', readOnly: false, alone: true, locked: true }, this.#server, {
      reveal: (uri, place) => void revealInEditor(uri, place, panel.viewColumn),
      // The form is the active editor: undoing is its own.
      undo: async (_uri, redo) => {
        await vscode.commands.executeCommand(redo ? 'redo' : 'undo');
        return true;
      },
    }, this.#companion);
    this.pages.add(page);
    panel.onDidChangeViewState(() => {
      if (panel.visible) page.refresh();
    });
    panel.onDidDispose(() => {
      this.pages.delete(page);
      page.dispose();
    });
  }
}
