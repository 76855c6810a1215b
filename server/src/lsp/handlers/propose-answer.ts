import { propose } from '../../features/proposal.ts';
import { toTextEdit } from '../../features/ranges.ts';
import { onOwnRequest } from '../own-request.ts';
import { PROPOSE_REQUEST, type ProposeParams, type ProposeResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** What an answer that a language model proposes would do to a sheet. */
export const proposeAnswerHandler: Handler = {
  register(session) {
    onOwnRequest<ProposeParams, ProposeResult>(session, PROPOSE_REQUEST, 'propose answer', ({ document, context, around }, params) => {
      const proposed = propose(context, params.proposal, around.lint);
      return 'refused' in proposed
        ? proposed
        : { ...proposed, version: document.version, edits: proposed.edits.map((edit) => toTextEdit(context.sheet, edit)) };
    });
  },
};
