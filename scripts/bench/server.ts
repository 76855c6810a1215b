// Language servers over stdio, as a client sees them: from spawning them to a thousand edits.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ms, NO_AIM, sampleOf, table, times, type Sample } from './measure.ts';
import { bareServer, schemaWithGates, yamlLanguageServer } from './others.ts';
import { sample } from './sheets.ts';

const STARTS = 15;
const EDITS = 200;
const MANY_EDITS = 1_000;
const BURST = 30;
const URI = 'file:///bench/a.sds.yaml';
/** With a reference begun, behind which a client asks what it may be. */
const CITING = sample.replace('備考: 7', '参照項番: 6.');

interface Measured {
  name: string;
  initialize: Sample;
  first: Sample;
  keystroke: Sample;
  /** CPU time of one edit up to its diagnostics, in milliseconds, of all threads. */
  cpu: number;
  /** From the last key of a burst to the diagnostics of its text. */
  burst: Sample;
  requests: Record<string, Sample>;
  /** Processor time of the main thread from the edit to the answer, in milliseconds. */
  work: Record<string, Sample>;
  idle: number;
  after: number;
}

/** A client that takes what is pushed, as all three servers can. */
class BenchClient {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  #waiting: { version: number; done: () => void } | undefined;
  #document = TextDocument.create(URI, 'yaml', 0, '');

  constructor(program: string, settings: unknown) {
    this.process = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
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

  /** Types one answer anew, there and back again. @returns once its diagnostics have come */
  async edit(wait = true): Promise<void> {
    const version = this.#document.version + 1;
    const offset = this.#document.getText().indexOf('  48: ') + 6;
    const old = this.#document.getText().slice(offset, offset + 3);
    const text = old === 'はい\n' ? 'いいえ\n' : 'はい\n';
    const range = { start: this.#document.positionAt(offset), end: this.#document.positionAt(this.#document.getText().indexOf('\n', offset) + 1) };
    this.#document = TextDocument.update(this.#document, [{ range, text }], version);
    const done = wait ? this.#diagnostics(version) : undefined;
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges: [{ range, text }] });
    await done;
  }

