import { CodeActionKind } from 'vscode-languageserver';
import { codeActions, FIX_ALL } from '../../features/code-actions.ts';
import type { Handler } from '../session.ts';

export const codeActionHandler: Handler = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }),
  register(session) {
    session.connection.onCodeAction((params, token) =>
      session.answer('codeAction', params.textDocument.uri, token, [], ({ context, findings }) => {
        const found = findings();
        return token.isCancellationRequested ? [] : codeActions(found, params.range, params.context.only, context);
      }));
  },
};
