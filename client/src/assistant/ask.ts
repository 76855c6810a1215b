import * as vscode from 'vscode';
import type { ExtensionSession } from '../extension-session.ts';

/** Asks the server for something of a sheet. */
export type Ask = <Params extends { uri: string }, Result>(method: string, document: vscode.TextDocument, params: Omit<Params, 'uri'>) => Promise<Result>;

/** @throws in the user's language when the server does not answer */
export function asking({ client, request }: ExtensionSession): Ask {
  return async <Params extends { uri: string }, Result>(method: string, document: vscode.TextDocument, params: Omit<Params, 'uri'>): Promise<Result> => {
    const answer = await request<Params, Result>(method, { ...params, uri: client.code2ProtocolConverter.asUri(document.uri) } as Params);
    if (answer === undefined) throw new Error(vscode.l10n.t('The language server does not answer. See the output “SDS”.'));
    return answer;
  };
}
