import { lookUp } from '../../features/look-up.ts';
import { onOwnRequest } from '../own-request.ts';
import { LOOK_UP_REQUEST, type LookUpParams, type LookUpResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

export const lookUpHandler: Handler = {
  register(session) {
    onOwnRequest<LookUpParams, LookUpResult>(session, LOOK_UP_REQUEST, 'look up', ({ context }, params) => {
      const markdown = lookUp(context, params.what, session.locale);
      return markdown === undefined ? null : { markdown };
    });
  },
};
