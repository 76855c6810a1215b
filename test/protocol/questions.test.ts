import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { QuestionLinesResult } from '../../server/src/lsp/protocol.ts';
import { Client } from './client.ts';

const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');
const NOTHING = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe('Question comments over the protocol', () => {
  let client: Client;

  before(async () => void (client = await Client.start()));

  after(async () => {
    assert.deepEqual(client.logged, []);
    assert.equal(await client.stop(), 0);
  });

  it('are written and removed by source actions, and nothing else changes', async () => {
    await client.open(sample);
    const [write] = await client.codeActions(NOTHING, ['source.questionComments.write.sds']);
    const written = client.apply(write!);
    assert.equal(written.match(/^ +#\? /gm)!.length, written.match(/^ {2,4}[0-9記生物そ][^ ]*:/gm)!.length - 7);

    await client.open(written);
    assert.deepEqual(await client.codeActions(NOTHING, ['source.questionComments.write.sds']), []);
    const [remove] = await client.codeActions(NOTHING, ['source.questionComments.remove.sds']);
    assert.equal(client.apply(remove!), sample);
  });

  it('are not among the actions that nobody asked for', async () => {
    await client.open(sample);
    assert.ok((await client.codeActions(NOTHING)).every(({ kind }) => !kind!.startsWith('source')));
  });

  it('are told to a client that dims and hides them', async () => {
    await client.open('様式: SDS-4.0\n回答:\n  # 体制\n  3: はい\n  #? 6.3.C1 担当者\n  4: はい\n');
    const told = await client.connection.sendRequest<QuestionLinesResult & object>('sds/questionLines', { uri: client.uri });
    assert.deepEqual(told, { ...told, runs: [{ first: 4, last: 4 }], folds: [3] });
    assert.equal(await client.connection.sendRequest('sds/questionLines', { uri: 'file:///nowhere.sds.yaml' }), null);
  });
});
