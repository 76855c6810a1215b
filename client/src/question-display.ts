import * as vscode from 'vscode';
import { QUESTION_LINES_REQUEST, type QuestionLinesParams, type QuestionLinesResult } from '../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from './extension-session.ts';
import { LANGUAGE } from './language.ts';

/** How long typing must pause before the dimmed lines are asked for anew, in milliseconds; until then they move with the text. */
const PAUSE = 120;
const DIMMED = '0.65';

/** Dims comments that only repeat the form's questions, and hides and shows them. */
export function registerQuestionDisplay(session: ExtensionSession): vscode.Disposable {
  const display = new QuestionDisplay(session);
  return vscode.Disposable.from(
    display,
    vscode.window.onDidChangeVisibleTextEditors(() => display.later()),
    vscode.window.onDidChangeActiveColorTheme(() => display.later()),
    vscode.workspace.onDidOpenTextDocument(() => display.later()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === LANGUAGE) display.later();
    }),
    vscode.commands.registerCommand('sds.hideQuestionComments', () => display.fold('editor.fold')),
    vscode.commands.registerCommand('sds.showQuestionComments', () => display.fold('editor.unfold')),
  );
}

class QuestionDisplay implements vscode.Disposable {
  readonly #session: ExtensionSession;
  readonly #dimmed = vscode.window.createTextEditorDecorationType({ opacity: DIMMED });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: ExtensionSession) {
    this.#session = session;
    this.later();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#dimmed.dispose();
  }

  later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document.languageId === LANGUAGE) void this.#dim(editor);
    }, PAUSE);
  }

  /** Folds or unfolds at every run of the active editor. */
  async fold(command: 'editor.fold' | 'editor.unfold'): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) return;
    const found = await this.#ask(document);
    if (found?.folds.length) await vscode.commands.executeCommand(command, { selectionLines: found.folds, levels: 1, direction: 'down' });
    else void vscode.window.showInformationMessage(vscode.l10n.t('This sheet has no question comments. “Write Question Comments” writes them.'));
  }

  async #dim(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const found = isHighContrast() ? null : await this.#ask(document);
    // Text that has changed meanwhile asks again by itself.
    if (found === undefined || (found && found.version !== document.version)) return;
    editor.setDecorations(this.#dimmed, (found?.runs ?? []).map(({ first, last }) => new vscode.Range(first, 0, last, Number.MAX_SAFE_INTEGER)));
  }

  #ask(document: vscode.TextDocument): Promise<QuestionLinesResult | undefined> {
    const uri = this.#session.client.code2ProtocolConverter.asUri(document.uri);
    return this.#session.request<QuestionLinesParams, QuestionLinesResult>(QUESTION_LINES_REQUEST, { uri });
  }
}

/** Whoever has chosen high contrast wants none of it taken away. */
function isHighContrast(): boolean {
  const { kind } = vscode.window.activeColorTheme;
  return kind === vscode.ColorThemeKind.HighContrast || kind === vscode.ColorThemeKind.HighContrastLight;
}
