import type { Context } from './context.ts';
import type { FoundFile } from './files.ts';
import { linter, type Linted, type LintJob } from './lint-job.ts';
import { readingAhead } from './read-ahead.ts';

/** A thread beside this one that checks files. */
export interface LintThread {
  /** @returns what came of each of some files, in their order; rejected when the thread is gone */
  run(files: FoundFile[]): Promise<Linted[]>;
  end(): void;
}

/** What the host has of threads; absent where there is but one. */
export interface LintThreads {
  /** How many run at the same time. */
  cores: number;
  start(job: LintJob): LintThread;
}

/** A thread is worth its start for as many files. */
const WORTH = 100;
/** More threads wait for one another's memory. */
const MOST = 4;
/** Files that a thread is given at once, and how often ahead of what is written; together they bound the memory. */
const TOGETHER = 16;
const AHEAD = 2;

/**
 * Checks files, on several cores where there are many.
 * @returns what came of each, in the order of the files, as it is asked for
 */
export async function* lintedInOrder(files: FoundFile[], job: LintJob, context: Context): AsyncGenerator<Linted> {
  const count = Math.min(context.threads?.cores ?? 1, MOST, Math.floor(files.length / WORTH));
  // Standard input can be read here only.
  if (!context.threads || count < 2 || files.some((file) => file.path === undefined)) return void (yield* oneByOne(files, job, context));
  const threads = Array.from({ length: count }, () => context.threads!.start(job));
  try {
    const parts = Array.from({ length: Math.ceil(files.length / TOGETHER) }, (_, at) => files.slice(at * TOGETHER, (at + 1) * TOGETHER));
    const begun: Promise<Linted[]>[] = [];
    const begin = (part: FoundFile[], at: number): void => void begun.push(threads[at % count]!.run(part).catch(() => gathered(oneByOne(part, job, context))));
    parts.slice(0, count * AHEAD).forEach(begin);
    for (let at = 0; at < parts.length; at++) {
      const linted = await begun.shift()!;
      const further = at + count * AHEAD;
      if (further < parts.length) begin(parts[further]!, further);
      yield* linted;
    }
  } finally {
    for (const thread of threads) thread.end();
  }
}

async function* oneByOne(files: FoundFile[], job: LintJob, context: Context): AsyncGenerator<Linted> {
  const check = linter(job, { ...context, io: { ...context.io, readFile: readingAhead(context.io, files.flatMap((file) => file.path ?? [])) } });
  for (const file of files) yield await check(file);
}

/** @returns what came of files, all at once */
export async function gathered(linted: AsyncIterable<Linted>): Promise<Linted[]> {
  const all: Linted[] = [];
  for await (const one of linted) all.push(one);
  return all;
}

/** @returns what checks files in a thread of its own */
export function lintingThread(job: LintJob, context: Context): (files: FoundFile[]) => Promise<Linted[]> {
  const told = new Set<string>();
  const check = linter(job, context);
  return async (files) => {
    const all: Linted[] = [];
    for (const file of files) {
      const linted = await check(file);
      // Once is enough, and what is of many files is much.
      all.push({ ...linted, places: linted.places.filter(({ uri, problems }) => problems.length > 0 && !told.has(uri) && told.add(uri)) });
    }
    return all;
  };
}
