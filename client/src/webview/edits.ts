import type { SheetEdit } from '../../../server/src/edits/answering/edit.ts';
import { send, shown } from './host.ts';

/** What happens when edits are made, or cannot be. */
interface Outcome {
  done: () => void;
  refused: (reason: string) => void;
}

let asked = 0;
const waiting = new Map<number, Outcome>();

/** Asks for edits of what is shown, to be made together. @param outcome for whoever waits for them */
export function edit(edits: SheetEdit[], outcome?: Outcome): void {
  const id = ++asked;
  if (outcome) waiting.set(id, outcome);
  send({ type: 'edit', id, version: shown.update!.version, edits });
}

/** @returns whether somebody has waited for the edits of this number; without a reason they are made */
export function settled(id: number | undefined, reason?: string): boolean {
  const outcome = id === undefined ? undefined : waiting.get(id);
  if (id !== undefined) waiting.delete(id);
  if (reason === undefined) outcome?.done();
  else outcome?.refused(reason);
  return outcome !== undefined;
}
