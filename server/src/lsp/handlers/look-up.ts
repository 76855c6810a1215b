import type { CancellationToken } from 'vscode-languageserver';
import { lookUp } from '../../features/look-up.ts';
import { LOOK_UP_REQUEST, type LookUpParams, type LookUpResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

export const lookUpHandler: Handler = {
  register(session) {
    session.connection.onRequest(LOOK_UP_REQUEST, (params: LookUpParams, token: CancellationToken): Promise<LookUpResult> =>
      session.answer<LookUpResult>('look up', params.uri, token, null, ({ context }) => {
        const markdown = lookUp(context, params.what, session.locale);
        return markdown === undefined ? null : { markdown };
      }));
  },
};
