/** The clock, so that a test can be it. */
export interface Clock {
  now(): number;
  /** @returns what cancels it */
  after(milliseconds: number, run: () => void): () => void;
}

const CLOCK: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** At most this often, in milliseconds. */
const INTERVAL = 100;

/**
 * Decides when to bring a view up to date: at once when it was quiet, otherwise at intervals, and never twice at
 * the same time, so that a busy server is not asked again for what it has not answered yet.
 */
export class Updates {
  readonly #load: () => Promise<boolean>;
  readonly #clock: Clock;
  #running = false;
  #again = false;
  #last = -Infinity;
  #cancel: (() => void) | undefined;
  #disposed = false;

  /** @param load brings the view up to date; false when what it got was already out of date */
  constructor(load: () => Promise<boolean>, clock: Clock = CLOCK) {
    this.#load = load;
    this.#clock = clock;
  }

  /** Asks for an update. */
  request(): void {
    if (this.#running) this.#again = true;
    else if (!this.#cancel && !this.#disposed) this.#schedule();
  }

  dispose(): void {
    this.#disposed = true;
    this.#cancel?.();
  }

  #schedule(): void {
    const wait = this.#last + INTERVAL - this.#clock.now();
    if (wait <= 0) return void this.#run();
    this.#cancel = this.#clock.after(wait, () => {
      this.#cancel = undefined;
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#again = false;
    this.#last = this.#clock.now();
    let fresh = true;
    try {
      fresh = await this.#load();
    } finally {
      this.#running = false;
      if (this.#again || !fresh) this.request();
    }
  }
}
