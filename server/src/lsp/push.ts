import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** How long typing must pause before diagnostics are sent, in milliseconds. */
const PAUSE = 50;

/** For clients that cannot pull: sends a document's diagnostics once typing pauses, and takes them back on close. */
export function pushDiagnostics(
  connection: Connection, documents: TextDocuments<TextDocument>, diagnose: (document: TextDocument) => Diagnostic[],
): void {
  const timers = new Map<string, NodeJS.Timeout>();
  const stop = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  };
  documents.onDidChangeContent(({ document: { uri } }) => {
    stop(uri);
    timers.set(uri, setTimeout(() => {
      timers.delete(uri);
      const document = documents.get(uri);
      if (document) void connection.sendDiagnostics({ uri, version: document.version, diagnostics: diagnose(document) });
    }, PAUSE));
  });
  documents.onDidClose(({ document: { uri } }) => {
    stop(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}
