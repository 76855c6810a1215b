import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { CancellationTokenSource, ProgressType } from 'vscode-jsonrpc/node';
import type { WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { HEAD } from '../support/cursor.ts';
import { waitFor, type Client, type ClientOptions } from './client.ts';
import { Folder, tell, type Told } from './workspace-folder.ts';

const CONTRADICTION = `${HEAD}回答:\n  75: 非該当\n  75.1: はい\n`;
const MENDED = CONTRADICTION.replace('75.1: はい', '75.1: 対象外');

type Previous = { uri: string; value: string }[];

interface Work {
  kind: string;
  title?: string;
  percentage?: number;
  message?: string;
}

describe('Workspace diagnostics', () => {
  let client: Client;
  let folder: Folder;
  let reports: WorkspaceDocumentDiagnosticReport[];
  let source: CancellationTokenSource;
  const start = async (options: ClientOptions = {}): Promise<void> => {
    client = await folder.start(options);
    client.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), 'parts', ({ items }) => void reports.push(...items));
  };
  const pull = (previousResultIds: Previous = [], more: object = {}): Promise<WorkspaceDiagnosticReport> =>
    client.connection.sendRequest('workspace/diagnostic', { previousResultIds, ...more }, source.token);
  const told = (files: Told): Promise<void> => tell(client, folder, files);
  /** By file: its codes at error severity, or that nothing is different. */
  const shown = (items: WorkspaceDocumentDiagnosticReport[]): Record<string, string[] | 'unchanged'> => Object.fromEntries(items.map((report) => [
    folder.nameOf(report.uri), report.kind === 'full' ? report.items.filter(({ severity }) => severity === 1).map(({ code }) => String(code)) : 'unchanged',
  ]));
  const previous = (items: WorkspaceDocumentDiagnosticReport[]): Previous => items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
  const reported = (name: string, wanted: (report: WorkspaceDocumentDiagnosticReport) => boolean = () => true): Promise<WorkspaceDocumentDiagnosticReport> =>
    waitFor(() => {
      const at = reports.findLastIndex(({ uri }) => folder.nameOf(uri) === name);
      return at >= 0 && wanted(reports[at]!) ? reports.splice(at, 1)[0] : undefined;
    }, `Nothing of the kind was reported for ${name}.`);
  const codes = (report: WorkspaceDocumentDiagnosticReport): unknown => Object.values(shown([report]))[0];

  beforeEach(() => {
    folder = new Folder();
    reports = [];
    source = new CancellationTokenSource();
  });

  afterEach(async () => {
    source.cancel();
    assert.equal(await client.stop(), 0);
    await folder.remove();
  });

  describe('asked for at once', () => {
    it('are those of all sheets of the folder, and of nothing else', async () => {
      await folder.write('a.sds.yaml', CONTRADICTION);
      await folder.write('製品 2/v1.1/b.sds.yml', MENDED);
      for (const name of ['node_modules/c.sds.yaml', '.git/d.sds.yaml', 'e.yaml', '.sds/forms/f.sds.yaml']) await folder.write(name, CONTRADICTION);
      await symlink(folder.path, path.join(folder.path, 'circle'), 'junction');
      await start();
      assert.equal((client.initialized.capabilities.diagnosticProvider as { workspaceDiagnostics: boolean }).workspaceDiagnostics, true);
      const { items } = await pull();
      assert.deepEqual(shown(items), { 'a.sds.yaml': ['inconsistent-answer'], '製品 2/v1.1/b.sds.yml': [] });
      assert.deepEqual(items.map(({ version }) => version), [null, null]);
    });

    it('are unchanged until something is, also where the client tells nothing of files', async () => {
      await folder.write('a.sds.yaml', CONTRADICTION);
      await folder.write('b.sds.yaml', MENDED);
      await start();
      const first = previous((await pull()).items);
      assert.deepEqual(shown((await pull(first)).items), { 'a.sds.yaml': 'unchanged', 'b.sds.yaml': 'unchanged' });
      await folder.write('a.sds.yaml', MENDED);
      await folder.write('c.sds.yaml', CONTRADICTION);
      const { items } = await pull(first);
      assert.deepEqual(shown(items), { 'a.sds.yaml': [], 'b.sds.yaml': 'unchanged', 'c.sds.yaml': ['inconsistent-answer'] });
      await folder.remove('c.sds.yaml');
      assert.deepEqual(shown((await pull(previous(items))).items), { 'a.sds.yaml': 'unchanged', 'b.sds.yaml': 'unchanged', 'c.sds.yaml': [] });
    });

    it('follow the settings of each folder, and the files under .sds beside a sheet', async () => {
      for (const name of ['a.sds.yaml', 'in/b.sds.yaml']) await folder.write(name, `${MENDED}備考記載欄:\n  1: 誰も引用していない\n`);
      await folder.write('in/.sds/config.yaml', 'rules: { unused-remark: error }\n');
      let settings: object = {};
      await start({ settings: () => settings });
      const { items } = await pull();
      assert.deepEqual(shown(items), { 'a.sds.yaml': [], 'in/b.sds.yaml': ['unused-remark'] });
      settings = { rules: { 'missing-answer': 'error' } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      assert.deepEqual(shown((await pull(previous(items))).items), { 'a.sds.yaml': ['missing-answer'], 'in/b.sds.yaml': ['missing-answer', 'unused-remark'] });
    });

    it('are those of the open document, whatever the file says, and how its address is written', async () => {
      await folder.write('open (1).sds.yaml', CONTRADICTION);
      await start({ uri: folder.uri('open (1).sds.yaml').replace('(', '%28').replace(')', '%29') });
      await client.open(MENDED);
      const { items } = await pull();
      assert.deepEqual(shown(items), { 'open (1).sds.yaml': [] });
      assert.equal(items[0]!.version, client.version);
      await client.close();
      assert.deepEqual(shown((await pull(previous(items))).items), { 'open (1).sds.yaml': ['inconsistent-answer'] });
    });

    it('say of a file that cannot be read why', async () => {
      await folder.write('a.sds.yaml', Uint8Array.from([0x97, 0x6c, 0x8e, 0xae]));
      await folder.write('b.sds.yaml', 'あ'.repeat(1_100_000));
      await start();
      const { items } = await pull();
      assert.deepEqual(items.map((report) => (report.kind === 'full' ? report.items.map(({ message }) => message) : [])), [
        ['UTF-8 ではないため読み取れません。UTF-8 で保存してください。'], ['ファイルが大きすぎるため読み取りません（上限は300,000文字）。'],
      ]);
      assert.deepEqual(client.logged, []);
    });

    it('are none where the setting is off, or no folder is open', async () => {
      await folder.write('a.sds.yaml', CONTRADICTION);
      await start({ settings: () => ({ workspaceDiagnostics: false }) });
      assert.deepEqual((await pull()).items, []);
      await client.stop();
      await start({ workspaceFolders: [] });
      assert.deepEqual((await pull()).items, []);
    });

    it('are those of the folders that are open now', async () => {
      await folder.write('one/a.sds.yaml', CONTRADICTION);
      await folder.write('two/b.sds.yaml', CONTRADICTION);
      await start({ workspaceFolders: [{ uri: folder.uri('one'), name: 'one' }], capabilities: { workspace: { workspaceFolders: true } } });
      const { items } = await pull();
      assert.deepEqual(Object.keys(shown(items)), ['one/a.sds.yaml']);
      const event = { added: [{ uri: folder.uri('two'), name: 'two' }], removed: [{ uri: folder.uri('one'), name: 'one' }] };
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      assert.deepEqual(shown((await pull(previous(items))).items), { 'two/b.sds.yaml': ['inconsistent-answer'], 'one/a.sds.yaml': [] });
    });

    it('are told of by progress where the client asks for that', async () => {
      for (const name of ['a', 'b', 'c']) await folder.write(`${name}.sds.yaml`, MENDED);
      await start();
      const progress: Work[] = [];
      client.connection.onProgress(new ProgressType<Work>(), 'work', (value) => void progress.push(value));
      await pull([], { workDoneToken: 'work' });
      assert.deepEqual(progress.map(({ kind }) => kind), ['begin', 'report', 'report', 'report', 'report', 'end']);
      assert.deepEqual([progress[0]!.title, progress[2]!.message, progress[4]!.percentage], ['開示書を検査しています', '1/3', 100]);
    });
  });

  describe('of very many sheets', () => {
    const MANY = 150;
    beforeEach(async () => {
      for (let at = 0; at < MANY; at++) await folder.write(`${at % 10}/${at}.sds.yaml`, CONTRADICTION);
      await start();
    });

    it('keep nobody waiting who asks for something else', async () => {
      await client.open(MENDED);
      let done = false;
      const all = pull().then(({ items }) => {
        done = true;
        return items;
      });
      assert.match(JSON.stringify(await client.hover(client.find('75.1', true))), /75\.1/);
      assert.equal(done, false, 'the hover was answered first');
      assert.equal((await all).length, MANY);
    });

    it('end when they are no longer wanted', async () => {
      let done = 0;
      const all = pull([], { partialResultToken: 'parts', workDoneToken: 'work' });
      client.connection.onProgress(new ProgressType<Work>(), 'work', ({ message }) => {
        done = Number(/^\d+/.exec(message ?? '')?.[0] ?? done);
        if (done >= 5) source.cancel();
      });
      assert.deepEqual((await all).items, []);
      assert.ok(done < MANY, `${done} of ${MANY}`);
      source = new CancellationTokenSource();
      assert.equal((await pull()).items.length, MANY, 'and can be asked for again');
    });
  });

  describe('waited for', () => {
    let answered: boolean;
    const wait = async (options: ClientOptions = {}): Promise<void> => {
      await start({ watches: true, ...options });
      answered = false;
      void pull([], { partialResultToken: 'parts' }).then(() => answered = true);
    };

    it('come in parts, and then when something changes, for as long as the client waits', async () => {
      await folder.write('a.sds.yaml', CONTRADICTION);
      await folder.write('in/b.sds.yaml', MENDED);
      await wait();
      assert.deepEqual(codes(await reported('a.sds.yaml')), ['inconsistent-answer']);
      assert.deepEqual(codes(await reported('in/b.sds.yaml')), []);

      await folder.write('a.sds.yaml', MENDED);
      await told({ 'a.sds.yaml': 'changed' });
      assert.deepEqual(codes(await reported('a.sds.yaml')), []);

      await folder.write('v2/c.sds.yaml', CONTRADICTION);
      await told({ v2: 'created' });
      assert.deepEqual(codes(await reported('v2/c.sds.yaml')), ['inconsistent-answer']);

      await folder.remove('v2');
      await told({ v2: 'gone' });
      assert.deepEqual(codes(await reported('v2/c.sds.yaml')), []);

      await folder.write('in/.sds/config.yaml', 'rules: { missing-answer: error }\n');
      await told({ 'in/.sds/config.yaml': 'created' });
      assert.deepEqual(codes(await reported('in/b.sds.yaml')), ['missing-answer']);
      assert.deepEqual(reports, [], 'nothing is told of what did not change');
      assert.equal(answered, false);
      source.cancel();
      await waitFor(() => answered || undefined, 'The request that was cancelled was not answered.');
    });

    it('follow a document that is open, and the file again once it is closed', async () => {
      await folder.write('open.sds.yaml', CONTRADICTION);
      await wait();
      const first = await reported('open.sds.yaml');
      await client.open(MENDED);
      const open = await reported('open.sds.yaml');
      assert.deepEqual([codes(open), open.version], [[], client.version]);
      await client.close();
      const closed = await reported('open.sds.yaml');
      assert.deepEqual([codes(closed), closed.version, closed.resultId], [['inconsistent-answer'], null, first.resultId]);
      await client.open(CONTRADICTION);
      await client.close();
      assert.deepEqual(codes(await reported('open.sds.yaml')), ['inconsistent-answer'], 'also where nothing changed: clients forget what they had');
    });

    it('are taken back of a document that nobody checks any more', async () => {
      await wait({ uri: 'git:/somewhere/a.sds.yaml' });
      await client.open(CONTRADICTION);
      assert.equal((await client.diagnostics()).filter(({ severity }) => severity === 1).length, 1);
      await client.close();
      const gone = await waitFor(() => reports[0], 'Nothing was reported.');
      assert.deepEqual(gone, { kind: 'full', uri: client.uri, version: null, items: [] });
    });

    it('go and come with the setting', async () => {
      await folder.write('a.sds.yaml', CONTRADICTION);
      let workspaceDiagnostics = true;
      await wait({ settings: () => ({ workspaceDiagnostics }) });
      const set = async (on: boolean): Promise<void> => {
        workspaceDiagnostics = on;
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      };
      assert.deepEqual(codes(await reported('a.sds.yaml')), ['inconsistent-answer']);
      await set(false);
      assert.deepEqual(codes(await reported('a.sds.yaml')), []);
      await set(true);
      assert.deepEqual(codes(await reported('a.sds.yaml')), ['inconsistent-answer']);
    });
  });

  describe('beside those of the open document', () => {
    it('have the same names, by which a client is told that nothing changed', async () => {
      await folder.write('open.sds.yaml', CONTRADICTION);
      await start();
      await client.open(CONTRADICTION);
      const ask = (previousResultId?: string): Promise<{ kind: string; resultId?: string }> =>
        client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: client.uri }, previousResultId });
      const { kind, resultId } = await ask();
      assert.equal(kind, 'full');
      assert.deepEqual(await ask(resultId), { kind: 'unchanged', resultId });
      assert.equal((await pull()).items[0]!.resultId, resultId);
      await client.change(client.rangeOf('75.1: はい'), '75.1: 対象外');
      assert.equal((await ask(resultId)).kind, 'full');
    });
  });
});
