import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CodeLens, Position } from 'vscode-languageserver';
import type { OpenQuestionResult, ProblemResult } from '../../server/src/lsp/protocol.ts';
import { fixture } from '../support/workspace.ts';
import { Client, waitFor, type ClientOptions } from './client.ts';

const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');
const COMMANDS = { nextOpenQuestion: 'x.open', nextProblem: 'x.problem', showReferences: 'x.references' };

describe('Code lenses over the protocol', () => {
  let client: Client;
  const start = async (options?: ClientOptions): Promise<void> => {
    client = await Client.start(options);
    await client.open(sample);
  };
  const lenses = (): Promise<CodeLens[]> => client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: client.uri } });

  afterEach(async () => {
    assert.deepEqual(client.logged, [], 'no feature has thrown');
    assert.equal(await client.stop(), 0);
  });

  it('carry the client\'s commands', async () => {
    await start({ initializationOptions: { commands: COMMANDS } });
    const found = await lenses();
    assert.deepEqual(found.slice(0, 2).map(({ command }) => [command!.title, command!.command]), [['回答 105/105', ''], ['警告 1件', 'x.problem']]);
    const remark = found.find(({ range }) => range.start.line === client.find('  1: リモート保守センター').line)!;
    assert.deepEqual([remark.command!.title, remark.command!.command], ['引用: 17.1/物理媒体', 'x.references']);
  });

  it('carry none where the client has none, or says something else', async () => {
    for (const initializationOptions of [undefined, { commands: null }, { commands: 'x' }, { commands: { nextProblem: 1, showReferences: '' } }]) {
      if (initializationOptions !== undefined) await client.stop();
      await start({ initializationOptions });
      assert.ok((await lenses()).every(({ command }) => command!.command === ''), JSON.stringify(initializationOptions));
    }
  });

  it('are switched off, and asked for again when the settings change', async () => {
    let codeLens = false;
    await start({ settings: () => ({ codeLens }), capabilities: { workspace: { codeLens: { refreshSupport: true } } } });
    assert.deepEqual(await lenses(), []);
    codeLens = true;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await waitFor(() => client.stale.includes('workspace/codeLens/refresh') || undefined, 'The lenses were not said to be stale.');
    assert.ok((await lenses()).length > 12);
  });
});

describe('The ways through a sheet over the protocol', () => {
  let client: Client;
  const ask = <T>(method: string, position: Position, more: object = {}): Promise<T> =>
    client.connection.sendRequest<T>(method, { uri: client.uri, position, ...more });

  before(async () => void (client = await Client.start()));
  after(async () => {
    assert.deepEqual(client.logged, [], 'no feature has thrown');
    assert.equal(await client.stop(), 0);
  });

  it('lead to a question that the sheet leaves out, and make its place', async () => {
    await client.open(sample.replace('  10: はい\n', ''));
    const found = await ask<OpenQuestionResult>('sds/openQuestion', client.find('回答:'));
    assert.ok(found?.kind === 'question');
    assert.deepEqual([found.row, found.version, found.awaits], ['10', client.version, true]);
    const { line } = client.find('  9: はい');
    assert.deepEqual(found.edits, [{ range: { start: client.find('  9: はい', true), end: client.find('  9: はい', true) }, newText: '\n  10: ' }]);
    assert.deepEqual(found.range, { start: { line: line + 1, character: 6 }, end: { line: line + 1, character: 6 } });
  });

  it('lead to a problem, and back', async () => {
    await client.open(sample);
    const found = await ask<ProblemResult>('sds/problem', { line: 0, character: 0 });
    const start = { ...client.find('  4: ICカード'), character: 2 };
    assert.deepEqual([found!.version, found!.range!.start], [client.version, start], 'the remark that no row cites');
    assert.deepEqual(await ask('sds/problem', found!.range!.start, { backwards: true }), found);
  });

  it('lead nowhere in a sheet that is done, and in one that is not there', async () => {
    await client.open(sample);
    assert.deepEqual(await ask('sds/openQuestion', { line: 0, character: 0 }), { version: client.version, kind: 'none' });
    for (const method of ['sds/openQuestion', 'sds/problem']) assert.equal(await client.connection.sendRequest(method, { uri: 'file:///other', position: { line: 0, character: 0 } }), null);
  });

  it('are those of another edition of the form too', async () => {
    const folder = new URL('../fixtures/workspace/', import.meta.url);
    await client.stop();
    client = await Client.start({ uri: new URL('x.sds.yaml', folder).href, initializationOptions: { commands: COMMANDS } });
    await client.open(fixture('example.sds.yaml').replace('  A1.2: 該当せず\n', '').replace('B2: 適合', 'B2: 不適合'));
    const rows: string[] = [];
    let position: Position = { line: 0, character: 0 };
    for (let step = 0; step < 3; step++) {
      const found = await ask<OpenQuestionResult>('sds/openQuestion', position);
      assert.ok(found?.kind === 'question');
      rows.push(found.row);
      position = step === 0 ? client.find('  A2:') : { line: 99, character: 0 };
    }
    assert.deepEqual(rows, ['A1.2', 'B3', 'A1.2']);
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: client.uri } });
    assert.ok(lenses.some(({ command }) => command!.title === '企画管理編 7 情報を預かるときの契約: 回答 4/5'), lenses.map(({ command }) => command!.title).join('\n'));
    const hints = await client.connection.sendRequest<{ label: string }[]>('textDocument/inlayHint', { textDocument: { uri: client.uri }, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } });
    assert.ok(hints.some(({ label }) => label === '再委託先に同じ条件を課しているか？'));
  });
});
