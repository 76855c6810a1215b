// Language servers in a folder of a thousand sheets: what it costs to have it open, to type in one of them, and to check all.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMessageConnection, ProgressType, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';
import type { WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serverEnvironment } from '../../client/src/server-environment.ts';
import { ms, sampleOf, table, type Sample } from './measure.ts';
import { bareServer, schemaWithGates, yamlLanguageServer } from './others.ts';
import { generated } from './sheets.ts';

const SHEETS = 1_000;
const STARTS = 5;
const EDITS = 60;
const WARM_UP = 10;
const MANY_EDITS = 1_000;
/** Which sheet is typed in: one that ends its lines with LF alone. */
const OPEN = 1;
const ANSWERS = ['はい', 'いいえ'];

/** What is asked, by what it is called; and what other servers do not have. */
const REQUESTS = {
  'completion': 'textDocument/completion',
  'hover': 'textDocument/hover',
  'code actions': 'textDocument/codeAction',
  'symbols': 'textDocument/documentSymbol',
  'semantic tokens': 'textDocument/semanticTokens/full',
};
type What = keyof typeof REQUESTS;
const OWN: readonly What[] = ['semantic tokens'];

class FolderClient {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  readonly #folder: string;
  readonly #pulls: boolean;
  #document = TextDocument.create('', 'yaml', 0, '');
  #waiting: { version: number; done: () => void } | undefined;

  /** @param pulls whether it asks for diagnostics, without which no server checks what is not open */
  constructor(program: string, folder: string, settings: Record<string, unknown>, pulls = false) {
    this.#folder = folder;
    this.#pulls = pulls;
    this.process = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, ...serverEnvironment(process.env) } });
    this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout!), new StreamMessageWriter(this.process.stdin!));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) => items.map(({ section }) => settings[section ?? ''] ?? null));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }: { uri: string; version?: number }) => {
      if (!this.#waiting || uri !== this.#document.uri || (version ?? this.#waiting.version) < this.#waiting.version) return;
      this.#waiting.done();
      this.#waiting = undefined;
    });
    this.connection.listen();
  }

  async initialize(): Promise<void> {
    const uri = pathToFileURL(this.#folder).href;
    await this.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: uri, locale: 'ja', workspaceFolders: [{ uri, name: 'sheets' }],
      capabilities: { textDocument: { publishDiagnostics: { versionSupport: true }, ...(this.#pulls ? { diagnostic: {} } : {}) }, workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    await this.connection.sendNotification('initialized', {});
  }

  async open(): Promise<void> {
    const file = fileOf(this.#folder, OPEN);
    this.#document = TextDocument.create(pathToFileURL(file).href, 'yaml', 1, readFileSync(file, 'utf8'));
    const told = this.#pulls ? undefined : this.#diagnostics(1);
    const { uri, languageId, version } = this.#document;
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text: this.#document.getText() } });
    await (told ?? this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }));
  }

  /** Types one answer anew, with a comment by which no text comes twice. @returns what it waits for: the diagnostics */
  edit(wait = true): Promise<void> {
    const version = this.#document.version + 1;
    const { text: written, start, end } = this.#answer();
    const range = { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
    const text = `${ANSWERS.find((answer) => answer !== written)!} # ${version}`;
    this.#document = TextDocument.update(this.#document, [{ range, text }], version);
    const told = wait ? this.#diagnostics(version) : Promise.resolve();
    void this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.#document.uri, version }, contentChanges: [{ range, text }] });
    return told;
  }

  /** @returns the time of a request at the answer that is typed, in milliseconds */
  async ask(method: string): Promise<number> {
    const position = this.#document.positionAt(this.#answer().start);
    const params = { textDocument: { uri: this.#document.uri }, position, range: { start: position, end: position }, context: { diagnostics: [] } };
    return timed(() => this.connection.sendRequest(method, params));
  }

  /** Resident memory in MB: now, or at its highest. */
  memory(what: 'VmRSS' | 'VmHWM'): number {
    return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))![1]) / 1024;
  }

  /** CPU time of the process so far, in milliseconds; the kernel counts hundredths of a second. */
  get worked(): number {
    const [user, system] = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  }

  stop(): void {
    this.connection.dispose();
    this.process.kill();
  }

  /** The first answer of a question, with the comment behind it. */
  #answer(): { start: number; end: number; text: string } {
    const { index, 0: row, 1: key, 2: text } = new RegExp(`^( {2}[\\d.]+: )(${ANSWERS.join('|')})(?: # \\d+)?$`, 'm').exec(this.#document.getText())!;
    return { start: index + key!.length, end: index + row.length, text: text! };
  }

  #diagnostics(version: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('No diagnostics came.')), 60_000);
      this.#waiting = { version, done: () => (clearTimeout(timer), resolve()) };
    });
  }
}

interface Measured {
  name: string;
  initialize: Sample;
  first: Sample;
  keystroke: Sample;
  answers: Partial<Record<What, Sample>>;
  /** Resident, in MB. */
  idle: number;
  after: number;
}

/** What checking all sheets takes, and what it leaves for others. */
interface Checked {
  took: number;
  cpu: number;
  again: number;
  symbols: number;
  hover: Sample;
  memory: number;
  peak: number;
}

