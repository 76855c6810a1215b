import * as vscode from 'vscode';
import {
  OPEN_QUESTION_REQUEST, PROBLEM_REQUEST, type NavigationParams, type OpenQuestionResult, type ProblemResult,
} from '../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from './extension-session.ts';
import { LANGUAGE } from './language.ts';

/** How often an answer is asked for that is about the text as it is now. */
const ATTEMPTS = 3;

/** Commands that go through a sheet: the active one, or the one that a lens is in. */
export function registerNavigation(session: ExtensionSession): vscode.Disposable {
  const command = (name: string, go: typeof goToQuestion, backwards: boolean): vscode.Disposable =>
    vscode.commands.registerCommand(name, async (uri?: unknown, sectionOf?: unknown) => {
      const editor = await editorOf(uri);
      if (editor) await go(session, editor, { backwards, ...(typeof sectionOf === 'string' ? { sectionOf } : {}) });
      else void vscode.window.showInformationMessage(vscode.l10n.t('Open a disclosure sheet (.sds.yaml) to move through it.'));
    });
  return vscode.Disposable.from(
    command('sds.nextOpenQuestion', goToQuestion, false),
    command('sds.previousOpenQuestion', goToQuestion, true),
    command('sds.nextProblem', goToProblem, false),
    command('sds.previousProblem', goToProblem, true),
  );
}

type Way = Pick<NavigationParams, 'backwards' | 'sectionOf'>;

async function goToQuestion(session: ExtensionSession, editor: vscode.TextEditor, way: Way): Promise<void> {
  const found = await ask<Exclude<OpenQuestionResult, null>>(session, OPEN_QUESTION_REQUEST, editor, way);
  if (!found) return;
  if (found.kind === 'none') return tell(vscode.l10n.t('This sheet has no open question.'));
  if (found.kind === 'unknown-form') return tell(vscode.l10n.t('The form of this sheet is not known, so neither are its open questions.'));
  if (found.kind === 'unreadable') {
    select(session, editor, found.range);
    return tell(vscode.l10n.t('Part of this sheet cannot be read. Mend this place first.'));
  }
  const edits = await session.client.protocol2CodeConverter.asTextEdits(found.edits);
  if (edits.length > 0 && !(await editor.edit((builder) => edits.forEach((edit) => builder.replace(edit.range, edit.newText))))) return;
  select(session, editor, found.range);
  if (found.awaits) await vscode.commands.executeCommand('editor.action.triggerSuggest');
}

async function goToProblem(session: ExtensionSession, editor: vscode.TextEditor, way: Way): Promise<void> {
  const found = await ask<Exclude<ProblemResult, null>>(session, PROBLEM_REQUEST, editor, way);
  if (!found) return;
  if (!found.range) return tell(vscode.l10n.t('Nothing is found in this sheet.'));
  // The next one is looked for behind the cursor, so the cursor goes to where this one begins.
  select(session, editor, { start: found.range.start, end: found.range.start });
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

/** @returns what the server says of the text as it is now; nothing, and the user knows, when it says nothing */
async function ask<Result extends { version: number }>(
  { client, request }: ExtensionSession, method: string, editor: vscode.TextEditor, way: Way,
): Promise<Result | undefined> {
  const { document } = editor;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const params: NavigationParams = {
      uri: client.code2ProtocolConverter.asUri(document.uri), position: client.code2ProtocolConverter.asPosition(editor.selection.start), ...way,
    };
    const result = await request<NavigationParams, Result | null>(method, params);
    if (!result) break;
    if (result.version === document.version) return result;
  }
  void vscode.window.showWarningMessage(vscode.l10n.t('The language server does not answer. See the output “SDS”.'));
  return undefined;
}

function select({ client }: ExtensionSession, editor: vscode.TextEditor, range: Parameters<typeof client.protocol2CodeConverter.asRange>[0] & object): void {
  const { start, end } = client.protocol2CodeConverter.asRange(range);
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

/** The editor of the document that a lens is in, or else the active one. */
async function editorOf(uri: unknown): Promise<vscode.TextEditor | undefined> {
  const active = vscode.window.activeTextEditor;
  if (typeof uri !== 'string') return active?.document.languageId === LANGUAGE ? active : undefined;
  const wanted = vscode.Uri.parse(uri).toString();
  const editors = [...(active ? [active] : []), ...vscode.window.visibleTextEditors];
  const editor = editors.find(({ document }) => document.uri.toString() === wanted);
  return editor && vscode.window.showTextDocument(editor.document, editor.viewColumn);
}
