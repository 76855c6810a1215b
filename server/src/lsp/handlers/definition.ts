import type { Location, LocationLink } from 'vscode-languageserver';
import { definition } from '../../features/definition.ts';
import { toRange } from '../../features/ranges.ts';
import type { Handler } from '../session.ts';

export const definitionHandler: Handler = {
  capabilities: () => ({ definitionProvider: true }),
  register(session) {
    session.connection.onDefinition((params, token) =>
      session.answer<Location[] | LocationLink[] | null>('definition', params.textDocument.uri, token, null, ({ document, context }) => {
        const found = definition(context, document.offsetAt(params.position));
        if (!found) return null;
        const { uri } = document;
        const destinations = found.destinations.map(({ key, whole }) => ({ key: toRange(context.sheet, key), whole: toRange(context.sheet, whole) }));
        if (!session.client.textDocument?.definition?.linkSupport) return destinations.map(({ key }) => ({ uri, range: key }));
        const originSelectionRange = toRange(context.sheet, found.origin);
        return destinations.map(({ key, whole }) => ({ targetUri: uri, targetRange: whole, targetSelectionRange: key, originSelectionRange }));
      }));
  },
};
