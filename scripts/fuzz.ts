// Looks for texts and sessions that the engine or the bundled server does not bear.
// usage: npm run fuzz -- [--minutes N] [--seed N] [--only engine|protocol]
// What it finds is shrunk and written to test/fixtures/fuzz, where the tests play it from then on; exit status 1.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzzEngine } from './fuzz/engine.ts';
import { fuzzProtocol } from './fuzz/protocol.ts';

/** Milliseconds; the slowest of all cases takes a small part of it. */
const PATIENCE = 60_000;

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
    const { runs, failed } = kind === 'engine' ? await fuzzEngine(until, PATIENCE) : await fuzzProtocol(until);
    console.log(`${kind}: ${runs} runs, ${failed ? 'failed' : 'nothing found'}`);
    if (!failed) continue;
    const folder = new URL('../test/fixtures/fuzz/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL(`${kind}-${seed}.json`, folder), `${JSON.stringify(failed.counterexample, null, 2)}\n`);
    console.log(`written to test/fixtures/fuzz/${kind}-${seed}.json`);
    console.log(failed.reason);
    process.exitCode = 1;
  }
}

void main();
