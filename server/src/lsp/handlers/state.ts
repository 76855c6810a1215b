import { sheetState } from '../../features/sheet-state.ts';
import { onOwnRequest } from '../own-request.ts';
import { STATE_REQUEST, type StateParams, type StateResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** How far a sheet is, for a client that shows it beside its own state. */
export const stateHandler: Handler = {
  register(session) {
    onOwnRequest<StateParams, StateResult>(session, STATE_REQUEST, 'state', ({ document, context, findings }) => ({
      version: document.version, ...sheetState(context.sheet, findings()),
    }));
  },
};
