import { CancellationTokenSource, type CancellationToken, type Connection, type Diagnostic, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { whatCameIn } from './turns.ts';

/** How long typing must pause before the diagnostics of a slow sheet are sent, in milliseconds. */
const PAUSE = 50;
/** What takes less is done at once: waiting would take longer than the work. Edits that have come in by then count as one. */
const SHORT = 25;

/**
 * For clients that cannot pull: sends a document's diagnostics after each edit, those of a sheet that takes its time once
 * typing pauses, and takes them back on close.
 * @param diagnose may give anything once it is cancelled
 * @returns a function that sends those of every open document again
 */
export function pushDiagnostics(
  connection: Connection, documents: TextDocuments<TextDocument>, diagnose: (uri: string, token: CancellationToken) => Promise<Diagnostic[]>,
): () => void {
  const running = new Map<string, CancellationTokenSource>();
  const took = new Map<string, number>();
  const stop = (uri: string): void => {
    running.get(uri)?.cancel();
    running.delete(uri);
  };
  const send = async (uri: string): Promise<void> => {
    stop(uri);
    const source = new CancellationTokenSource();
    running.set(uri, source);
    const { token } = source;
    await ((took.get(uri) ?? 0) > SHORT ? new Promise((resolve) => setTimeout(resolve, PAUSE)) : whatCameIn());
    const version = documents.get(uri)?.version;
    if (token.isCancellationRequested || version === undefined) return;
    const begun = Date.now();
    const diagnostics = await diagnose(uri, token);
    // What came in meanwhile has its own turn.
    if (token.isCancellationRequested) return;
    took.set(uri, Date.now() - begun);
    running.delete(uri);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  documents.onDidChangeContent(({ document: { uri } }) => void send(uri));
  documents.onDidClose(({ document: { uri } }) => {
    stop(uri);
    took.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return () => documents.keys().forEach((uri) => void send(uri));
}
