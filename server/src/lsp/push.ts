import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** How long typing must pause before the diagnostics of a slow sheet are sent, in milliseconds. */
const PAUSE = 50;
/** What takes less is sent at once: waiting would take longer than the work. Edits that have come in by then count as one. */
const SHORT = 25;

/**
 * For clients that cannot pull: sends a document's diagnostics after each edit, those of a sheet that takes its time once
 * typing pauses, and takes them back on close.
 * @returns a function that sends those of every open document again
 */
export function pushDiagnostics(
  connection: Connection, documents: TextDocuments<TextDocument>, diagnose: (uri: string) => Promise<Diagnostic[]>,
): () => void {
  const timers = new Map<string, NodeJS.Timeout>();
  const took = new Map<string, number>();
  const stop = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  };
  const send = async (uri: string): Promise<void> => {
    const version = documents.get(uri)?.version;
    const begun = performance.now();
    const diagnostics = await diagnose(uri);
    if (documents.get(uri)) took.set(uri, performance.now() - begun);
    // What came in meanwhile has its own turn.
    if (version !== undefined && documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const schedule = (uri: string): void => {
    stop(uri);
    timers.set(uri, setTimeout(() => {
      timers.delete(uri);
      void send(uri);
    }, (took.get(uri) ?? 0) > SHORT ? PAUSE : 0));
  };
  documents.onDidChangeContent(({ document: { uri } }) => schedule(uri));
  documents.onDidClose(({ document: { uri } }) => {
    stop(uri);
    took.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return () => documents.keys().forEach(schedule);
}