  async ask(method: string, params: object): Promise<void> {
    await this.connection.sendRequest(method, { textDocument: { uri: URI }, ...params });
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

const REFERENCES = 'completion of references';

const REQUESTS: Record<string, [method: string, params: (client: BenchClient) => object]> = {
  'completion': ['textDocument/completion', (client) => ({ position: client.at('  48: ') })],
  [REFERENCES]: ['textDocument/completion', (client) => ({ position: client.at('参照項番: 6.') })],
  'hover': ['textDocument/hover', (client) => ({ position: client.at('  17.3.1') })],
  'code actions': ['textDocument/codeAction', (client) => ({ range: { start: client.at('\n  48'), end: client.at('\n  48') }, context: { diagnostics: [] } })],
  'symbols': ['textDocument/documentSymbol', () => ({})],
  'semantic tokens': ['textDocument/semanticTokens/full', () => ({})],
};

async function timed(run: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

async function measure(name: string, program: string, settings: unknown, asked: string[]): Promise<Measured> {
  const initialize: number[] = [];
  const first: number[] = [];
  for (let round = 0; round < STARTS; round++) {
    const begun = performance.now();
    const client = new BenchClient(program, settings);
    await client.initialize();
    initialize.push(performance.now() - begun);
    first.push(await timed(() => client.open()));
    client.stop();
  }
  const client = new BenchClient(program, settings);
  await client.initialize();
  await client.open();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const idle = client.memory;
  for (let edit = 0; edit < 50; edit++) await client.edit();
  const before = client.worked;
  const keystroke: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) keystroke.push(await timed(() => client.edit()));
  const cpu = (client.worked - before) / EDITS;
  const burst: number[] = [];
  for (let round = 0; round < 20; round++) {
    for (let key = 1; key < BURST; key++) await client.edit(false);
    burst.push(await timed(() => client.edit()));
  }
  const requests: Measured['requests'] = {};
  const work: Measured['work'] = {};
  for (const what of asked) {
    const [method, params] = REQUESTS[what]!;
    const took: number[] = [];
    const worked: number[] = [];
    if (what === REFERENCES) await reopen(client, CITING);
    for (let round = 0; round < 120; round++) {
      const before = client.busy;
      await client.edit(false);
      const time = await timed(() => client.ask(method, params(client)));
      if (round < 20) continue;
      took.push(time);
      worked.push(client.busy - before);
    }
    requests[what] = sampleOf(took);
    work[what] = sampleOf(worked);
    if (what === REFERENCES) await reopen(client, sample);
  }
  client.stop();
  const after = await memoryAfterEdits(program, settings);
  return { name, initialize: sampleOf(initialize), first: sampleOf(first), keystroke: sampleOf(keystroke), cpu, burst: sampleOf(burst), requests, work, idle, after };
}

async function reopen(client: BenchClient, text: string): Promise<void> {
  await client.close();
  await client.open(text);
}

/** In a process of its own, so that it has done no more, and no less, than the others' has. */
async function memoryAfterEdits(program: string, settings: unknown): Promise<number> {
  const client = new BenchClient(program, settings);
  await client.initialize();
  await client.open();
  for (let edit = 0; edit < MANY_EDITS; edit++) await client.edit(edit % 10 === 9);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const after = client.memory;
  client.stop();
  return after;
}

export interface ServerResults {
  ratios: string[][];
  markdown: string;
}

export async function benchServers(): Promise<ServerResults> {
  const ours = await measure('this server', fileURLToPath(new URL('../../dist/server.js', import.meta.url)), {}, Object.keys(REQUESTS));
  const bare = await measure('a bare server', bareServer(), {}, []);
  const schema = pathToFileURL(schemaWithGates()).href;
  const yaml = { schemas: { [schema]: '*.sds.yaml' }, validate: true, hover: true, completion: true };
  const yls = await measure('yaml-language-server', yamlLanguageServer(), { yaml }, ['completion', REFERENCES, 'hover', 'code actions', 'symbols']);
  const all = [ours, bare, yls];
  const row = (what: string, of: (one: Measured) => string): string[] => [what, ...all.map(of)];
  const percentiles = ({ p50, p95, p99 }: Sample): string => `${ms(p50)} · ${ms(p95)} · ${ms(p99)}`;
  return {
    ratios: [
      ['keystroke → diagnostics, of yaml-language-server', times(yls.keystroke.p50 / ours.keystroke.p50), 'at least 20 × faster'],
      ['its CPU for each, of yaml-language-server', times(yls.cpu / ours.cpu), NO_AIM],
      ['spawn → initialize, of a bare server', times(ours.initialize.p50 / bare.initialize.p50), 'at most 1.5 ×'],
      ['memory idle, of a bare server', times(ours.idle / bare.idle), 'at most 1.15 ×'],
      ['memory after 1,000 edits, of a bare server', times(ours.after / bare.after), 'at most 1.15 ×'],
      ['CPU from keystroke to diagnostics', ms(ours.cpu), 'under 10 ms'],
      ['a burst of 30 keys, from its last (95th percentile)', ms(ours.burst.p95), 'within 20 ms'],
      ['completion right after an edit (95th percentile)', ms(ours.requests['completion']!.p95), 'under 5 ms'],
      ['completion of references right after an edit (95th percentile)', ms(ours.requests[REFERENCES]!.p95), 'under 5 ms'],
      ['hover right after an edit (95th percentile)', ms(ours.requests['hover']!.p95), 'under 5 ms'],
      ['the server’s work for such a completion (95th percentile)', ms(ours.work['completion']!.p95), 'under 5 ms'],
      ['the server’s work for such a completion of references (95th percentile)', ms(ours.work[REFERENCES]!.p95), 'under 5 ms'],
      ['the server’s work for such a hover (95th percentile)', ms(ours.work['hover']!.p95), 'under 5 ms'],
    ],
    markdown: table(['median · 95th · 99th percentile', ...all.map(({ name }) => name)], [
      row('spawn → initialize', (one) => percentiles(one.initialize)),
      row('open → first diagnostics', (one) => percentiles(one.first)),
      row('keystroke → diagnostics', (one) => percentiles(one.keystroke)),
      row('CPU for each', (one) => ms(one.cpu)),
      row('last of 30 keys → diagnostics', (one) => percentiles(one.burst)),
      ...Object.keys(REQUESTS).flatMap((what) => [
        row(`${what}, right after an edit`, (one) => (one.requests[what] ? percentiles(one.requests[what]) : '–')),
        row('the server’s work for it', (one) => (one.work[what] ? percentiles(one.work[what]) : '–')),
      ]),
      row('resident memory, idle', (one) => `${one.idle.toFixed(0)} MB`),
      row('resident memory, after 1,000 edits', (one) => `${one.after.toFixed(0)} MB`),
    ]),
  };
}
