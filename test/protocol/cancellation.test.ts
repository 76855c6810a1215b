import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import { Client } from './client.ts';

const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');

describe('A request about an open sheet', () => {
  let client: Client;
  let release = (): void => {};
  /** Nothing is answered before the client has said what it has set, so that a request can be taken back until then. */
  const held = new Promise<void>((resolve) => void (release = resolve));

  /** Every request, at the answer of question 21, which cites remark 7. */
  function requests(): [method: string, params: object][] {
    const { uri } = client;
    const textDocument = { uri };
    const position = client.find('備考: 7', true);
    const range = { start: client.find('  21:'), end: position };
    const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const options = { tabSize: 2, insertSpaces: true };
    return [
      ...['hover', 'completion', 'definition', 'documentHighlight', 'prepareRename'].map((name): [string, object] => [`textDocument/${name}`, { textDocument, position }]),
      ...['documentSymbol', 'foldingRange', 'codeLens', 'documentLink', 'semanticTokens/full', 'diagnostic'].map((name): [string, object] => [`textDocument/${name}`, { textDocument }]),
      ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
      ['textDocument/rename', { textDocument, position, newName: '70' }],
      ['textDocument/selectionRange', { textDocument, positions: [position] }],
      ['textDocument/semanticTokens/range', { textDocument, range }],
      ['textDocument/inlayHint', { textDocument, range: whole }],
      ['textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } }],
      ['textDocument/formatting', { textDocument, options }],
      ['textDocument/rangeFormatting', { textDocument, range: whole, options }],
      ['sds/openQuestion', { uri, position }],
      ['sds/problem', { uri, position }],
      ['sds/preview', { uri }],
      ['sds/edit', { uri, version: client.version, edits: [{ kind: 'answer', row: '21', word: 'いいえ' }] }],
      ['sds/reference', { uri, reference: '6.5.C12' }],
      ['sds/lookUp', { uri, what: '21' }],
      ['sds/render', { uri }],
      ['sds/report', { uri, name: 'a' }],
      ['sds/openRows', { uri }],
      ['sds/state', { uri }],
      ['sds/questionLines', { uri }],
    ];
  }

  const isEmpty = (answer: unknown): boolean => answer === null || (Array.isArray(answer) ? answer : Object.values(answer as object).find(Array.isArray) ?? [answer]).length === 0;

  before(async () => {
    client = await Client.start({ settings: () => held });
    // Something for every request: a question left out, one as a comment, a line to be formatted.
    await client.open(sample.replace('  10: はい\n', '').replace('  21:\n', '  #? 6.5.C12 送受信\n  21:   \n'));
  });
  after(async () => {
    assert.deepEqual(client.logged, [], 'no feature has thrown');
    assert.equal(await client.stop(), 0);
  });

  it('is answered with nothing once it is taken back, and else with something', async () => {
    const taken = requests().map(async ([method, params]): Promise<[string, boolean]> => {
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest(method, params, source.token);
      source.cancel();
      return [method, isEmpty(await answer.catch(() => null))];
    });
    release();
    assert.deepEqual((await Promise.all(taken)).filter(([, empty]) => !empty), []);
    const answered = await Promise.all(requests().map(async ([method, params]): Promise<[string, boolean]> => [method, isEmpty(await client.connection.sendRequest(method, params))]));
    assert.deepEqual(answered.filter(([, empty]) => empty), []);
  });
});
