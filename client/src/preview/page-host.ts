import * as vscode from 'vscode';
import { openDocument } from './documents.ts';
import { EditQueue } from './edit-queue.ts';
import { fromPage, type FromPage, type PageMode, type ToPage } from './messages.ts';
import { pageShell } from './page.ts';
import type { OfferedFix, PreviewServer } from './server.ts';
import { Updates } from './updates.ts';
import { ENGLISH_WORDS, type PageWords } from './words.ts';

/** What the page's surroundings do for it. */
export interface PageSurroundings {
  /** Leads to a place in the text. */
  reveal(uri: vscode.Uri, place: vscode.Position): void;
  /** @returns false when there is nothing to undo */
  undo(uri: vscode.Uri, redo: boolean): Promise<boolean>;
}

/** The text's editor, as far as pages and it follow each other. */
export interface PageCompanion {
  /** The line of the text that the page has at its top, with fractions. */
  pageScrolled(uri: vscode.Uri, line: number): void;
  /** The page shows its sheet, which it did not before. @param isNew and at no place that its reader has left it at */
  pageShown(page: PageHost, isNew: boolean): void;
}

type Update = Extract<ToPage, { type: 'update' }>;

/** One webview that shows a sheet, or the last that could be rendered of it, and what is done in it. */
export class PageHost {
  readonly #webview: vscode.Webview;
  readonly #server: PreviewServer;
  readonly #surroundings: PageSurroundings;
  readonly #companion: PageCompanion;
  readonly #updates = new Updates(() => this.#load());
  readonly #edits = new EditQueue();
  readonly #fixes = new Map<number, OfferedFix[]>();
  #uri: vscode.Uri;
  #mode: PageMode;
  /** What is shown; kept for when the page is loaded anew. */
  #shown: Update | undefined;
  /** The last that could be read whole; a page that is loaded anew while the text is broken begins with it. */
  #good: Update | undefined;
  /** The page's script runs. */
  #isReady = false;
  /** The document whose place in the page is the reader's. */
  #placed: string | undefined;

