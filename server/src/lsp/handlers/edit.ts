import { editsOfAll } from '../../edits/answering/edit.ts';
import { toTextEdit } from '../../features/ranges.ts';
import { onOwnRequest } from '../own-request.ts';
import { EDIT_REQUEST, type EditParams, type EditResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** What somebody does in the preview, as edits of the text. */
export const editHandler: Handler = {
  register(session) {
    onOwnRequest<EditParams, EditResult>(session, EDIT_REQUEST, 'edit', ({ document, context }, params) => {
      if (document.version !== params.version) return null;
      const { sheet } = context;
      const edits = editsOfAll(sheet, params.edits);
      return edits ? { edits: edits.map((edit) => toTextEdit(sheet, edit)) } : null;
    });
  },
};
