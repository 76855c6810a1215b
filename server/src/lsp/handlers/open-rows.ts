import type { CancellationToken } from 'vscode-languageserver';
import { openRows } from '../../features/open-rows.ts';
import { OPEN_ROWS_REQUEST, type OpenRowsParams, type OpenRowsResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

export const openRowsHandler: Handler = {
  register(session) {
    session.connection.onRequest(OPEN_ROWS_REQUEST, (params: OpenRowsParams, token: CancellationToken): Promise<OpenRowsResult> =>
      session.answer<OpenRowsResult>('open rows', params.uri, token, null, ({ context }) => {
        const rows = openRows(context);
        return rows === undefined ? null : { rows };
      }));
  },
};
