import * as vscode from 'vscode';
import type { SheetEdit } from '../../../server/src/edits/answering/edit.ts';
import type { ExtensionSession } from '../extension-session.ts';
import { PreviewServer } from '../preview/server.ts';
import { sheetNamed } from './sheet.ts';
import { textResult, type OfSheet } from './tools.ts';

interface Proposal extends OfSheet {
  row: string;
  answer: string;
  remark?: string;
  reason?: string;
}

/** Answers a question, after the user has seen and confirmed it; one step of undoing, and not saved. */
export function proposeAnswer(session: ExtensionSession): vscode.LanguageModelTool<Proposal> {
  const server = new PreviewServer(session);
  return {
    async prepareInvocation({ input }) {
      const document = await sheetNamed(input.file);
      const message = new vscode.MarkdownString();
      message.appendText(`${vscode.workspace.asRelativePath(document.uri)}: ${input.row} → ${input.answer}`);
      if (input.remark) message.appendText(`\n\n${vscode.l10n.t('Remark')}: ${input.remark}`);
      if (input.reason) message.appendText(`\n\n${vscode.l10n.t('To be confirmed')}: ${input.reason}`);
      return {
        invocationMessage: vscode.l10n.t('Answering {0}', input.row),
        confirmationMessages: { title: vscode.l10n.t('Answer {0} with “{1}”?', input.row, input.answer), message },
      };
    },
    async invoke({ input }) {
      const document = await sheetNamed(input.file);
      const done = await server.edit(document, document.version, editsOf(input));
      if (!done) {
        throw new Error(vscode.l10n.t('{0} cannot be answered with “{1}”: the text cannot be read, the form has no such question, or it takes another answer. Look the question up.', input.row, input.answer));
      }
      await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
      return textResult(vscode.l10n.t('{0} is answered with “{1}”. The sheet is not saved yet.', input.row, input.answer));
    },
  };
}

function editsOf({ row, answer, remark, reason }: Proposal): SheetEdit[] {
  return [
    { kind: 'answer', row, word: answer },
    ...(remark === undefined || remark.trim() === '' ? [] : [{ kind: 'row-remark', row, text: remark } as const]),
    ...(reason === undefined ? [] : [{ kind: 'provisional', row, text: reason } as const]),
  ];
}
