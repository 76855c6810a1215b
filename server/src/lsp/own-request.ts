import type { CancellationToken } from 'vscode-languageserver';
import type { Asked, Session } from './session.ts';

/**
 * Listens to a request of this project's own about one open document. It is answered null where there is no such document,
 * where it was cancelled, and where a bug was met, which is logged.
 * @param feature what the log calls it
 */
export function onOwnRequest<P extends { uri: string }, R>(session: Session, request: string, feature: string, handle: (asked: Asked, params: P) => R | null): void {
  session.connection.onRequest(request, (params: P, token: CancellationToken): Promise<R | null> =>
    session.answer<R | null>(feature, params.uri, token, null, (asked) => handle(asked, params)));
}
