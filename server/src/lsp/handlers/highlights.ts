import { highlights } from '../../features/highlights.ts';
import type { Handler } from '../session.ts';

export const highlightHandler: Handler = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register(session) {
    session.connection.onDocumentHighlight((params, token) =>
      session.answer('documentHighlight', params.textDocument.uri, token, null, ({ document, context }) =>
        highlights(context, document.offsetAt(params.position)) ?? null));
  },
};
