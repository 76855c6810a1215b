import * as vscode from 'vscode';
import { visibleEditor } from './documents.ts';
import type { PageCompanion, PageHost } from './page-host.ts';

/** How long one side's own movement is not taken for the reader's, in milliseconds. */
const SETTLES = 250;
/** How long an editor is laid out that comes back with a page: lenses move its lines, which nobody scrolls. In milliseconds. */
const COMES_BACK = 4_000;
/** At most this often, in milliseconds. */
const INTERVAL = 50;

/**
 * Has a page follow the editor of its sheet and the other way round. Whoever moved last leads: what the other side does
 * because of that is not sent back.
 */
export class ScrollSync implements PageCompanion {
  readonly #pages: () => Iterable<PageHost>;
  /** By document, until when the editor's movements are the page's doing. */
  readonly #led = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pages: () => Iterable<PageHost>) {
    this.#pages = pages;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#editorScrolled(textEditor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.tellCursor(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.tellCursor(editor);
      }),
      new vscode.Disposable(() => clearTimeout(this.#timer)),
    );
  }

  /** The page was moved by its reader. */
  pageScrolled(uri: vscode.Uri, line: number): void {
    if (!enabled(uri)) return;
    const key = uri.toString();
    this.#led.set(key, Date.now() + SETTLES);
    for (const editor of vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === key)) {
      const at = Math.min(Math.floor(line), editor.document.lineCount - 1);
      editor.revealRange(new vscode.Range(at, 0, at, 0), vscode.TextEditorRevealType.AtTop);
    }
  }

  /** A page begins where the text beside it is being read. */
  pageShown(page: PageHost, isNew: boolean): void {
    // The editor may come back after its page.
    if (!isNew) this.#led.set(page.uri.toString(), Date.now() + COMES_BACK);
    const editor = visibleEditor(page.uri);
    if (!editor) return;
    page.post({ type: 'cursor', line: editor.selection.active.line });
    const line = editor.visibleRanges[0]?.start.line ?? 0;
    if (isNew && line > 0 && enabled(page.uri)) page.post({ type: 'scroll', line });
  }

  tellCursor({ document, selection }: vscode.TextEditor): void {
    for (const page of this.#of(document.uri)) page.post({ type: 'cursor', line: selection.active.line });
  }

  #editorScrolled(editor: vscode.TextEditor): void {
    const { uri } = editor.document;
    if (!enabled(uri) || this.#isLed(uri)) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const line = editor.visibleRanges[0]?.start.line;
      if (line !== undefined && !this.#isLed(uri)) for (const page of this.#of(uri)) page.post({ type: 'scroll', line });
    }, INTERVAL);
  }

  #isLed(uri: vscode.Uri): boolean {
    return Date.now() < (this.#led.get(uri.toString()) ?? 0);
  }

  #of(uri: vscode.Uri): PageHost[] {
    const key = uri.toString();
    return [...this.#pages()].filter((page) => page.uri.toString() === key);
  }
}

function enabled(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('sds', uri).get('preview.scrollSync', true);
}
