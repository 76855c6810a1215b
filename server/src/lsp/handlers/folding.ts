import type { FoldingRange } from 'vscode-languageserver';
import { foldingRanges } from '../../features/folding.ts';
import type { Handler } from '../session.ts';

export const foldingHandler: Handler = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register(session) {
    session.connection.onFoldingRanges((params, token) =>
      session.answer<FoldingRange[]>('foldingRange', params.textDocument.uri, token, [], ({ context }) =>
        foldingRanges(context.sheet, session.client.textDocument?.foldingRange?.rangeLimit)));
  },
};
