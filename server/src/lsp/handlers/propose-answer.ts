import { TextDocument } from 'vscode-languageserver-textdocument';
import { propose } from '../../features/proposal.ts';
import { toTextEdit } from '../../features/ranges.ts';
import type { Sheet } from '../../sheet/model.ts';
import { readSheet } from '../../sheet/read.ts';
import { PROPOSE_REQUEST, type ProposeParams, type ProposeResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** What an answer that a language model proposes would do to a sheet. */
export const proposeAnswerHandler: Handler = {
  register(session) {
    session.connection.onRequest(PROPOSE_REQUEST, (params: ProposeParams): Promise<ProposeResult> =>
      session.answer<ProposeResult>('propose answer', params.uri, undefined, null, ({ document, context, around }) => {
        const { sheet } = context;
        const read = (text: string): Sheet => readSheet(TextDocument.create(document.uri, document.languageId, document.version, text), sheet.catalogue);
        const proposed = propose(context, params.proposal, read, around.lint);
        return 'refused' in proposed
          ? proposed
          : { ...proposed, version: document.version, edits: proposed.edits.map((edit) => toTextEdit(sheet, edit)) };
      }));
  },
};
