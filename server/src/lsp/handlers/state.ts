import type { CancellationToken } from 'vscode-languageserver';
import { sheetState } from '../../features/sheet-state.ts';
import { STATE_REQUEST, type StateParams, type StateResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** How far a sheet is, for a client that shows it beside its own state. */
export const stateHandler: Handler = {
  register(session) {
    session.connection.onRequest(STATE_REQUEST, (params: StateParams, token: CancellationToken) =>
      session.answer<StateResult>('state', params.uri, token, null, ({ document, context, findings }) => ({
        version: document.version, ...sheetState(context.sheet, findings()),
      })));
  },
};
