// Looks for texts and sessions that the engine or the bundled server does not bear.
// usage: npm run fuzz -- [--minutes N] [--seed N] [--only engine|protocol]
// What it finds is shrunk and written to test/fixtures/fuzz, where the tests play it from then on; exit status 1.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { engineCase, runEngineCase } from '../test/fuzz/engine.ts';
import { runSession, session, type Step } from '../test/fuzz/protocol.ts';
import { Client } from '../test/protocol/client.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string' }, only: { type: 'string' } } });
const minutes = Number(values.minutes);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
if (!(minutes > 0) || !Number.isInteger(seed) || ![undefined, 'engine', 'protocol'].includes(values.only)) {
  console.error('usage: npm run fuzz -- [--minutes N] [--seed N] [--only engine|protocol]');
  process.exit(2);
}

const kinds = (['engine', 'protocol'] as const).filter((kind) => values.only === undefined || kind === values.only);
async function main(): Promise<void> {
  for (const kind of kinds) {
    const until = { seed, numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: minutes * 60_000 / kinds.length, markInterruptAsFailure: false };
    console.log(`${kind}: seed ${seed}, ${(minutes / kinds.length).toFixed(1)} min`);
    const result = kind === 'engine' ? fc.check(fc.property(engineCase, runEngineCase), until) : await checkServer(until);
    console.log(`${kind}: ${result.numRuns} runs, ${result.failed ? 'failed' : 'nothing found'}`);
    if (!result.failed) continue;
    const folder = new URL('../test/fixtures/fuzz/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL(`${kind}-${seed}.json`, folder), `${JSON.stringify(result.counterexample?.[0], null, 2)}\n`);
    console.log(`written to test/fixtures/fuzz/${kind}-${seed}.json`);
    console.log(result.errorInstance instanceof Error ? result.errorInstance.stack : result.errorInstance);
    process.exitCode = 1;
  }
}

/** A server that has failed once is not asked again: each try that shrinks a session gets its own. */
async function checkServer(until: object): Promise<fc.RunDetails<[Step[]]>> {
  let client: Client | undefined;
  const result = await fc.check(fc.asyncProperty(session, async (steps) => {
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
  return result;
}

void main();
