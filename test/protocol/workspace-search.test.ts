import assert from 'node:assert/strict';
import { CancellationTokenSource, ProgressType } from 'vscode-jsonrpc/node';
import type { Location, WorkspaceSymbol } from 'vscode-languageserver';
import { HEAD } from '../support/cursor.ts';
import type { Client, ClientOptions } from './client.ts';
import { Folder, tell, type Told } from './workspace-folder.ts';

const sheetOf = (service: string, rows: string): string => `${HEAD.replace('リモート保守サービス', service)}回答:\n${rows}`;

describe('In all sheets of a folder', () => {
  let client: Client;
  let folder: Folder;
  const start = async (options?: ClientOptions): Promise<void> => void (client = await folder.start(options));

  beforeEach(async () => {
    folder = new Folder();
    await folder.write('a.sds.yaml', sheetOf('電子カルテ', '  75: 該当\n'));
    await folder.write('in/b.sds.yaml', sheetOf('画像保管', '  75: 非該当\n  3: { 回答: はい, 備考文: 6.11.C8 による }\n'));
  });

  afterEach(async () => {
    assert.deepEqual(client.logged, []);
    assert.equal(await client.stop(), 0);
    await folder.remove();
  });

  describe('symbols', () => {
    const symbols = (query: string): Promise<WorkspaceSymbol[]> => client.connection.sendRequest('workspace/symbol', { query });
    const rows = async (query: string): Promise<string[]> => (await symbols(query)).map(({ name, location: { uri } }) => `${folder.nameOf(uri)}: ${name.split(' ').slice(0, 2).join(' ')}`);

    it('are found with the answers of each sheet', async () => {
      await start();
      assert.equal(client.initialized.capabilities.workspaceSymbolProvider, true);
      assert.deepEqual(await rows('75'), ['a.sds.yaml: 75 該当', 'in/b.sds.yaml: 75 非該当']);
      const [found] = await symbols('75 画像');
      assert.equal(found!.containerName, 'リモートメンテナンス株式会社 画像保管 1.1');
      assert.deepEqual(found!.location, { uri: folder.uri('in/b.sds.yaml'), range: { start: { line: 6, character: 2 }, end: { line: 6, character: 4 } } });
    });

    it('follow files that come, change and go, where the client tells of them and where it does not', async () => {
      for (const watches of [true, false]) {
        await start({ watches });
        const told = async (files: Told): Promise<void> => {
          if (watches) await tell(client, folder, files);
        };
        assert.equal((await rows('75')).length, 2);
        await folder.write('a.sds.yaml', sheetOf('電子カルテ', '  75: 非該当\n'));
        await folder.write('c.sds.yaml', sheetOf('健診', '  75: 該当\n'));
        await told({ 'a.sds.yaml': 'changed', 'c.sds.yaml': 'created' });
        assert.deepEqual((await rows('75')).sort(), ['a.sds.yaml: 75 非該当', 'c.sds.yaml: 75 該当', 'in/b.sds.yaml: 75 非該当']);
        await folder.write('a.sds.yaml', sheetOf('電子カルテ', '  75: 該当\n'));
        await folder.remove('c.sds.yaml');
        await told({ 'a.sds.yaml': 'changed', 'c.sds.yaml': 'gone' });
        assert.deepEqual(await rows('75'), ['a.sds.yaml: 75 該当', 'in/b.sds.yaml: 75 非該当']);
        if (watches) await client.stop();
      }
    });

    it('are those of the open document, and of sheets that are open from elsewhere', async () => {
      await start({ uri: folder.uri('a.sds.yaml') });
      await client.open(sheetOf('電子カルテ', '  3: はい\n  75: 非該当\n'));
      assert.deepEqual(await rows('75'), ['a.sds.yaml: 75 非該当', 'in/b.sds.yaml: 75 非該当']);
      await client.close();
      assert.deepEqual(await rows('75'), ['a.sds.yaml: 75 該当', 'in/b.sds.yaml: 75 非該当']);
      await client.stop();
      await start({ uri: 'untitled:Untitled-1' });
      await client.open(sheetOf('新規', '  75: 該当\n'));
      assert.equal((await symbols('75')).filter(({ location: { uri } }) => uri === client.uri).length, 1);
      await client.stop();
      await start({ uri: `git:${new URL(folder.uri('a.sds.yaml')).pathname}?ref` });
      await client.open(sheetOf('以前', '  75: 該当\n'));
      assert.equal((await symbols('75')).length, 2, 'another state of a file is no sheet of its own');
    });
  });

  describe('references to an item of the guideline', () => {
    const OWN = sheetOf('健診', '  75: 該当\n  4:\n    回答: はい\n    参照項番: [6.11.C8, 6.5.C12]\n');
    const references = (needle: string, more: object = {}, source = new CancellationTokenSource()): Promise<Location[] | null> =>
      client.connection.sendRequest('textDocument/references', { textDocument: { uri: client.uri }, position: client.find(needle, true), context: { includeDeclaration: true }, ...more }, source.token);
    const places = (found: Location[]): string[] => found.map(({ uri, range: { start } }) => `${folder.nameOf(uri)}:${start.line + 1}:${start.character + 1}`);
    const EXPECTED = ['open.sds.yaml:7:3', 'open.sds.yaml:10:12', 'a.sds.yaml:7:3', 'in/b.sds.yaml:7:3', 'in/b.sds.yaml:8:21'];

    it('are the rows that rest on it and the places that name it, in every sheet', async () => {
      await folder.write('open.sds.yaml', '回答: {}\n');
      await start();
      await client.open(OWN);
      assert.deepEqual(places((await references('6.11.C8'))!), EXPECTED);
      assert.deepEqual(places((await references('6.11.C8'))!), EXPECTED, 'also by what is remembered');
      await folder.write('in/b.sds.yaml', sheetOf('画像保管', '  3: はい\n'));
      assert.deepEqual(places((await references('6.11.C8'))!), EXPECTED.slice(0, 3));
    });

    it('come in parts and with progress where the client wants that', async () => {
      await start();
      await client.open(OWN);
      const parts: Location[][] = [];
      const kinds: string[] = [];
      client.connection.onProgress(new ProgressType<Location[]>(), 'parts', (found) => void parts.push(found));
      client.connection.onProgress(new ProgressType<{ kind: string }>(), 'work', ({ kind }) => void kinds.push(kind));
      assert.deepEqual(await references('6.11.C8', { partialResultToken: 'parts', workDoneToken: 'work' }), []);
      assert.deepEqual(places(parts.flat()), EXPECTED);
      assert.deepEqual([kinds[0], kinds.at(-1)], ['begin', 'end']);
    });

    it('are no longer looked for once they are not wanted', async () => {
      for (let at = 0; at < 100; at++) await folder.write(`many/${at}.sds.yaml`, sheetOf('多数', '  75: 該当\n'));
      await start();
      await client.open(OWN);
      const source = new CancellationTokenSource();
      let last = '';
      client.connection.onProgress(new ProgressType<{ message?: string }>(), 'work', ({ message = last }) => {
        last = message;
        if (last.startsWith('3/')) source.cancel();
      });
      assert.equal(await references('6.11.C8', { workDoneToken: 'work' }, source), null);
      assert.notEqual(last, '102/102');
      assert.equal((await references('6.11.C8'))!.length, 105);
    });

    it('leave those of rows and remarks in their own sheet', async () => {
      await start();
      await client.open(OWN);
      assert.deepEqual(places((await references('  75'))!).filter((place) => !place.startsWith('open')), []);
    });
  });
});
