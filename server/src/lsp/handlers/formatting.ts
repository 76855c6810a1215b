import { format, formatOnType, formatRange, ON_TYPE } from '../../features/formatting.ts';
import type { Handler } from '../session.ts';

export const formattingHandler: Handler = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: ON_TYPE },
  }),
  register(session) {
    const { connection } = session;
    connection.onDocumentFormatting(({ textDocument, options }, token) =>
      session.answer('formatting', textDocument.uri, token, [], ({ context }) => format(context, options)));
    connection.onDocumentRangeFormatting(({ textDocument, range, options }, token) =>
      session.answer('rangeFormatting', textDocument.uri, token, [], ({ context }) => formatRange(context, range, options)));
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch, options }, token) =>
      session.answer('onTypeFormatting', textDocument.uri, token, [], ({ context }) => formatOnType(context, position, ch, options)));
  },
};
