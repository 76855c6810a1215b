import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { FoundFile } from './files.ts';
import { lintingThread, type LintThread, type LintThreads } from './lint-in-order.ts';
import type { Linted, LintJob } from './lint-job.ts';
import { contextOf, type Host } from './program.ts';

type Answer = { linted: Linted[] } | { failed: true };

/** @param program the file that runs as a thread too, and then calls `lintFromThread` */
export function lintThreads(program: string): LintThreads {
  return { cores: availableParallelism(), start: (job) => new ThreadOfWorker(new Worker(program, { workerData: job })) };
}

class ThreadOfWorker implements LintThread {
  readonly #worker: Worker;
  readonly #waiting: { resolve: (linted: Linted[]) => void; reject: (reason: Error) => void }[] = [];
  #gone: Error | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: Answer) => {
      const { resolve, reject } = this.#waiting.shift()!;
      if ('linted' in answer) resolve(answer.linted);
      else reject(new Error('A thread has failed.'));
    });
    worker.on('error', (error: Error) => this.#leave(error));
    worker.on('exit', () => this.#leave(new Error('A thread has ended.')));
  }

  run(files: FoundFile[]): Promise<Linted[]> {
    return new Promise((resolve, reject) => {
      if (this.#gone) return reject(this.#gone);
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(files);
    });
  }

  end(): void {
    void this.#worker.terminate();
  }

  #leave(reason: Error): void {
    this.#gone ??= reason;
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }
}

/** Checks what the thread is asked to, one part after the other. */
export function lintFromThread(host: Host): void {
  const job = workerData as LintJob;
  const check = lintingThread(job, contextOf(job.locale, host));
  let last: Promise<void> = Promise.resolve();
  parentPort!.on('message', (files: FoundFile[]) => {
    last = last.then(async () => {
      const answer: Answer = await check(files).then((linted) => ({ linted }), () => ({ failed: true as const }));
      parentPort!.postMessage(answer);
    });
  });
}
