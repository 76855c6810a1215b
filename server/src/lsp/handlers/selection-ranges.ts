import type { SelectionRange } from 'vscode-languageserver';
import { selectionRange } from '../../features/selection-ranges.ts';
import type { Handler } from '../session.ts';

export const selectionHandler: Handler = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register(session) {
    session.connection.onSelectionRanges((params, token) =>
      session.answer<SelectionRange[] | null>('selectionRange', params.textDocument.uri, token, null, ({ document, context }) =>
        params.positions.map((position) => selectionRange(context.sheet, document.offsetAt(position)))));
  },
};
