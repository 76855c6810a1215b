import { hover } from '../../features/hover.ts';
import type { Handler } from '../session.ts';

export const hoverHandler: Handler = {
  capabilities: () => ({ hoverProvider: true }),
  register(session) {
    session.connection.onHover((params, token) =>
      session.answer('hover', params.textDocument.uri, token, null, ({ document, context }) =>
        hover(context, document.offsetAt(params.position), session.locale) ?? null));
  },
};
