import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generated } from '../../scripts/bench/sheets.ts';
import { Folder } from '../protocol/workspace-folder.ts';
import { Counter, type Work } from '../support/work.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sample = readFileSync(path.join(root, 'samples/remote-maintenance.sds.yaml'), 'utf8');

/** Of the steps that the library takes to parse the same text with its defaults; what makes it more is looked at before the number is. */
const BUDGETS = { sheet: 1, edit: 0.9 };

/** What any program would do with a folder of YAML. */
const BARE = "const { readdirSync, readFileSync } = require('node:fs'); const { parseDocument } = require('yaml'); for (const name of readdirSync('.')) parseDocument(readFileSync(name, 'utf8'));";

describe('Work, counted', function () {
  this.timeout(120_000);
  const counter = new Counter();
  after(() => counter.remove());

  /** Of a program in a folder with these sheets. */
  const workOn = (sheets: string[], args: string[], program: string): Work => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'sds-work-'));
    try {
      for (const [at, text] of sheets.entries()) writeFileSync(path.join(folder, `${at}.sds.yaml`), text);
      const env = { ...process.env, ...counter.env, NODE_PATH: path.join(root, 'node_modules') };
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 26 });
      assert.ok(status === 0 || status === 1, stderr);
      return counter.take(program);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const bare = (sheets: string[]): Work => workOn(sheets, ['-e', BARE], '/node_modules/yaml/');
  /** For each more, without what is done once. */
  const each = (work: (count: number) => Work, few: number, many: number): number => (work(many).steps - work(few).steps) / (many - few);
  const sheets = (count: number): string[] => Array.from({ length: count }, (_, at) => generated(at));

  it('of the command: one parse of each sheet, and no more steps than a bare parse', () => {
    const lint = (count: number): Work => {
      const work = workOn(sheets(count), [path.join(root, 'dist/cli.js'), 'lint', '--format', 'json', '.'], '/dist/');
      assert.ok(work.parses > 0 && work.parses <= count, `${work.parses} parses of ${count} sheets`);
      return work;
    };
    const ratio = each(lint, 10, 40) / each((count) => bare(sheets(count)), 10, 40);
    assert.ok(ratio <= BUDGETS.sheet, ratio.toFixed(3));
  });

  it('of the server: one parse of each version, whatever is asked about it, and fewer steps from a key to its diagnostics than a bare parse', async () => {
    /** Types; where asked to, has everything answered that is about the version alone: a code action also tries what its fix would leave. */
    const edits = async (count: number, everything: boolean): Promise<Work> => {
      const folder = new Folder();
      const client = await folder.start({ env: counter.env });
      await client.open(sample);
      await client.diagnostics();
      const textDocument = { uri: client.uri };
      for (let edit = 0; edit < count; edit++) {
        const [from, to] = edit % 2 === 0 ? ['  48: はい', '  48: いいえ'] : ['  48: いいえ', '  48: はい'];
        await client.change(client.rangeOf(from), to);
        if (everything) {
          const position = client.find('  75', true);
          const range = { start: client.find('様式'), end: position };
          await Promise.all([
            client.completion(position), client.hover(position), client.diagnostics(),
            ...['documentSymbol', 'foldingRange', 'semanticTokens/full', 'documentLink', 'codeLens'].map((what) => client.connection.sendRequest(`textDocument/${what}`, { textDocument })),
            client.connection.sendRequest('textDocument/inlayHint', { textDocument, range }),
            client.connection.sendRequest('textDocument/documentHighlight', { textDocument, position }),
            client.connection.sendRequest('sds/preview', textDocument),
          ]);
        }
        await client.diagnostics();
      }
      assert.equal(await client.stop(), 0);
      assert.deepEqual(client.failures, []);
      await folder.remove();
      return counter.take('/dist/');
    };
    const { parses } = await edits(10, true);
    assert.ok(parses > 0 && parses <= 11, `${parses} parses of 11 versions`);
    const [few, many] = [await edits(10, false), await edits(50, false)];
    const ratio = (many.steps - few.steps) / 40 / each((count) => bare(Array<string>(count).fill(sample)), 5, 15);
    assert.ok(ratio <= BUDGETS.edit, ratio.toFixed(3));
  });
});
