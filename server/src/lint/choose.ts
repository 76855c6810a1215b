import type { Sheet, Span } from '../sheet/model.ts';
import { firstIndex } from '../text/first-index.ts';
import { fixesOf } from './lint.ts';
import type { Finding, Fix } from './rule.ts';

export interface Chosen {
  finding: Finding;
  fix: Fix;
}

/**
 * One fix of each finding, as far as they can be made together: what meets an earlier one is left out.
 * @param wanted which of a finding's fixes
 * @param meet whether two edits cannot both be made; not where one begins behind the other's end
 */
export function chooseFixes(
  findings: Finding[], sheet: Sheet, wanted: (fix: Fix) => boolean, meet: (a: Span, b: Span) => boolean = share,
): Chosen[] {
  const chosen: Chosen[] = [];
  const taken = new Taken(meet);
  for (const finding of findings) {
    const fix = fixesOf(finding, sheet).find(wanted);
    if (!fix || fix.edits.some(({ span }) => taken.meets(span))) continue;
    chosen.push({ finding, fix });
    for (const { span } of fix.edits) taken.add(span);
  }
  return chosen;
}

/** The first safe fix of each finding that has one: see `chooseFixes`. */
export function chooseSafeFixes(findings: Finding[], sheet: Sheet, meet?: (a: Span, b: Span) => boolean): Chosen[] {
  return chooseFixes(findings.filter(({ rule }) => rule.hasSafeFixes), sheet, (fix) => fix.safe === true, meet);
}

/** They share a character, or insert at the same place. */
function share(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}

/** Stretches that do not overlap, in the document's order: looking at all of them for each finding is square. */
class Taken {
  readonly #meet: (a: Span, b: Span) => boolean;
  readonly #spans: Span[] = [];

  constructor(meet: (a: Span, b: Span) => boolean) {
    this.#meet = meet;
  }

  add(span: Span): void {
    this.#spans.splice(this.#indexOf(span), 0, span);
  }

  meets(span: Span): boolean {
    const from = this.#indexOf(span);
    for (let at = from - 1; at >= 0 && this.#spans[at]!.end >= span.start; at--) if (this.#meet(span, this.#spans[at]!)) return true;
    for (let at = from; at < this.#spans.length && this.#spans[at]!.start <= span.end; at++) if (this.#meet(span, this.#spans[at]!)) return true;
    return false;
  }

  /** Where a stretch belongs: behind those that begin or, beginning with it, end before it. */
  #indexOf({ start, end }: Span): number {
    return firstIndex(this.#spans, (one) => one.start < start || (one.start === start && one.end < end));
  }
}
