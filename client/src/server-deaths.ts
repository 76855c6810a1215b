/** A server that dies more often than this within the time is not started again: it would die of the same thing. */
const RESTARTS = 4;
const WITHIN_MS = 3 * 60_000;

/** What to do about a language server that has died. */
export class ServerDeaths {
  readonly #times: number[] = [];

  /**
   * @param now the time of this death, in milliseconds
   * @returns whether to start it again, and whether to tell the user so, which is done the first time only
   */
  next(now: number): { restart: boolean; tell: boolean } {
    this.#times.push(now);
    const restart = this.#times.filter((time) => now - time <= WITHIN_MS).length <= RESTARTS;
    return { restart, tell: !restart || this.#times.length === 1 };
  }
}
