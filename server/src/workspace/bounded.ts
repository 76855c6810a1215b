/** Keeps what was last asked for, up to a total weight; what was asked for longest ago goes first. */
export class Bounded<Value> {
  readonly #most: number;
  readonly #kept = new Map<string, { value: Value; weight: number }>();
  #weight = 0;

  /** @param most the total weight that is kept */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    const found = this.#kept.get(key);
    if (!found) return undefined;
    // A map is in the order in which its keys were put in.
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.value;
  }

  set(key: string, value: Value, weight: number): void {
    this.delete(key);
    if (weight > this.#most) return;
    this.#kept.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.#most) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }

  get size(): number {
    return this.#kept.size;
  }
}
