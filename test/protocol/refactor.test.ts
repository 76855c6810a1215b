import assert from 'node:assert/strict';
import type { ClientCapabilities } from 'vscode-languageserver';
import { Client } from './client.ts';

const SHEET = `様式: SDS-4.0
回答:
  75: 該当
  75.1:
    回答: はい
    備考文: い
  77: 該当
  77.1: はい
`;

const LAZY: ClientCapabilities = { textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } } };

describe('Refactorings over the protocol', () => {
  let client: Client;
  const start = async (capabilities: ClientCapabilities = {}, text = SHEET, initializationOptions: unknown = undefined): Promise<void> => {
    client = await Client.start({ capabilities, initializationOptions });
    await client.open(text);
  };
  afterEach(async () => {
    assert.deepEqual(client.logged, [], 'no feature has thrown');
    assert.equal(await client.stop(), 0);
  });

  it('come with their edits to a client that cannot ask for them', async () => {
    await start();
    const actions = await client.codeActions(client.rangeOf('該当'), ['refactor']);
    assert.equal(actions[0]!.title, '75 を「非該当」にし、下位の設問を「対象外」にする（1件）');
    assert.equal(client.apply(actions[0]!), SHEET.replace('該当', '非該当').replace('はい', '対象外'));
    assert.ok(actions.every((action) => action.data === undefined));
    assert.ok(actions.every((action) => action.kind!.startsWith('refactor.')));
  });

  it('get them when they are wanted, where the client can ask', async () => {
    await start(LAZY);
    assert.equal((client.initialized.capabilities.codeActionProvider as { resolveProvider?: boolean }).resolveProvider, true);
    const [action] = await client.codeActions(client.rangeOf('備考文'), ['refactor.extract']);
    assert.equal(action!.edit, undefined);
    const resolved = await client.resolve(action!);
    assert.equal(client.apply(resolved), `${SHEET.replace('備考文: い', '備考: 1')}\n備考記載欄:\n  1: い\n`);
  });

  it('change nothing where the text is another by then', async () => {
    await start(LAZY);
    const [action] = await client.codeActions(client.rangeOf('備考文'), ['refactor.extract']);
    await client.change(client.rangeOf('はい'), 'いいえ');
    assert.equal((await client.resolve(action!)).edit, undefined);
    assert.equal((await client.resolve({ ...action!, data: { ...(action!.data as object), uri: 'file:///other' } })).edit, undefined);
  });

  it('are offered with the fixes when somebody asks, and not wherever the cursor goes', async () => {
    await start();
    const place = { start: client.find('77: 該当', true), end: client.find('77: 該当', true) };
    assert.ok((await client.codeActions(place)).some((action) => action.kind === 'refactor.rewrite'));
    assert.deepEqual((await client.codeActions(place, undefined, true)).filter((action) => action.kind !== 'quickfix'), []);
    const selection = { start: client.find('  77:'), end: client.find('77.1: はい', true) };
    assert.ok((await client.codeActions(selection, undefined, true)).some((action) => action.title === '選択した設問を「いいえ」にする（1件）'));
  });

  it('that are many of a kind come each, or as one that opens their list where the client has a command for that', async () => {
    const text = '様式: SDS-4.0\n回答:\n  3: { 備考: [3, 1] }\n備考記載欄:\n  1: い\n  2: ろ\n  3: は\n';
    for (const initializationOptions of [undefined, { codeActionsCommand: 'list.actions' }]) {
      await start(LAZY, text, initializationOptions);
      const place = { start: client.find('3: は'), end: client.find('3: は') };
      const [action, ...others] = (await client.codeActions(place, ['refactor'])).filter(({ kind }) => kind === 'refactor.move');
      assert.equal(others.length, initializationOptions ? 0 : 1);
      assert.deepEqual(action!.command, initializationOptions && { title: action!.title, command: 'list.actions', arguments: [{ kind: 'refactor.move', apply: 'never' }] });
      const [first] = await client.codeActions(place, ['refactor.move']);
      assert.equal(client.apply(await client.resolve(first!)), '様式: SDS-4.0\n回答:\n  3: { 備考: [1, 2] }\n備考記載欄:\n  1: は\n  2: い\n  3: ろ\n');
      if (!initializationOptions) assert.equal(await client.stop(), 0);
    }
  });

  it('survive what a client makes of them', async () => {
    await start(LAZY);
    for (const data of [null, 3, {}, { uri: client.uri }, { uri: client.uri, version: 1, range: null, refactoring: 'x', offer: 1 }]) {
      const answer = await client.resolve({ title: 'い', data });
      assert.equal(answer.edit, undefined);
    }
  });
});
