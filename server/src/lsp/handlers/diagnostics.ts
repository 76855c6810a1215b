import { DocumentDiagnosticReportKind, type CancellationToken, type Diagnostic } from 'vscode-languageserver';
import { resultIdOf, toDiagnostics } from '../../features/diagnostics.ts';
import { pushDiagnostics } from '../push.ts';
import type { Handler, Session } from '../session.ts';
import { whatCameIn } from '../turns.ts';

/** Diagnostics of open sheets as the client wants them: it asks, or else they are sent. */
export function diagnosticsHandler(): Handler {
  let pushAgain: (() => void) | undefined;
  return {
    capabilities: (session) => (pulls(session)
      ? { diagnosticProvider: { identifier: 'sds', interFileDependencies: false, workspaceDiagnostics: true } } : {}),
    register(session) {
      const { connection, documents } = session;
      if (!pulls(session)) pushAgain = pushDiagnostics(connection, documents, async (uri, token) => await diagnose(session, uri, token) ?? []);
      connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
        const items = await diagnose(session, textDocument.uri, token);
        // What was cut short is no result that anything could be compared with.
        if (!items || token.isCancellationRequested) return { kind: DocumentDiagnosticReportKind.Full, items: items ?? [] };
        const resultId = resultIdOf(items);
        return resultId === previousResultId ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId } : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      });
    },
    refresh({ connection, client }) {
      pushAgain?.();
      if (!pushAgain && client.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh().catch(() => {});
    },
  };
}

/** Reads a sheet, which all that came in behind its edit needs, too, and checks it after that. */
async function diagnose(session: Session, uri: string, token: CancellationToken): Promise<Diagnostic[] | undefined> {
  await session.answer('diagnostics', uri, token, undefined, () => undefined);
  await whatCameIn();
  return session.answer<Diagnostic[] | undefined>('diagnostics', uri, token, undefined, (asked) => toDiagnostics(asked.findings(), asked.context));
}

/** @returns whether the client asks for diagnostics by itself */
export function pulls({ client }: Session): boolean {
  return client.textDocument?.diagnostic !== undefined;
}
