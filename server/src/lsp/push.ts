import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** How long typing must pause before diagnostics are sent, in milliseconds. */
const PAUSE = 50;

/**
 * For clients that cannot pull: sends a document's diagnostics once typing pauses, and takes them back on close.
 * @returns a function that sends those of every open document again
 */
export function pushDiagnostics(
  connection: Connection, documents: TextDocuments<TextDocument>, diagnose: (uri: string) => Promise<Diagnostic[]>,
): () => void {
  const timers = new Map<string, NodeJS.Timeout>();
  const stop = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  };
  const send = async (uri: string): Promise<void> => {
    const version = documents.get(uri)?.version;
    const diagnostics = await diagnose(uri);
    // What came in meanwhile has its own turn.
    if (version !== undefined && documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const schedule = (uri: string): void => {
    stop(uri);
    timers.set(uri, setTimeout(() => {
      timers.delete(uri);
      void send(uri);
    }, PAUSE));
  };
  documents.onDidChangeContent(({ document: { uri } }) => schedule(uri));
  documents.onDidClose(({ document: { uri } }) => {
    stop(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return () => documents.keys().forEach(schedule);
}
