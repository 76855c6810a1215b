import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { runSession, session, type Step } from '../fuzz/protocol.ts';
import { runs } from '../support/styled.ts';
import { Client } from './client.ts';

const found = new URL('../fixtures/fuzz/', import.meta.url);

describe('The server under a careless client', () => {
  let client: Client;
  before(async () => void (client = await Client.start()));
  after(() => client.stop());

  it('answers everything, and says in the end what it would say of the text anew', async () => {
    await fc.assert(fc.asyncProperty(session, (steps) => runSession(client, steps)), runs(200));
  }).timeout(180_000);

  for (const file of readdirSync(found).filter((name) => name.startsWith('protocol-'))) {
    it(`holds for what was once found: ${file}`, () => runSession(client, JSON.parse(readFileSync(new URL(file, found), 'utf8')) as Step[]));
  }
});
