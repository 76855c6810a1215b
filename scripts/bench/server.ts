// Language servers over stdio, as a client sees them: from spawning them to a thousand edits.
import { pathToFileURL, fileURLToPath } from 'node:url';
import { BenchClient, timed, type Request, type Server, type Start } from './client.ts';
import { ms, NO_AIM, sampleOf, table, times, type Sample } from './measure.ts';
import { bareServer, schemaWithGates, yamlLanguageServer } from './others.ts';
import { sample } from './sheets.ts';

const STARTS = 15;
const EDITS = 200;
const MANY_EDITS = 1_000;
const BURST = 30;
const MEMORY_ROUNDS = 3;
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
}

/** Resident memory in MB. */
interface Memory {
  idle: number;
  after: number;
}

const REFERENCES = 'completion of references';

const REQUESTS: Record<string, Request> = {
  'completion': ['textDocument/completion', (client) => ({ position: client.at('  48: ') })],
  [REFERENCES]: ['textDocument/completion', (client) => ({ position: client.at('参照項番: 6.') })],
  'hover': ['textDocument/hover', (client) => ({ position: client.at('  17.3.1') })],
  'code actions': ['textDocument/codeAction', (client) => ({ range: { start: client.at('\n  48'), end: client.at('\n  48') }, context: { diagnostics: [] } })],
  'symbols': ['textDocument/documentSymbol', () => ({})],
  'semantic tokens': ['textDocument/semanticTokens/full', () => ({})],
};

async function measure(server: Server): Promise<Measured> {
  const initialize: number[] = [];
  const first: number[] = [];
  for (let round = 0; round < STARTS; round++) {
    const begun = performance.now();
    const client = new BenchClient(server);
    await client.initialize();
    initialize.push(performance.now() - begun);
    first.push(await timed(() => client.open()));
    client.stop();
  }
  const client = new BenchClient(server);
  await client.initialize();
  await client.open();
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
  for (const what of server.asked) {
    const took: number[] = [];
    const worked: number[] = [];
    if (what === REFERENCES) await reopen(client, CITING);
    for (let round = 0; round < 120; round++) {
      const { time, work } = await client.askBehindEdit(REQUESTS[what]!);
      if (round < 20) continue;
      took.push(time);
      worked.push(work);
    }
    requests[what] = sampleOf(took);
    work[what] = sampleOf(worked);
    if (what === REFERENCES) await reopen(client, sample);
  }
  client.stop();
  return { name: server.name, initialize: sampleOf(initialize), first: sampleOf(first), keystroke: sampleOf(keystroke), cpu, burst: sampleOf(burst), requests, work };
}

async function reopen(client: BenchClient, text: string): Promise<void> {
  await client.close();
  await client.open(text);
}

/** In turn, so that whatever else the machine does falls upon all alike. @returns the medians of each server's */
async function memoryOf(servers: readonly Server[], start: Start): Promise<Memory[]> {
  const all = servers.map((): Memory[] => []);
  for (let round = 0; round < MEMORY_ROUNDS; round++) {
    for (const [index, server] of servers.entries()) all[index]!.push(await memoryOnce(server, start));
  }
  return all.map((times) => ({ idle: sampleOf(times.map(({ idle }) => idle)).p50, after: sampleOf(times.map(({ after }) => after)).p50 }));
}

/** In a process of its own, so that it has done no more, and no less, than the others' has. */
async function memoryOnce(server: Server, start: Start): Promise<Memory> {
  const settled = async (): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return client.memory;
  };
  const client = new BenchClient(server, start);
  await client.initialize();
  await client.open();
  const idle = await settled();
  for (let edit = 0; edit < MANY_EDITS; edit++) await client.edit(edit % 10 === 9);
  const after = await settled();
  client.stop();
  return { idle, after };
}

export interface ServerResults {
  ratios: string[][];
  markdown: string;
}

export async function benchServers(): Promise<ServerResults> {
  const schema = pathToFileURL(schemaWithGates()).href;
  const yaml = { schemas: { [schema]: '*.sds.yaml' }, validate: true, hover: true, completion: true };
  const servers: Server[] = [
    { name: 'this server', program: fileURLToPath(new URL('../../dist/server.js', import.meta.url)), settings: {}, asked: Object.keys(REQUESTS) },
    { name: 'a bare server', program: bareServer(), settings: {}, asked: [] },
    { name: 'yaml-language-server', program: yamlLanguageServer(), settings: { yaml }, asked: ['completion', REFERENCES, 'hover', 'code actions', 'symbols'] },
  ];
  const all: Measured[] = [];
  for (const server of servers) all.push(await measure(server));
  const [ours, bare, yls] = all as [Measured, Measured, Measured];
  const memory = { extension: await memoryOf(servers, 'extension'), others: await memoryOf(servers, 'others') };
  const ofBare = (start: Start, when: keyof Memory): string => times(memory[start][0]![when] / memory[start][1]![when]);
  const megabytes = (what: string, start: Start, when: keyof Memory): string[] => [what, ...memory[start].map((one) => `${one[when].toFixed(1)} MB`)];
  const row = (what: string, of: (one: Measured) => string): string[] => [what, ...all.map(of)];
  const percentiles = ({ p50, p95, p99 }: Sample): string => `${ms(p50)} · ${ms(p95)} · ${ms(p99)}`;
  return {
    ratios: [
      ['keystroke → diagnostics, of yaml-language-server', times(yls.keystroke.p50 / ours.keystroke.p50), 'at least 20 × faster'],
      ['its CPU for each, of yaml-language-server', times(yls.cpu / ours.cpu), NO_AIM],
      ['spawn → initialize, of a bare server', times(ours.initialize.p50 / bare.initialize.p50), 'at most 1.5 ×'],
      ['memory idle, of a bare server, both as the extension starts its server', ofBare('extension', 'idle'), 'at most 1.15 ×'],
      ['memory after 1,000 edits, of a bare server, both started so', ofBare('extension', 'after'), 'at most 1.15 ×'],
      ['memory idle, of a bare server, both as other editors start them', ofBare('others', 'idle'), 'at most 1.15 ×'],
      ['memory after 1,000 edits, of a bare server, both started so', ofBare('others', 'after'), 'at most 1.15 ×'],
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
      megabytes('resident memory, idle', 'extension', 'idle'),
      megabytes('resident memory, after 1,000 edits', 'extension', 'after'),
      megabytes('as other editors start it, idle', 'others', 'idle'),
      megabytes('as other editors start it, after 1,000 edits', 'others', 'after'),
    ]),
  };
}
