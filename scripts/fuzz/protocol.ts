// Plays sessions to the bundled server.
import fc from 'fast-check';
import { runSession, session } from '../../test/fuzz/protocol.ts';
import { Client } from '../../test/protocol/client.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

/**
 * A server that has failed once is not asked again: each try that shrinks a session gets its own.
 * @param until fast-check's parameters
 */
export async function fuzzProtocol(until: object): Promise<Outcome> {
  let client: Client | undefined;
  const details = await fc.check(fc.asyncProperty(session, async (steps) => {
    client ??= await Client.start();
    try {
      await runSession(client, steps);
    } catch (error) {
      client.process.kill();
      client = undefined;
      throw error;
    }
  }), until);
  client?.process.kill();
  return outcomeOf(details);
}
