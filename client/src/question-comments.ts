import * as vscode from 'vscode';
import { REMOVE_QUESTIONS, WRITE_QUESTIONS } from '../../server/src/features/action-kinds.ts';
import { LANGUAGE } from './language.ts';

/** Commands for the source actions that write questions as comments and remove them, for the selection where there is one. */
export function registerQuestionComments(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('sds.writeQuestionComments', () => act(WRITE_QUESTIONS, () => vscode.l10n.t('Nothing to write: the questions stand above their rows, or no form tells them, or 回答 is in braces.'))),
    vscode.commands.registerCommand('sds.removeQuestionComments', () => act(REMOVE_QUESTIONS, () => vscode.l10n.t('Nothing to remove: no comment begins with #? or #=.'))),
  );
}

/** @param nothing what to say where there is nothing to do */
async function act(kind: string, nothing: () => string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== LANGUAGE) return;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, editor.selection, kind);
  const edit = actions.find((one) => one.kind?.value === kind)?.edit;
  if (edit) await vscode.workspace.applyEdit(edit);
  else void vscode.window.showInformationMessage(nothing());
}
