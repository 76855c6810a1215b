import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';
import type { CodeAction, CompletionList, Diagnostic, Hover, InitializeResult, Position, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

export interface ClientOptions {
  /** Whether the client can pull diagnostics. */
  pull?: boolean;
  locale?: string;
  initializationOptions?: unknown;
}

/** A language client of the bundled server, over stdio, as any editor's would be. */
export class Client {
  readonly uri = 'file:///sheet.sds.yaml';
  readonly logged: string[] = [];
  readonly pushed: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = [];
  initialized!: InitializeResult;
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  #version = 0;
  #document = TextDocument.create(this.uri, 'sds-yaml', 0, '');

  private constructor() {
    this.process = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout!), new StreamMessageWriter(this.process.stdin!));
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.logged.push(message));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: Client['pushed'][number]) => void this.pushed.push(params));
    this.connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => null));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  static async start({ pull = true, locale = 'ja', initializationOptions }: ClientOptions = {}): Promise<Client> {
    const client = new Client();
    const textDocument = { publishDiagnostics: { relatedInformation: true }, ...(pull ? { diagnostic: {} } : {}) };
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: null, locale, initializationOptions, capabilities: { textDocument },
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    const exited = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendNotification('exit');
    const code = await exited;
    this.connection.dispose();
    return code;
  }

  async open(text: string): Promise<void> {
    this.#document = TextDocument.create(this.uri, 'sds-yaml', ++this.#version, text);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri, languageId: 'sds-yaml', version: this.#version, text },
    });
  }

  /** Sends an incremental change. */
  async change(range: Range, text: string): Promise<void> {
    this.#document = TextDocument.update(this.#document, [{ range, text }], ++this.#version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.#version }, contentChanges: [{ range, text }],
    });
  }

  async close(): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  get text(): string {
    return this.#document.getText();
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: this.uri } });
    return report.items;
  }

  completion(position: Position, triggerCharacter?: string): Promise<CompletionList> {
    const context = triggerCharacter ? { triggerKind: 2, triggerCharacter } : { triggerKind: 1 };
    return this.connection.sendRequest('textDocument/completion', { textDocument: { uri: this.uri }, position, context });
  }

  hover(position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri: this.uri }, position });
  }

  codeActions(range: Range, only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri }, range, context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  /** @returns the text with an action's edit applied */
  apply(action: CodeAction): string {
    return TextDocument.applyEdits(this.#document, action.edit!.changes![this.uri] as TextEdit[]);
  }

  /** @returns the position of the first place where `needle` stands, or just behind it */
  find(needle: string, behind = false): Position {
    const at = this.text.indexOf(needle);
    if (at < 0) throw new Error(`“${needle}” is not in the document.`);
    return this.#document.positionAt(at + (behind ? needle.length : 0));
  }

  rangeOf(needle: string): Range {
    return { start: this.find(needle), end: this.find(needle, true) };
  }

  async pushedFor(version: number): Promise<Diagnostic[]> {
    for (let waited = 0; waited < 200; waited++) {
      const found = this.pushed.find((one) => one.version === version);
      if (found) return found.diagnostics;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`No diagnostics for version ${version}.`);
  }

  get version(): number {
    return this.#version;
  }
}
