// Watches over the process that plays cases to the engine.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EngineCase } from '../../test/fuzz/engine.ts';
import type { EngineNews } from './engine-process.ts';
import type { Outcome } from './outcome.ts';

/**
 * @param until fast-check's parameters
 * @param patience milliseconds after which a case counts as one that never ends
 * @returns what came of it; a case that never ends is told as it was made, since nothing could be left out of it
 */
export async function fuzzEngine(until: object, patience: number): Promise<Outcome> {
  const program = fileURLToPath(new URL('engine-process.ts', import.meta.url));
  const player = spawn(process.execPath, ['--import=tsx', program, JSON.stringify(until)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let runs = 0;
  let playing: EngineCase | undefined;
  let outcome: Outcome | undefined;
  let patient: NodeJS.Timeout | undefined;
  for await (const line of createInterface(player.stdout)) {
    const news = JSON.parse(line) as EngineNews;
    clearTimeout(patient);
    if (!('playing' in news)) outcome = news;
    else {
      runs++;
      playing = news.playing;
      patient = setTimeout(() => {
        outcome = { runs, failed: { counterexample: playing, reason: `The engine has not come to an end within ${patience / 1_000} s.` } };
        player.kill('SIGKILL');
      }, patience);
    }
  }
  clearTimeout(patient);
  return outcome ?? { runs, failed: { counterexample: playing, reason: 'The process has ended without a word.' } };
}
