import { TextDocument } from 'vscode-languageserver-textdocument';
import { editsOfAll } from '../../edits/answering/edit.ts';
import { toTextEdit } from '../../features/ranges.ts';
import type { Sheet } from '../../sheet/model.ts';
import { readSheet } from '../../sheet/read.ts';
import { EDIT_REQUEST, type EditParams, type EditResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** What somebody does in the preview, as edits of the text. */
export const editHandler: Handler = {
  register(session) {
    session.connection.onRequest(EDIT_REQUEST, (params: EditParams): Promise<EditResult> =>
      session.answer<EditResult>('edit', params.uri, undefined, null, ({ document, context }) => {
        if (document.version !== params.version) return null;
        const { sheet } = context;
        const read = (text: string): Sheet => readSheet(TextDocument.create(document.uri, document.languageId, document.version, text), sheet.catalogue);
        const edits = editsOfAll(sheet, params.edits, read);
        return edits ? { edits: edits.map((edit) => toTextEdit(sheet, edit)) } : null;
      }));
  },
};
