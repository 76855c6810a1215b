import { DocumentDiagnosticReportKind, type Diagnostic } from 'vscode-languageserver';
import { toDiagnostics } from '../../features/diagnostics.ts';
import { pushDiagnostics } from '../push.ts';
import type { Handler, Session } from '../session.ts';

/** Diagnostics as the client wants them: it asks, or else they are sent. */
export function diagnosticsHandler(): Handler {
  let pushAgain: (() => void) | undefined;
  const pulls = ({ client }: Session): boolean => client.textDocument?.diagnostic !== undefined;
  return {
    capabilities: (session) => (pulls(session)
      ? { diagnosticProvider: { identifier: 'sds', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
    register(session) {
      const { connection, documents } = session;
      if (!pulls(session)) {
        pushAgain = pushDiagnostics(connection, documents, (uri) => session.answer<Diagnostic[]>('diagnostics', uri, undefined, [], (asked) =>
          toDiagnostics(asked.findings(), asked.context)));
      }
      connection.languages.diagnostics.on(async (params, token) => {
        const items = await session.answer<Diagnostic[]>('diagnostics', params.textDocument.uri, token, [], (asked) =>
          toDiagnostics(asked.findings(), asked.context));
        return { kind: DocumentDiagnosticReportKind.Full, items };
      });
    },
    refresh({ connection, client }) {
      pushAgain?.();
      if (!pushAgain && client.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh().catch(() => {});
    },
  };
}
