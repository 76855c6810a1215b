import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { ClientCapabilities, Diagnostic, InitializeResult } from 'vscode-languageserver';
import type { Place } from './place.ts';

/** What an editor's configuration comes to. */
export interface Configured {
  command: string[];
  languageId: string;
  capabilities: ClientCapabilities;
  initializationOptions?: unknown;
  /** What the editor answers when it is asked for its settings, by the section. */
  settings?: Record<string, unknown>;
}

/** Starts a server as an editor does, and opens a sheet. Throws when the server asks for what the client cannot do. */
export async function opened(place: Place, file: string, text: string, configured: Configured): Promise<{ result: InitializeResult; diagnostics: Diagnostic[]; requests: string[] }> {
  const [command, ...args] = configured.command;
  const server = spawn(command!, args, { cwd: place.sheets, env: place.env, stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const uri = pathToFileURL(file).href;
  const requests: string[] = [];
  const diagnostics = new Promise<Diagnostic[]>((resolve) => connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[] }) => {
    if (params.uri === uri) resolve(params.diagnostics);
  }));
  connection.onRequest((method, params) => {
    requests.push(method);
    if (method !== 'workspace/configuration') return null;
    return (params as { items: { section: string }[] }).items.map(({ section }) => configured.settings?.[section] ?? null);
  });
  connection.listen();
  try {
    const folder = pathToFileURL(place.sheets + path.sep).href;
    const result = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid, rootUri: folder, capabilities: configured.capabilities, initializationOptions: configured.initializationOptions,
      workspaceFolders: [{ uri: folder, name: 'sheets' }],
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: configured.languageId, version: 1, text } });
    return { result, diagnostics: await diagnostics, requests };
  } finally {
    await connection.sendRequest('shutdown');
    const ended = once(server, 'exit');
    await connection.sendNotification('exit');
    await ended;
    connection.dispose();
  }
}
