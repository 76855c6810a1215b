/**
 * Makes what is asked for in a page one after the other. Whoever answers quickly clicks again before the page shows what
 * the last click did: what is asked for is then about a text that only the page itself has changed since, which is no
 * reason to refuse it.
 */
export class EditQueue {
  #last: Promise<unknown> = Promise.resolve();
  /** By the version that an edit of the page's own has made, the version that it was made on. */
  readonly #own = new Map<number, number>();

  /**
   * @param shown the document's version that the page showed when it asked; undefined for what is about whatever was done last
   * @param current the document's version when it is asked for; undefined when the document is closed
   * @param make makes the edit on the version it is handed; false when that cannot be done
   * @returns whether it is made; false also when somebody else has changed the text since
   */
  run(shown: number | undefined, current: () => number | undefined, make: (version: number) => Promise<boolean>): Promise<boolean> {
    const made = this.#last.then(async () => {
      const before = current();
      if (before === undefined || (shown !== undefined && !this.#isOwn(shown, before))) return false;
      const done = await make(before);
      const after = current();
      if (done && after === before + 1) this.#own.set(after, before);
      return done;
    });
    this.#last = made.catch(() => undefined);
    return made;
  }

  /** Another document's versions have nothing to do with these. */
  clear(): void {
    this.#own.clear();
  }

  #isOwn(from: number, to: number): boolean {
    let version: number | undefined = to;
    while (version !== undefined && version > from) version = this.#own.get(version);
    return version === from;
  }
}
