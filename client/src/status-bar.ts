import * as vscode from 'vscode';
import { PREVIEW_CHANGED, STATE_REQUEST, type StateParams, type StateResult } from '../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from './extension-session.ts';
import { LANGUAGE } from './language.ts';

/** How long typing must pause before the state is asked for anew, in milliseconds. */
const PAUSE = 200;

/** Shows how far the active sheet is, with the ways to go on. */
export function registerStatusBar(session: ExtensionSession): vscode.Disposable {
  const item = new StatusItem(session);
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(() => item.later(0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) item.later(PAUSE);
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) item.later(PAUSE);
    }),
    session.client.onNotification(PREVIEW_CHANGED, () => item.later(PAUSE)),
  );
}

class StatusItem implements vscode.Disposable {
  readonly #session: ExtensionSession;
  readonly #item = vscode.window.createStatusBarItem('sds.state', vscode.StatusBarAlignment.Right, 90);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: ExtensionSession) {
    this.#session = session;
    this.#item.name = vscode.l10n.t('SDS Disclosure Sheet');
    this.#item.command = 'sds.openPreviewToSide';
    this.later(0);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#item.dispose();
  }

  later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), pause);
  }

  async #update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) return this.#item.hide();
    const uri = this.#session.client.code2ProtocolConverter.asUri(document.uri);
    const state = await this.#session.request<StateParams, StateResult>(STATE_REQUEST, { uri });
    if (document !== vscode.window.activeTextEditor?.document) return;
    // Another version asks again by itself.
    if (state?.version !== document.version) return;
    this.#item.text = `$(checklist) ${textOf(state)}`;
    this.#item.tooltip = tooltipOf(state);
    this.#item.accessibilityInformation = { label: `${this.#item.name} ${textOf(state)}` };
    this.#item.show();
  }
}

function textOf({ form, answered, applicable, broken }: NonNullable<StateResult>): string {
  if (form === undefined) return broken ? vscode.l10n.t('{0}: cannot be read', 'SDS') : vscode.l10n.t('SDS: no form');
  return broken ? vscode.l10n.t('{0}: cannot be read', form) : `${form} ${answered}/${applicable}`;
}

function tooltipOf({ form, answered, applicable, provisional, errors, warnings, broken }: NonNullable<StateResult>): vscode.MarkdownString {
  const lines = [
    ...(form !== undefined && !broken ? [vscode.l10n.t('{0} of {1} questions that apply are answered.', answered, applicable)] : []),
    ...(provisional > 0 ? [vscode.l10n.t('{0} answers are still to be confirmed.', provisional)] : []),
    vscode.l10n.t('{0} errors, {1} warnings.', errors, warnings),
    [
      `[${vscode.l10n.t('Next open question')}](command:sds.nextOpenQuestion)`, `[${vscode.l10n.t('Next problem')}](command:sds.nextProblem)`,
      `[${vscode.l10n.t('Check before sending')}](command:sds.checkBeforeSending)`, `[${vscode.l10n.t('Preview')}](command:sds.openPreviewToSide)`,
    ].join(' · '),
  ];
  const text = new vscode.MarkdownString(lines.join('\n\n'));
  text.isTrusted = { enabledCommands: ['sds.nextOpenQuestion', 'sds.nextProblem', 'sds.checkBeforeSending', 'sds.openPreviewToSide'] };
  return text;
}
