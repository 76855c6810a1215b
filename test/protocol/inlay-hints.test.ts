import assert from 'node:assert/strict';
import type { InlayHint, MarkupContent } from 'vscode-languageserver';
import { Client, waitFor, type ClientOptions } from './client.ts';

const SHEET = `様式: SDS-4.0
回答:
  53: 非該当
  75: 該当
`;
const RANGE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const RESOLVES: ClientOptions['capabilities'] = { textDocument: { inlayHint: { resolveSupport: { properties: ['tooltip'] } } }, workspace: { inlayHint: { refreshSupport: true } } };

describe('Inlay hints over the protocol', () => {
  let client: Client;
  const start = async (options?: ClientOptions): Promise<void> => {
    client = await Client.start(options);
    await client.open(SHEET);
  };
  const hints = (): Promise<InlayHint[]> => client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: client.uri }, range: RANGE });
  const labels = async (): Promise<string[]> => (await hints()).map(({ label }) => label as string);
  const resolve = (hint: InlayHint): Promise<InlayHint> => client.connection.sendRequest('inlayHint/resolve', hint);

  afterEach(async () => {
    assert.deepEqual(client.logged, [], 'no feature has thrown');
    assert.equal(await client.stop(), 0);
  });

  it('tell their tooltips when they are asked for', async () => {
    await start({ capabilities: RESOLVES });
    assert.deepEqual(client.initialized.capabilities.inlayHintProvider, { resolveProvider: true });
    const all = await hints();
    assert.deepEqual(all.map(({ label }) => label), ['サービス事業者が情報及び情報機器を持ち出…', 'リモートメンテナンスサービスを有している…', '53.1–53.8 対象外']);
    assert.deepEqual(all[0]!.position, client.find('53', true));
    assert.ok(all.every(({ tooltip }) => tooltip === undefined));
    assert.match(((await resolve(all[0]!)).tooltip as MarkupContent).value, /情報機器を持ち出す場合があるか？/);
    assert.match(((await resolve(all[2]!)).tooltip as MarkupContent).value, /対象外です（53 非該当）/);
  });

  it('come with their tooltips to a client that cannot ask', async () => {
    await start();
    assert.match(((await hints())[0]!.tooltip as MarkupContent).value, /情報機器を持ち出す場合があるか？/);
  });

  it('are handed back as they are when nothing is known of them any more', async () => {
    await start({ capabilities: RESOLVES });
    const [hint] = await hints();
    for (const data of [undefined, 1, { uri: client.uri }, { uri: client.uri, rows: [7] }, { uri: 'file:///other', rows: ['53'] }]) {
      const one = { ...hint!, data };
      assert.equal((await resolve(one)).tooltip, undefined, JSON.stringify(data));
    }
  });

  it('are switched off one by one, from the initialization options too', async () => {
    await start({ initializationOptions: { inlayHints: { questions: false } } });
    assert.deepEqual(await labels(), ['53.1–53.8 対象外']);
    await client.stop();
    await start({ initializationOptions: { sds: { inlayHints: { omittedAnswers: false } } } });
    assert.equal((await labels()).length, 2);
  });

  it('are asked for again when the settings change', async () => {
    let questions = true;
    await start({ settings: () => ({ inlayHints: { questions } }), capabilities: RESOLVES });
    assert.equal((await labels()).length, 3);
    questions = false;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await waitFor(() => client.stale.includes('workspace/inlayHint/refresh') || undefined, 'The hints were not said to be stale.');
    assert.deepEqual(await labels(), ['53.1–53.8 対象外']);
  });
});
