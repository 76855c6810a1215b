import { LSPErrorCodes, ResponseError, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import { toRange, toTextEdit } from '../../features/ranges.ts';
import { prepareRename, rename, type Refusal } from '../../features/rename.ts';
import { translator } from '../../l10n/translate.ts';
import type { Handler, Session } from '../session.ts';

export const renameHandler: Handler = {
  capabilities: ({ client }) => ({ renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true }),
  register(session) {
    const { connection } = session;
    connection.onPrepareRename(async (params, token) =>
      orRefuse(session, await session.answer<{ range: Range; placeholder: string } | Refusal | null>('prepareRename', params.textDocument.uri, token, null, ({ document, context }) => {
        const found = prepareRename(context, document.offsetAt(params.position));
        return 'refused' in found ? found : { range: toRange(context.sheet, found.span), placeholder: found.name };
      })));
    connection.onRenameRequest(async (params, token) =>
      orRefuse(session, await session.answer<WorkspaceEdit | Refusal | null>('rename', params.textDocument.uri, token, null, ({ document, context }) => {
        const edits = rename(context, document.offsetAt(params.position), params.newName);
        return 'refused' in edits ? edits : { changes: { [document.uri]: edits.map((edit) => toTextEdit(context.sheet, edit)) } };
      })));
  },
};

/** Clients show the message of a failed request to the person who asked. */
function orRefuse<T extends object>({ locale }: Session, found: T | Refusal | null): T | ResponseError | null {
  return found && 'refused' in found ? new ResponseError(LSPErrorCodes.RequestFailed, translator(locale)(found.refused)) : found;
}
