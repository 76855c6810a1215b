import { toRange } from '../../features/ranges.ts';
import { referencesIn, targetAt } from '../../features/references.ts';
import type { Handler } from '../session.ts';

export const referencesHandler: Handler = {
  capabilities: () => ({ referencesProvider: true }),
  register(session) {
    session.connection.onReferences((params, token) =>
      session.answer('references', params.textDocument.uri, token, null, ({ document, context }) => {
        const target = targetAt(context, document.offsetAt(params.position));
        return target ? referencesIn(context.sheet, target, params.context.includeDeclaration)
          .map((span) => ({ uri: document.uri, range: toRange(context.sheet, span) })) : null;
      }));
  },
};
