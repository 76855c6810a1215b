import { setFlagsFromString } from 'node:v8';

/**
 * A run of the command is over within seconds. Left to itself, the engine of Node 20 spends a third of them on making functions
 * fast that then hardly run any more: each with all that it calls taken into it. So it waits longer, and takes less into one.
 * Those of other versions weigh this otherwise, and complain of flags that they do not know.
 */
export function expectShortRun(): void {
  if (!process.versions.v8.startsWith('11.')) return;
  setFlagsFromString('--interrupt-budget=528000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}
