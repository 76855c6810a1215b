import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';
import type { ClientCapabilities, CodeAction, CompletionList, Diagnostic, Hover, InitializeResult, Position, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

export interface ClientOptions {
  /** Whether the client can pull diagnostics. */
  pull?: boolean;
  locale?: string;
  /** What else is on the server's command line. */
  args?: string[];
  /** Variables of the server's environment that are to be others. */
  env?: Record<string, string>;
  initializationOptions?: unknown;
  /** Where the sheet is. */
  uri?: string;
  /** What the client has set in the section `sds`; it can be asked only where this is given. May also never answer. */
  settings?: () => unknown;
  /** Whether the client watches files, and can be told that diagnostics are stale. */
  watches?: boolean;
  workspaceFolders?: { uri: string; name: string }[];
  /** What the client can do besides. */
  capabilities?: ClientCapabilities;
}

/** A language client of the bundled server, over stdio, as any editor's would be. */
export class Client {
  readonly uri: string;
  readonly logged: string[] = [];
  /** What the server logged as an error: bugs of its own. */
  readonly failures: string[] = [];
  /** What the server has asked to be told of. */
  readonly registered: { method: string; registerOptions: unknown }[] = [];
  /** How often the server said that diagnostics are stale. */
  refreshed = 0;
  /** What else the server said is stale, by the name of its request. */
  readonly stale: string[] = [];
  readonly pushed: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = [];
  initialized!: InitializeResult;
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  #version = 0;
  #document: TextDocument;

  private constructor({ uri = 'file:///sheet.sds.yaml', settings, args = [], env = {} }: ClientOptions) {
    this.uri = uri;
    this.#document = TextDocument.create(uri, 'sds-yaml', 0, '');
    this.process = spawn(process.execPath, [server, '--stdio', ...args], { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout!), new StreamMessageWriter(this.process.stdin!));
    this.connection.onNotification('window/logMessage', ({ message, type }: { message: string; type: number }) => {
      this.logged.push(message);
      if (type === 1) this.failures.push(message);
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (params: Client['pushed'][number]) => void this.pushed.push(params));
    this.connection.onRequest('workspace/configuration', async ({ items }: { items: { section: string }[] }) =>
      Promise.all(items.map(async ({ section }) => (section === 'sds' ? (await settings?.()) ?? null : null))));
    this.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Client['registered'] }) => {
      this.registered.push(...registrations);
      return null;
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshed++;
      return null;
    });
    for (const method of ['workspace/inlayHint/refresh', 'workspace/codeLens/refresh']) {
      this.connection.onRequest(method, () => {
        this.stale.push(method);
        return null;
      });
    }
    this.connection.listen();
  }

  /** @returns a client of a server that nothing was said to yet */
  static beside(options: ClientOptions = {}): Client {
    return new Client(options);
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const { pull = true, locale = 'ja', initializationOptions, settings, watches = false, workspaceFolders = null, capabilities = {} } = options;
    const client = new Client(options);
    const textDocument = { publishDiagnostics: { relatedInformation: true }, ...(pull ? { diagnostic: {} } : {}) };
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: null, locale, initializationOptions, workspaceFolders,
      capabilities: {
        textDocument: { ...textDocument, ...capabilities.textDocument },
        workspace: {
          ...(settings ? { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } : {}),
          ...(watches ? { didChangeWatchedFiles: { dynamicRegistration: true }, diagnostics: { refreshSupport: true } } : {}),
          ...capabilities.workspace,
        },
      },
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

  /** @param automatically as an editor does wherever the cursor goes */
  codeActions(range: Range, only?: string[], automatically = false): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri }, range, context: { diagnostics: [], triggerKind: automatically ? 2 : 1, ...(only ? { only } : {}) },
    });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
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

  /** What was last pushed for a file that satisfies a condition, once it was. */
  async pushedTo(uri: string, wanted: (diagnostics: Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    return waitFor(() => {
      const last = this.pushed.findLast((one) => one.uri === uri);
      return last && wanted(last.diagnostics) ? last.diagnostics : undefined;
    }, `Nothing of the kind was pushed for ${uri}.`);
  }

  async pushedFor(version: number): Promise<Diagnostic[]> {
    return waitFor(() => this.pushed.find((one) => one.version === version)?.diagnostics, `No diagnostics for version ${version}.`);
  }

  get version(): number {
    return this.#version;
  }
}

/** Looks again and again for what will be there soon. */
export async function waitFor<T>(look: () => T | undefined, otherwise: string): Promise<T> {
  for (let waited = 0; waited < 200; waited++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(otherwise);
}
