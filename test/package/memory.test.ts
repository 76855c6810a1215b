import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Folder } from '../protocol/workspace-folder.ts';

const sample = readFileSync(fileURLToPath(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url)), 'utf8');

/** In a server that ends: writes down which parts of Node and which files it loaded, how much room it has for what is young, and what is still in use once what is not is gone. */
const REPORT = `
const { getHeapSpaceStatistics, setFlagsFromString } = require('node:v8');
setFlagsFromString('--expose-gc');
const collect = require('node:vm').runInNewContext('gc');
const before = new Set(process.moduleLoadList);
process.on('exit', () => {
  const loaded = [...process.moduleLoadList.filter((part) => !before.has(part)), ...Object.keys(require.cache)];
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size;
  for (let time = 0; time < 3; time++) collect();
  require('node:fs').writeFileSync(process.env.SDS_REPORT, JSON.stringify({ held: process.memoryUsage().heapUsed, loaded, young }));
});`;

interface Report {
  held: number;
  loaded: string[];
  young: number;
}

/** In MB. Made fast, functions take about one, by a little more or less at each run; eighty sheets that were kept took sixteen. A text as long as may be is of two bytes a character. */
const BUDGETS = { open: 10, growth: 3, text: 0.7 };

describe('Memory of the server, of what lives in it', function () {
  this.timeout(120_000);
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'sds-memory-'));
  const report = path.join(temporary, 'report.cjs');
  before(() => writeFileSync(report, REPORT));
  after(() => rmSync(temporary, { recursive: true }));

  type Client = Awaited<ReturnType<Folder['start']>>;

  const reportAfter = async (work: (client: Client) => Promise<void>): Promise<Report> => {
    const file = path.join(temporary, 'report.json');
    const folder = new Folder();
    const client = await folder.start({ env: { NODE_OPTIONS: `--require=${report}`, SDS_REPORT: file } });
    await client.open(sample);
    await client.diagnostics();
    await work(client);
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.failures, []);
    await folder.remove();
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  };

  /** @returns what a server holds at its end, in MB */
  const heldAfter = async (work: (client: Client) => Promise<void>): Promise<number> => (await reportAfter(work)).held / 1e6;

  const edits = (count: number) => async (client: Client): Promise<void> => {
    for (let edit = 0; edit < count; edit++) {
      const [from, to] = edit % 2 === 0 ? ['  48: はい', '  48: いいえ'] : ['  48: いいえ', '  48: はい'];
      await client.change(client.rangeOf(from), to);
      await client.diagnostics();
    }
  };

  /** Documents that are opened, asked about and closed again, each another text. */
  const documents = (count: number) => async (client: Client): Promise<void> => {
    for (let at = 0; at < count; at++) {
      const textDocument = { uri: `file:///memory/${at}.sds.yaml` };
      await client.connection.sendNotification('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'sds-yaml', version: 1, text: sample.replaceAll('リモート', `リモート${at}`) } });
      for (const what of ['diagnostic', 'documentSymbol', 'codeLens']) await client.connection.sendRequest(`textDocument/${what}`, { textDocument });
      await client.connection.sendNotification('textDocument/didClose', { textDocument });
    }
  };

  /** Documents as long as may be, of what takes much of memory, that are opened and asked about and stay open. */
  const longDocuments = (count: number) => async (client: Client): Promise<void> => {
    const text = `様式: SDS-4.0\n回答:\n  3: { 回答: はい, 備考文: "N ${'6.5.C1,'.repeat(42_000)}" }\n`;
    for (let at = 0; at < count; at++) {
      const textDocument = { uri: `file:///memory/${at}.sds.yaml` };
      await client.connection.sendNotification('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'sds-yaml', version: 1, text: `${text}# ${at}\n` } });
      for (const what of ['diagnostic', 'documentLink']) await client.connection.sendRequest(`textDocument/${what}`, { textDocument });
    }
  };

  it('is within its budget with a sheet open', async () => {
    const held = await heldAfter(edits(1));
    assert.ok(held > 1 && held <= BUDGETS.open, held.toFixed(1));
  });

  it('has the words of one language, and of Node no part that it can do without', async () => {
    const { loaded } = await reportAfter(edits(1));
    const words = loaded.map((file) => /[\\/]data[\\/](ja|en)\.json$/.exec(file)?.[1]).filter((language) => language !== undefined);
    assert.deepEqual(words, ['ja']);
    // Which of them Node has at its start is Node's own affair.
    assert.deepEqual(loaded.filter((part) => /^NativeModule (?:perf_hooks|fs\/promises|internal\/fs\/promises|readline)$/.test(part)), []);
  });

  it('has more room for what is young at work, and never much', async () => {
    const MUCH = 4 * 2 ** 20;
    const [looking, working] = [await reportAfter(async () => {}), await reportAfter(edits(240))];
    assert.ok(looking.young < MUCH && working.young <= MUCH, `${looking.young}, then ${working.young}`);
    assert.ok(looking.young < working.young, `${looking.young}, then ${working.young}`);
  });

  it('is no more for many edits than for some', async () => {
    const [some, many] = [await heldAfter(edits(40)), await heldAfter(edits(240))];
    assert.ok(many - some <= BUDGETS.growth, `${some.toFixed(1)}, then ${many.toFixed(1)}`);
  });

  it('is no more for many documents that were opened and closed than for some', async () => {
    const [some, many] = [await heldAfter(documents(10)), await heldAfter(documents(90))];
    assert.ok(many - some <= BUDGETS.growth, `${some.toFixed(1)}, then ${many.toFixed(1)}`);
  });

  it('is no more for many long documents that are open than for some, but for their texts', async () => {
    const [some, many] = [await heldAfter(longDocuments(3)), await heldAfter(longDocuments(6))];
    assert.ok(many - some <= 3 * BUDGETS.text + BUDGETS.growth, `${some.toFixed(1)}, then ${many.toFixed(1)}`);
  });
});
