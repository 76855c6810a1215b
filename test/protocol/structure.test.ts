import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { DocumentSymbol, FoldingRange, SelectionRange, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import { Client } from './client.ts';

const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');

describe('The structure of a sheet over the protocol', () => {
  let client: Client;
  const ask = <T>(method: string, params: object = {}): Promise<T> => client.connection.sendRequest<T>(method, { textDocument: { uri: client.uri }, ...params });

  before(async () => {
    client = await Client.start();
    await client.open(sample);
  });
  after(async () => {
    assert.deepEqual(client.logged, [], 'no feature has thrown');
    assert.equal(await client.stop(), 0);
  });

  it('is an outline', async () => {
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
    const sections = symbols.filter((one) => one.children);
    assert.equal(sections.length, 13, 'twelve sections and the table of remarks');
    assert.equal(sections.at(-1)!.children!.length, 7);
  });

  it('folds', async () => {
    const ranges = await ask<FoldingRange[]>('textDocument/foldingRange');
    const { line } = client.find('  17.1:');
    assert.ok(ranges.some((range) => range.startLine === line && range.endLine === line + 9));
  });

  it('is selected outwards', async () => {
    const [range] = await ask<SelectionRange[]>('textDocument/selectionRange', { positions: [client.find('はい', true)] });
    assert.ok(range!.parent);
  });

  it('is coloured by what words mean, also where only a part is asked for', async () => {
    const { semanticTokensProvider } = client.initialized.capabilities;
    const legend = (semanticTokensProvider as { legend: SemanticTokensLegend }).legend;
    const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full');
    assert.equal(data.length % 5, 0);
    assert.equal(legend.tokenTypes[data[3]!], 'property');
    assert.equal(data[4], 1 << legend.tokenModifiers.indexOf('gate'), 'the first question is a gate');
    const part = await ask<SemanticTokens>('textDocument/semanticTokens/range', { range: client.rangeOf('  17.1:') });
    assert.equal(part.data.length, 5);
  });

  it('is empty for a document that is not open', async () => {
    for (const method of ['documentSymbol', 'foldingRange', 'semanticTokens/full']) {
      const answer = await client.connection.sendRequest<unknown[] | { data: unknown[] }>(`textDocument/${method}`, { textDocument: { uri: 'file:///other' } });
      assert.equal((Array.isArray(answer) ? answer : answer.data).length, 0, method);
    }
  });
});
