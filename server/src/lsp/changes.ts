import type { CancellationToken } from 'vscode-languageserver';
import { uriKey } from '../workspace/uris.ts';

/** Changes come in bursts, so that one waits until none came for a while, but not forever; in milliseconds. */
const PAUSE = 300;
const PATIENCE = 2000;

/** A sheet that may be different now. */
export interface Change {
  uri: string;
  /** Its document was closed, with which clients forget what they were told of it. */
  closed: boolean;
}

/** What became of sheets since somebody last asked. */
export class ChangeQueue {
  #all = false;
  #changes = new Map<string, Change>();
  #count = 0;
  #wake: () => void = () => {};

  add(uri: string, closed = false): void {
    const key = uriKey(uri);
    this.#changes.set(key, { uri, closed: closed || this.#changes.get(key)?.closed === true });
    this.#woken();
  }

  /** Every sheet may be different. */
  addAll(): void {
    this.#all = true;
    this.#woken();
  }

  /**
   * Waits until there is something.
   * @returns `all` beside those that were closed when every sheet may be different; undefined when it is cancelled
   */
  async next(token: CancellationToken): Promise<{ all: boolean; changes: Change[] } | undefined> {
    const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    if (!this.#all && this.#changes.size === 0) await Promise.race([cancelled, new Promise<void>((resolve) => this.#wake = resolve)]);
    for (let waited = 0, seen = -1; seen !== this.#count && waited < PATIENCE && !token.isCancellationRequested; waited += PAUSE) {
      seen = this.#count;
      await Promise.race([cancelled, new Promise((resolve) => setTimeout(resolve, PAUSE))]);
    }
    if (token.isCancellationRequested) return undefined;
    const found = { all: this.#all, changes: [...this.#changes.values()] };
    this.#all = false;
    this.#changes = new Map();
    return found;
  }

  #woken(): void {
    this.#count++;
    this.#wake();
  }
}

/** Hands what becomes of sheets to everybody who waits for it. */
export class Changes {
  readonly #queues = new Set<ChangeQueue>();

  /** @returns a queue for what comes from now on; whoever is done with it says so by `leave` */
  join(): ChangeQueue {
    const queue = new ChangeQueue();
    this.#queues.add(queue);
    return queue;
  }

  leave(queue: ChangeQueue): void {
    this.#queues.delete(queue);
  }

  add(uri: string, closed = false): void {
    for (const queue of this.#queues) queue.add(uri, closed);
  }

  addAll(): void {
    for (const queue of this.#queues) queue.addAll();
  }
}
