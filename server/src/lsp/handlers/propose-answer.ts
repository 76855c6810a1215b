import type { CancellationToken } from 'vscode-languageserver';
import { propose } from '../../features/proposal.ts';
import { toTextEdit } from '../../features/ranges.ts';
import { PROPOSE_REQUEST, type ProposeParams, type ProposeResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** What an answer that a language model proposes would do to a sheet. */
export const proposeAnswerHandler: Handler = {
  register(session) {
    session.connection.onRequest(PROPOSE_REQUEST, (params: ProposeParams, token: CancellationToken): Promise<ProposeResult> =>
      session.answer<ProposeResult>('propose answer', params.uri, token, null, ({ document, context, around }) => {
        const proposed = propose(context, params.proposal, around.lint);
        return 'refused' in proposed
          ? proposed
          : { ...proposed, version: document.version, edits: proposed.edits.map((edit) => toTextEdit(context.sheet, edit)) };
      }));
  },
};
