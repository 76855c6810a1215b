import type { CancellationToken } from 'vscode-languageserver';
import { editsOfAll } from '../../edits/answering/edit.ts';
import { toTextEdit } from '../../features/ranges.ts';
import { EDIT_REQUEST, type EditParams, type EditResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** What somebody does in the preview, as edits of the text. */
export const editHandler: Handler = {
  register(session) {
    session.connection.onRequest(EDIT_REQUEST, (params: EditParams, token: CancellationToken): Promise<EditResult> =>
      session.answer<EditResult>('edit', params.uri, token, null, ({ document, context }) => {
        if (document.version !== params.version) return null;
        const { sheet } = context;
        const edits = editsOfAll(sheet, params.edits);
        return edits ? { edits: edits.map((edit) => toTextEdit(sheet, edit)) } : null;
      }));
  },
};
