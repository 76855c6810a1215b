import * as vscode from 'vscode';
import { LANGUAGE } from '../language.ts';
import { pageState } from './messages.ts';
import type { PageCompanion, PageHost } from './page-host.ts';
import { PreviewPanel, type PanelOptions } from './panel.ts';
import type { PreviewServer } from './server.ts';

const VIEW_TYPE = 'sds.preview';

/** The previews: one that follows the sheet that is being edited, and any number that stay with theirs. */
export class PreviewManager implements vscode.WebviewPanelSerializer {
  readonly #files: vscode.Uri;
  readonly #server: PreviewServer;
  readonly #companion: PageCompanion;
  readonly #previews = new Set<PreviewPanel>();

  /** @param files the folder of the page's script and style sheet */
  constructor(files: vscode.Uri, server: PreviewServer, companion: PageCompanion) {
    this.#files = files;
    this.#server = server;
    this.#companion = companion;
  }

  get pages(): PageHost[] {
    return [...this.#previews].map((preview) => preview.page);
  }

  /** Registers the commands, the restoring after a restart, and what keeps the previews up to date. */
  register(): vscode.Disposable {
    const refresh = (uri: vscode.Uri): void => this.#previews.forEach((preview) => preview.refresh(uri));
    return vscode.Disposable.from(
      vscode.commands.registerCommand('sds.openPreview', (uri?: unknown) => this.#open(uri, vscode.ViewColumn.Active)),
      vscode.commands.registerCommand('sds.openPreviewToSide', (uri?: unknown) => this.#open(uri, vscode.ViewColumn.Beside)),
      vscode.commands.registerCommand('sds.openLockedPreviewToSide', (uri?: unknown) => this.#open(uri, vscode.ViewColumn.Beside, true)),
      vscode.commands.registerCommand('sds.togglePreviewLock', () => this.#toggleLock()),
      vscode.commands.registerCommand('sds.showSource', () => this.#showSource()),
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === LANGUAGE) this.#following()?.show(editor.document.uri);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => refresh(document.uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => refresh(document.uri)),
    );
  }

  /** Brings the previews up to date with a server that has just started. */
  refresh(): void {
    for (const preview of this.#previews) preview.refresh(preview.uri);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, value: unknown): Promise<void> {
    const state = pageState(value);
    const uri = state ? vscode.Uri.parse(state.uri) : activeSheet();
    const locked = state?.locked === true;
    if (!uri || (!locked && this.#following())) {
      panel.dispose();
      return;
    }
    this.#adopt(panel, { uri, locked, mode: { view: state?.view ?? 'form', readOnly: state?.readOnly === true, alone: false, locked } }).page.keepPlace();
    // A sheet whose tab was not looked at yet is not open; the server shows only what is.
    try {
      await vscode.workspace.openTextDocument(uri);
    } catch {
      panel.dispose();
    }
  }

  async #open(argument: unknown, column: vscode.ViewColumn, locked = false): Promise<void> {
    const uri = argument instanceof vscode.Uri ? argument : activeSheet();
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a disclosure sheet (.sds.yaml) to preview it.'));
      return;
    }
    const preserveFocus = column === vscode.ViewColumn.Beside;
    const known = locked ? this.#lockedOn(uri) : this.#following();
    if (known) {
      known.show(uri);
      known.focus(preserveFocus);
    } else {
      const panel = vscode.window.createWebviewPanel(VIEW_TYPE, '', { viewColumn: column, preserveFocus }, { enableFindWidget: true });
      const readOnly = vscode.workspace.getConfiguration('sds', uri).get('preview.readOnly', false);
      this.#adopt(panel, { uri, locked, mode: { view: 'form', readOnly, alone: false, locked } });
    }
    await vscode.workspace.openTextDocument(uri);
  }

  #adopt(panel: vscode.WebviewPanel, options: PanelOptions): PreviewPanel {
    const preview = new PreviewPanel(panel, this.#files, options, this.#server, this.#companion);
    this.#previews.add(preview);
    this.#tellActive();
    panel.onDidChangeViewState(() => this.#tellActive());
    panel.onDidDispose(() => {
      this.#previews.delete(preview);
      this.#tellActive();
    });
    return preview;
  }

  /** Only one preview follows: the one that does is locked when another one is let loose. */
  #toggleLock(): void {
    const preview = this.#active();
    if (!preview) return;
    if (preview.locked) this.#following()?.setLocked(true);
    preview.setLocked(!preview.locked);
    this.#tellActive();
  }

  async #showSource(): Promise<void> {
    const preview = this.#active();
    const uri = preview?.uri ?? (vscode.window.tabGroups.activeTabGroup.activeTab?.input as { uri?: vscode.Uri } | undefined)?.uri;
    if (!uri) return;
    const beside = !preview || preview.column === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { viewColumn: beside });
  }

  #following(): PreviewPanel | undefined {
    return [...this.#previews].find((preview) => !preview.locked);
  }

  #lockedOn(uri: vscode.Uri): PreviewPanel | undefined {
    return [...this.#previews].find((preview) => preview.locked && preview.uri.toString() === uri.toString());
  }

  #active(): PreviewPanel | undefined {
    return [...this.#previews].find((preview) => preview.active);
  }

  /** What menus and keys go by. */
  #tellActive(): void {
    previewed = this.#active()?.uri;
    void vscode.commands.executeCommand('setContext', 'sds.previewLocked', this.#active()?.locked === true);
  }
}

/** What the active preview shows; VS Code tells nothing of what is in a webview. */
let previewed: vscode.Uri | undefined;

/** @returns the sheet in the active editor, in the active form or in the active preview */
export function activeSheet(): vscode.Uri | undefined {
  if (previewed) return previewed;
  const document = vscode.window.activeTextEditor?.document;
  if (document) return document.languageId === LANGUAGE ? document.uri : undefined;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input.uri : undefined;
}