  /** @param files the folder of the page's script and style sheet, all that the page may load */
  constructor(webview: vscode.Webview, files: vscode.Uri, uri: vscode.Uri, mode: PageMode, server: PreviewServer, surroundings: PageSurroundings, companion: PageCompanion) {
    this.#webview = webview;
    this.#server = server;
    this.#surroundings = surroundings;
    this.#companion = companion;
    this.#uri = uri;
    this.#mode = mode;
    webview.options = { enableScripts: true, localResourceRoots: [files] };
    webview.onDidReceiveMessage((message: unknown) => void this.#receive(fromPage(message)));
    const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(files, name)).toString();
    webview.html = pageShell({
      cspSource: webview.cspSource, script: file('preview.js'), style: file('preview.css'), language: vscode.env.language, words: pageWords(),
    });
    this.refresh();
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  get mode(): PageMode {
    return this.#mode;
  }

  /** Shows another document. */
  show(uri: vscode.Uri): void {
    this.#uri = uri;
    this.#edits.clear();
    this.refresh();
  }

  /** The page comes back to where it was read. */
  keepPlace(): void {
    this.#placed = this.#uri.toString();
  }

  setMode(mode: Partial<PageMode>): void {
    this.#mode = { ...this.#mode, ...mode };
    this.refresh();
  }

  refresh(): void {
    this.#updates.request();
  }

  post(message: ToPage): void {
    void this.#webview.postMessage(message);
  }

  dispose(): void {
    this.#updates.dispose();
  }

  /**
   * Answers come in the order of the questions, since there is never more than one question open.
   * @returns whether what came is the document as it is now
   */
  async #load(): Promise<boolean> {
    const uri = this.#uri;
    const mode = this.#mode;
    const preview = await this.#server.preview(uri, mode.view);
    if (uri !== this.#uri || mode !== this.#mode) return false;
    // What was shown last stays while the server has nothing better.
    if (!preview) return true;
    const document = openDocument(uri);
    const isOther = this.#shown?.uri !== uri.toString();
    this.#shown = {
      type: 'update', uri: uri.toString(), version: preview.version, title: preview.title, html: preview.html, summary: preview.summary,
      mode: { ...mode, readOnly: mode.readOnly || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false },
    };
    if (!preview.summary.broken) this.#good = this.#shown;
    this.post(this.#shown);
    if (isOther) this.#tellShown();
    return document === undefined || preview.version >= document.version;
  }

  #tellShown(): void {
    if (!this.#isReady || !this.#shown) return;
    const isNew = this.#placed !== this.#shown.uri;
    this.#placed = this.#shown.uri;
    this.#companion.pageShown(this, isNew);
  }

  async #receive(message: FromPage | undefined): Promise<void> {
    // The page may still show the document before this one.
    const uri = this.#shown ? vscode.Uri.parse(this.#shown.uri) : this.#uri;
    switch (message?.type) {
      case 'ready':
        this.#isReady = true;
        for (const one of new Set([this.#good, this.#shown])) {
          if (one && one.uri === this.#shown?.uri && one.mode.view === this.#shown.mode.view) this.post(one);
        }
        this.#tellShown();
        return this.refresh();
      case 'reveal': return this.#surroundings.reveal(uri, new vscode.Position(message.line, message.character));
      case 'scrolled': return this.#companion.pageScrolled(uri, message.line);
      case 'undo': case 'redo': return this.#undo(uri, message.type === 'redo');
      case 'view': return this.setMode({ view: message.view });
      case 'readOnly': return this.setMode({ readOnly: message.readOnly });
      case 'reference': return this.post({ type: 'reference', id: message.id, html: await this.#server.reference(uri, message.reference) });
      case 'edit': return this.#edit(uri, message);
      case 'fixes': return this.#offer(uri, message);
      case 'fix': return this.#fix(message);
      case undefined:
    }
  }

  async #edit(uri: vscode.Uri, { id, version, edits }: Extract<FromPage, { type: 'edit' }>): Promise<void> {
    const done = !this.#shown?.mode.readOnly && await this.#edits.run(version, () => openDocument(uri)?.version, async (current) => {
      const document = openDocument(uri);
      return document !== undefined && this.#server.edit(document, current, edits);
    });
    if (done) this.post({ type: 'done', id });
    else this.#refuse(id);
  }

  /** Each in its turn: it undoes what was asked for just before, and one that began meanwhile would undo nothing. */
  async #undo(uri: vscode.Uri, redo: boolean): Promise<void> {
    if (this.#shown?.mode.readOnly) return;
    const done = await this.#edits.run(undefined, () => openDocument(uri)?.version, () => this.#surroundings.undo(uri, redo));
    if (!done) this.post({ type: 'refused', reason: redo ? vscode.l10n.t('There is nothing here to do again.') : vscode.l10n.t('There is nothing here to undo.') });
  }

  async #offer(uri: vscode.Uri, { id, version, line, character, code }: Extract<FromPage, { type: 'fixes' }>): Promise<void> {
    const document = openDocument(uri);
    const offered = document ? await this.#server.fixes(document, version, new vscode.Position(line, character), code) : [];
    this.#fixes.clear();
    this.#fixes.set(id, offered);
    this.post({ type: 'fixes', id, titles: offered.map(({ title }) => title) });
  }

  async #fix({ id, index }: Extract<FromPage, { type: 'fix' }>): Promise<void> {
    const fix = this.#fixes.get(id)?.[index];
    if (this.#shown?.mode.readOnly || !fix || !await fix.apply()) this.#refuse();
  }

  /** The page has shown what was clicked as done, perhaps. */
  #refuse(id?: number): void {
    this.post({ type: 'refused', ...(id === undefined ? {} : { id }), reason: vscode.l10n.t('This cannot be done while the text cannot be read, or has just changed. Try again, or see the text.') });
    this.refresh();
  }
}

/** The words of the page's controls in the editor's language. */
function pageWords(): PageWords {
  return Object.fromEntries(Object.entries(ENGLISH_WORDS).map(([name, text]) => [name, vscode.l10n.t(text)])) as PageWords;
}
