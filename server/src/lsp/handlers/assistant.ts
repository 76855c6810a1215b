import { lookUp, openRows } from '../../features/assistant.ts';
import { LOOK_UP_REQUEST, OPEN_ROWS_REQUEST, type LookUpParams, type LookUpResult, type OpenRowsParams, type OpenRowsResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** What a language model asks through the editor's tools. */
export const assistantHandler: Handler = {
  register(session) {
    session.connection.onRequest(LOOK_UP_REQUEST, (params: LookUpParams): Promise<LookUpResult> =>
      session.answer<LookUpResult>('look up', params.uri, undefined, null, ({ context }) => {
        const markdown = lookUp(context, params.what, session.locale);
        return markdown === undefined ? null : { markdown };
      }));
    session.connection.onRequest(OPEN_ROWS_REQUEST, (params: OpenRowsParams): Promise<OpenRowsResult> =>
      session.answer<OpenRowsResult>('open rows', params.uri, undefined, null, ({ context }) => {
        const rows = openRows(context);
        return rows === undefined ? null : { rows };
      }));
  },
};
