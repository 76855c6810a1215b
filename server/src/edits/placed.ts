import type { Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { firstIndex } from '../text/first-index.ts';

/** Edits in the order of their places, so that those of one row are found without looking at those of all others. */
export class PlacedEdits {
  readonly #all: Edit[];

  /** @param edits in any order; those at one place stay in theirs */
  constructor(edits: readonly Edit[]) {
    this.#all = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  get all(): readonly Edit[] {
    return this.#all;
  }

  /** Takes out all that change nothing but a stretch, with what is inserted at its ends. */
  take({ start, end }: Span): Edit[] {
    const from = firstIndex(this.#all, ({ span }) => span.start < start);
    const to = firstIndex(this.#all, ({ span }) => span.start <= end);
    const there = this.#all.splice(from, to - from);
    this.add(there.filter(({ span }) => span.end > end));
    return there.filter(({ span }) => span.end <= end);
  }

  /** Puts edits in, behind those at the same place. */
  add(edits: readonly Edit[]): void {
    for (const edit of edits) {
      const { start, end } = edit.span;
      this.#all.splice(firstIndex(this.#all, ({ span }) => span.start < start || (span.start === start && span.end <= end)), 0, edit);
    }
  }
}
