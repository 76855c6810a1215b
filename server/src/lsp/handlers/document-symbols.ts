import type { DocumentSymbol } from 'vscode-languageserver';
import { documentSymbols } from '../../features/document-symbols.ts';
import type { Handler } from '../session.ts';

export const documentSymbolHandler: Handler = {
  capabilities: () => ({ documentSymbolProvider: true }),
  register(session) {
    session.connection.onDocumentSymbol((params, token) =>
      session.answer<DocumentSymbol[]>('documentSymbol', params.textDocument.uri, token, [], ({ context }) => documentSymbols(context)));
  },
};
