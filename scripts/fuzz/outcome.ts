import type { RunDetails } from 'fast-check';

/** What came of a run, and what failed in it if anything did. */
export interface Outcome {
  runs: number;
  failed?: { counterexample: unknown; reason: string };
}

/** @returns what matters of fast-check's details */
export function outcomeOf<Case>({ numRuns: runs, failed, counterexample, errorInstance }: RunDetails<[Case]>): Outcome {
  return failed ? { runs, failed: { counterexample: counterexample?.[0], reason: errorInstance instanceof Error ? String(errorInstance.stack) : String(errorInstance) } } : { runs };
}
