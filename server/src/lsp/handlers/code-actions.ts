import { CodeActionKind } from 'vscode-languageserver';
import { REMOVE_QUESTIONS, WRITE_QUESTIONS } from '../../features/action-kinds.ts';
import { codeActions, FIX_ALL } from '../../features/code-actions.ts';
import { questionActions } from '../../features/question-actions.ts';
import type { Handler } from '../session.ts';

export const codeActionHandler: Handler = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, WRITE_QUESTIONS, REMOVE_QUESTIONS] } }),
  register(session) {
    session.connection.onCodeAction((params, token) =>
      session.answer('codeAction', params.textDocument.uri, token, [], ({ context, findings }) => {
        const found = findings();
        if (token.isCancellationRequested) return [];
        const { only } = params.context;
        return [...codeActions(found, params.range, only, context), ...questionActions(params.range, only, context)];
      }));
  },
};
