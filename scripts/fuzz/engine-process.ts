// Plays cases to the engine in a process of its own: whoever started it can tell one that never ends by nothing coming after it.
// usage: node --import=tsx scripts/fuzz/engine-process.ts PARAMETERS
//   PARAMETERS   fast-check's, as JSON
import { writeSync } from 'node:fs';
import fc from 'fast-check';
import { engineCase, runEngineCase, type EngineCase } from '../../test/fuzz/engine.ts';
import { outcomeOf, type Outcome } from './outcome.ts';

/** A line of standard output, as JSON: each case before it is played, then what came of all. */
export type EngineNews = { playing: EngineCase } | Outcome;

const tell = (news: EngineNews): unknown => writeSync(1, `${JSON.stringify(news)}\n`);
tell(outcomeOf(fc.check(fc.property(engineCase, (one) => {
  tell({ playing: one });
  runEngineCase(one);
}), JSON.parse(process.argv[2]!) as fc.Parameters<[EngineCase]>)));
