import assert from 'node:assert/strict';
import type { ClientCapabilities, CompletionItem } from 'vscode-languageserver';
import { Client } from './client.ts';

const SHEET = `様式: SDS-4.0\n回答:\n  76\n`;
const AS_VSCODE: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] } } } },
};

describe('Completion over the protocol', () => {
  let client: Client;
  const items = async (capabilities?: ClientCapabilities): Promise<CompletionItem[]> => {
    client = await Client.start(capabilities ? { capabilities } : {});
    await client.open(SHEET);
    return (await client.completion(client.find('76', true))).items;
  };
  const resolve = (item: CompletionItem): Promise<CompletionItem> => client.connection.sendRequest('completionItem/resolve', item);
  afterEach(async () => {
    assert.deepEqual(client.logged, [], 'no feature has thrown');
    assert.equal(await client.stop(), 0);
  });

  it('is plain text with its documentation for a client that can do no more', async () => {
    const [row, whole] = await items();
    assert.equal(row!.insertTextFormat, undefined);
    assert.equal((whole!.textEdit as { newText: string }).newText, '76:\n    回答: \n    備考文: ');
    assert.match((row!.documentation as { value: string }).value, /76/);
    assert.deepEqual(await resolve(row!), row);
  });

  it('has snippets, and its documentation when an item is looked at, for a client that can', async () => {
    const [row, whole] = await items(AS_VSCODE);
    assert.equal(whole!.insertTextFormat, 2);
    assert.equal((whole!.textEdit as { newText: string }).newText, '76:\n    回答: ${1|はい,いいえ,対象外|}\n    備考文: $2');
    assert.equal(row!.documentation, undefined);
    assert.match(((await resolve(row!)).documentation as { value: string }).value, /76/);
  });

  it('survives what a client makes of an item', async () => {
    await items(AS_VSCODE);
    for (const data of [null, 3, { uri: 'file:///other', question: '76' }, { uri: client.uri, question: '999' }, { uri: client.uri, reference: '' }]) {
      assert.equal((await resolve({ label: 'い', data })).label, 'い');
    }
  });

  it('has no character that accepts an item of every list', async () => {
    await items();
    assert.equal(client.initialized.capabilities.completionProvider!.allCommitCharacters, undefined);
    assert.equal(client.initialized.capabilities.completionProvider!.resolveProvider, true);
  });
});
