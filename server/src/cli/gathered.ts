import type { Output } from './io.ts';

/** In UTF-16 units: as much as a pipe takes at once. */
const PIECE = 1 << 16;

/** Output written in large pieces: to write each little one by itself takes more work than to make it. */
export class Gathered {
  readonly #output: Output;
  #waiting = '';

  constructor(output: Output) {
    this.#output = output;
  }

  /** Takes text, which is written at once only where somebody watches a terminal. */
  async write(text: string): Promise<void> {
    this.#waiting += text;
    if (this.#output.isTTY || this.#waiting.length >= PIECE) await this.flush();
  }

  /** Writes what waits. */
  async flush(): Promise<void> {
    if (this.#waiting === '') return;
    const text = this.#waiting;
    this.#waiting = '';
    await this.#output.write(text);
  }
}
