import { CodeLensRefreshRequest, type CodeLens } from 'vscode-languageserver';
import { codeLenses } from '../../features/code-lens.ts';
import type { Handler } from '../session.ts';

export const codeLensHandler: Handler = {
  capabilities: () => ({ codeLensProvider: {} }),
  register(session) {
    session.connection.onCodeLens((params, token) =>
      session.answer<CodeLens[]>('codeLens', params.textDocument.uri, token, [], ({ context, around, findings }) => {
        if (!around.editor.codeLens) return [];
        const found = findings();
        return token.isCancellationRequested ? [] : codeLenses(context, found);
      }));
  },
  refresh({ connection, client }) {
    if (client.workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
  },
};