/** @returns tables: the same for all servers, and what no other server does */
export async function benchServerFolder(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sds-bench-'));
  try {
    for (let index = 0; index < SHEETS; index++) {
      mkdirSync(path.dirname(fileOf(folder, index)), { recursive: true });
      writeFileSync(fileOf(folder, index), generated(index));
    }
    const yaml = { schemas: { [pathToFileURL(schemaWithGates()).href]: '*.sds.yaml' }, validate: true, hover: true, completion: true };
    const own = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
    const all = [
      await measure('this server', folder, own, {}),
      await measure('a bare server', folder, bareServer(), {}),
      await measure('yaml-language-server', folder, yamlLanguageServer(), { yaml }),
    ];
    const row = (what: string, of: (one: Measured) => string): string[] => [what, ...all.map(of)];
    const percentiles = (sample?: Sample): string => (sample ? `${ms(sample.p50)} · ${ms(sample.p95)}` : '–');
    const longest = ({ p50, p99 }: Sample): string => `${ms(p50)} · ${ms(p99)}`;
    const { took, cpu, again, symbols, hover, memory, peak } = await checkAll(own, folder);
    return [
      table([`median · 95th percentile of ${EDITS}`, ...all.map(({ name }) => name)], [
        row(`spawn → initialize, median · longest of ${STARTS}`, (one) => longest(one.initialize)),
        row(`open → first diagnostics, median · longest of ${STARTS}`, (one) => longest(one.first)),
        row('keystroke → diagnostics', (one) => percentiles(one.keystroke)),
        ...(Object.keys(REQUESTS) as What[]).map((what) => row(`${what}, right after an edit`, (one) => percentiles(one.answers[what]))),
        row('resident memory, idle', (one) => `${one.idle.toFixed(1)} MB`),
        row('resident memory, after 1,000 edits', (one) => `${one.after.toFixed(1)} MB`),
      ]),
      table(['all sheets of the folder, by this server', ''], [
        ['checked', ms(took)], ['processor time of that', ms(cpu)], ['hover meanwhile', percentiles(hover)], ['asked for again, none changed', ms(again)], ['symbols of all', ms(symbols)],
        ['resident memory thereafter', `${memory.toFixed(0)} MB`], ['at its highest', `${peak.toFixed(0)} MB`],
      ]),
    ].join('\n\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(name: string, folder: string, program: string, settings: Record<string, unknown>): Promise<Measured> {
  const initialize: number[] = [];
  const first: number[] = [];
  const start = async (): Promise<FolderClient> => {
    const begun = performance.now();
    const client = new FolderClient(program, folder, settings);
    await client.initialize();
    initialize.push(performance.now() - begun);
    first.push(await timed(() => client.open()));
    return client;
  };
  for (let round = 1; round < STARTS; round++) (await start()).stop();
  const client = await start();
  try {
    const repeated = async (run: () => Promise<number>): Promise<Sample> => {
      const times: number[] = [];
      for (let round = -WARM_UP; round < EDITS; round++) {
        const time = await run();
        if (round >= 0) times.push(time);
      }
      return sampleOf(times);
    };
    const behindEdit = (method: string): Promise<Sample> => repeated(async () => {
      const told = client.edit();
      const time = await client.ask(method);
      await told;
      return time;
    });
    const keystroke = await repeated(() => timed(() => client.edit()));
    const asked = name === 'a bare server' ? [] : (Object.keys(REQUESTS) as What[]).filter((what) => name === 'this server' || !OWN.includes(what));
    const answers: Measured['answers'] = {};
    for (const what of asked) answers[what] = await behindEdit(REQUESTS[what]);
    return { name, initialize: sampleOf(initialize), first: sampleOf(first), keystroke, answers, ...await memoryOf(folder, program, settings) };
  } finally {
    client.stop();
  }
}

/** In a process of its own, that has done no more than the others' has. */
async function memoryOf(folder: string, program: string, settings: Record<string, unknown>): Promise<Pick<Measured, 'idle' | 'after'>> {
  const client = new FolderClient(program, folder, settings);
  const settled = async (): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return client.memory('VmRSS');
  };
  try {
    await client.initialize();
    await client.open();
    const idle = await settled();
    for (let edit = 0; edit < MANY_EDITS; edit++) await client.edit(edit % 10 === 9);
    return { idle, after: await settled() };
  } finally {
    client.stop();
  }
}

async function checkAll(program: string, folder: string): Promise<Checked> {
  const client = new FolderClient(program, folder, {}, true);
  try {
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    client.connection.onProgress(new ProgressType<{ items: WorkspaceDocumentDiagnosticReport[] }>(), 'parts', ({ items }) => void reports.push(...items));
    await client.initialize();
    await client.open();
    const before = client.worked;
    const begun = performance.now();
    // An editor leaves it open: what changes is told by it.
    void client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'parts' }).catch(() => {});
    const hovers: number[] = [];
    while (reports.length < SHEETS) {
      hovers.push(await client.ask('textDocument/hover'));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const took = performance.now() - begun;
    const cpu = client.worked - before;
    const previousResultIds = reports.map(({ uri, resultId }) => ({ uri, value: resultId! }));
    const again = await timed(() => client.connection.sendRequest('workspace/diagnostic', { previousResultIds }));
    const symbols = await timed(() => client.connection.sendRequest('workspace/symbol', { query: '75' }));
    return { took, cpu, again, symbols, hover: sampleOf(hovers), memory: client.memory('VmRSS'), peak: client.memory('VmHWM') };
  } finally {
    client.stop();
  }
}

function fileOf(folder: string, index: number): string {
  return path.join(folder, `製品群 ${index % 50}`, `製品 ${index}.sds.yaml`);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}
