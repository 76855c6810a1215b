import { documentLinks } from '../../features/document-links.ts';
import type { Handler } from '../session.ts';

export const documentLinkHandler: Handler = {
  capabilities: () => ({ documentLinkProvider: {} }),
  register(session) {
    session.connection.onDocumentLinks((params, token) =>
      session.answer('documentLink', params.textDocument.uri, token, [], ({ context }) => documentLinks(context)));
  },
};
