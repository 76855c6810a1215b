import { openRows } from '../../features/open-rows.ts';
import { onOwnRequest } from '../own-request.ts';
import { OPEN_ROWS_REQUEST, type OpenRowsParams, type OpenRowsResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

export const openRowsHandler: Handler = {
  register(session) {
    onOwnRequest<OpenRowsParams, OpenRowsResult>(session, OPEN_ROWS_REQUEST, 'open rows', ({ context }) => {
      const rows = openRows(context);
      return rows === undefined ? null : { rows };
    });
  },
};
