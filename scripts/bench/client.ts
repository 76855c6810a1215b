// A client of a language server, which types in one sheet and asks about it.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serverEnvironment } from '../../client/src/server-environment.ts';
import { sample } from './sheets.ts';

const URI = 'file:///bench/a.sds.yaml';

/** As the extension starts its server, and as other editors start one. */
const STARTS_OF = { extension: { ...process.env, ...serverEnvironment(process.env) }, others: process.env };
export type Start = keyof typeof STARTS_OF;

export interface Server {
  name: string;
  program: string;
  settings: unknown;
  /** What it can be asked. */
  asked: string[];
}

export type Request = [method: string, params: (client: BenchClient) => object];

/** A client that takes what is pushed, as all three servers can. */
export class BenchClient {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  #waiting: { version: number; done: () => void } | undefined;
  #document = TextDocument.create(URI, 'yaml', 0, '');

  constructor({ program, settings }: Server, start: Start = 'extension') {
    this.process = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'], env: STARTS_OF[start] });
    this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout!), new StreamMessageWriter(this.process.stdin!));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) => items.map(({ section }) => (settings as Record<string, unknown>)[section ?? ''] ?? null));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version?: number }) => {
      if (!this.#waiting || (version !== undefined && version < this.#waiting.version)) return;
      this.#waiting.done();
      this.#waiting = undefined;
    });
    this.connection.listen();
  }

  async initialize(): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: null, locale: 'ja', workspaceFolders: null,
      // Documentation is asked for one item at a time, as by VS Code.
      capabilities: {
        textDocument: { publishDiagnostics: { versionSupport: true }, completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } } },
        workspace: { configuration: true },
      },
    });
    await this.connection.sendNotification('initialized', {});
  }

  async open(text = sample): Promise<void> {
    this.#document = TextDocument.create(URI, 'yaml', 1, text);
    const done = this.#diagnostics(1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'yaml', version: 1, text } });
    await done;
  }

  async close(): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
  }

  /** Types one answer anew, with a comment by which no text comes twice: none is remembered. @returns once its diagnostics have come */
  async edit(wait = true): Promise<void> {
    const version = this.#document.version + 1;
    const offset = this.#document.getText().indexOf('  48: ') + 6;
    const text = `${this.#document.getText().startsWith('はい', offset) ? 'いいえ' : 'はい'} # ${version}\n`;
    const range = { start: this.#document.positionAt(offset), end: this.#document.positionAt(this.#document.getText().indexOf('\n', offset) + 1) };
    this.#document = TextDocument.update(this.#document, [{ range, text }], version);
    const done = wait ? this.#diagnostics(version) : undefined;
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges: [{ range, text }] });
    await done;
  }

  async ask(method: string, params: object): Promise<void> {
    await this.connection.sendRequest(method, { textDocument: { uri: URI }, ...params });
  }

  /** Edits, asks before the diagnostics have come, and waits for them then: the next edit finds nothing left to do. */
  async askBehindEdit([method, params]: Request): Promise<{ time: number; work: number }> {
    const before = this.busy;
    const told = this.#diagnostics(this.#document.version + 1);
    await this.edit(false);
    const time = await timed(() => this.ask(method, params(this)));
    const work = this.busy - before;
    await told;
    return { time, work };
  }

  at(needle: string): { line: number; character: number } {
    return this.#document.positionAt(this.#document.getText().indexOf(needle) + needle.length);
  }

  /** Resident memory in MB. */
  get memory(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))![1]) / 1024;
  }

  /** CPU time of the process so far, in milliseconds; the kernel counts hundredths of a second. */
  get worked(): number {
    const [user, system] = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  }

  /** Processor time of the main thread so far, in milliseconds; exact. */
  get busy(): number {
    return Number(readFileSync(`/proc/${this.process.pid}/task/${this.process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  }

  stop(): void {
    this.connection.dispose();
    this.process.kill();
  }

  #diagnostics(version: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('No diagnostics came.')), 30_000);
      this.#waiting = { version, done: () => (clearTimeout(timer), resolve()) };
    });
  }
}

/** @returns how long something takes, in milliseconds */
export async function timed(run: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}
