import type { Translate } from '../l10n/translate.ts';
import type { Io } from './io.ts';

/** How long a run may take before it says how far it is, and between two times that it does, in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 200;

/** A line that tells how far a long run is, where a terminal watches; nothing otherwise. */
export class Progress {
  readonly #io: Io;
  readonly #translate: Translate;
  #next: number;
  #shown = false;

  constructor(io: Io, translate: Translate) {
    this.#io = io;
    this.#translate = translate;
    this.#next = io.now() + PATIENCE;
  }

  async update(done: number, total: number): Promise<void> {
    if (!this.#io.stderr.isTTY || this.#io.now() < this.#next) return;
    this.#next = this.#io.now() + INTERVAL;
    this.#shown = true;
    await this.#io.stderr.write(`\r\u001b[K${this.#translate({ key: 'cli.progress', args: { done, total } })}`);
  }

  /** Makes room for other output. */
  async clear(): Promise<void> {
    if (!this.#shown) return;
    this.#shown = false;
    await this.#io.stderr.write('\r\u001b[K');
  }
}
