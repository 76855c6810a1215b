// What a program of ours has done, counted by V8 and not timed: the same on every machine, however busy.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Coverage {
  result: { url: string; functions: { functionName: string; ranges: { count: number }[] }[] }[];
}

export interface Work {
  /** How often a function or a part of one (a branch, the body of a loop) was entered. */
  steps: number;
  /** How often the YAML library has made documents of a text. */
  parses: number;
}

/** A folder in which programs that run with the given variables leave what they have done, when they end. */
export class Counter {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'sds-work-'));
  readonly env = { NODE_V8_COVERAGE: this.#folder };

  /**
   * @param program what the paths of the scripts have in common that count
   * @returns what was done since it was last asked
   */
  take(program: string): Work {
    const work = { steps: 0, parses: 0 };
    const names = readdirSync(this.#folder);
    if (names.length === 0) throw new Error('No program has left what it has done.');
    for (const name of names) {
      const { result } = JSON.parse(readFileSync(path.join(this.#folder, name), 'utf8')) as Coverage;
      rmSync(path.join(this.#folder, name));
      for (const { functionName, ranges } of result.filter(({ url }) => url.includes(program)).flatMap(({ functions }) => functions)) {
        for (const { count } of ranges) work.steps += count;
        // The names of methods outlive the bundler.
        if (functionName === 'compose') work.parses += ranges[0]!.count;
      }
    }
    return work;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
