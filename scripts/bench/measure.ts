// What all benchmarks share: numbers from times, and how they are written down.

/** Times in milliseconds, in no order. */
export interface Sample {
  p50: number;
  p95: number;
  p99: number;
  count: number;
  /** Processor time of one, of all threads, on average; where it was measured. */
  cpu: number;
}

/** @returns the percentiles of some times, by the nearest rank */
export function sampleOf(times: readonly number[]): Sample {
  const sorted = [...times].sort((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), count: sorted.length, cpu: NaN };
}

/** How often a step runs before the next one has its turn: the kernel counts processor time in steps of some milliseconds. */
const BLOCK = 10;

/** Runs steps in turn, so that whatever else the machine does falls upon all alike. @returns the times of each, without the first rounds */
export function alternately<Name extends string>(steps: Record<Name, () => unknown>, rounds: number, warmUp: number): Record<Name, Sample> {
  const names = Object.keys(steps) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  const cpu = new Map(names.map((name) => [name, 0]));
  for (let round = -warmUp; round < rounds; round += BLOCK) {
    for (const name of names) {
      const before = process.cpuUsage();
      for (let run = 0; run < BLOCK; run++) {
        const begun = performance.now();
        steps[name]();
        if (round >= 0) times.get(name)!.push(performance.now() - begun);
      }
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) cpu.set(name, cpu.get(name)! + (user + system) / 1_000);
    }
  }
  const sample = (name: Name): Sample => ({ ...sampleOf(times.get(name)!), cpu: cpu.get(name)! / times.get(name)!.length });
  return Object.fromEntries(names.map((name) => [name, sample(name)])) as Record<Name, Sample>;
}

export function ms(time: number): string {
  return Number.isNaN(time) ? '–' : time < 10 ? `${time.toFixed(2)} ms` : `${time.toFixed(0)} ms`;
}

export function times(ratio: number): string {
  return Number.isFinite(ratio) ? `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×` : '–';
}

/** For what is measured to be compared only. */
export const NO_AIM = '–';

/**
 * @param measured a number with its unit
 * @param aim a number in the same unit, with `at least`, `under`, or words for at most
 * @returns whether the one reaches the other, both as they are printed; nothing where there is no aim
 */
export function verdict(measured: string, aim: string): 'met' | 'missed' | '' {
  if (aim === NO_AIM) return '';
  const [is, wanted] = [measured, aim].map((text) => Number(/[\d.]+/.exec(text)?.[0]));
  const met = aim.startsWith('at least') ? is! >= wanted! : aim.startsWith('under') ? is! < wanted! : is! <= wanted!;
  return met ? 'met' : 'missed';
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
