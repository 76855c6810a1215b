import { RAL } from 'vscode-languageserver';

/** A message that waits in the stream is taken out, understood and handled in a turn each; a second one may wait behind it. */
const TURNS = 4;

/** Waits no time, but until what has come in by now is handled: of what is behind an edit nothing has to wait for its check. */
export async function whatCameIn(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise<void>((resolve) => RAL().timer.setImmediate(resolve));
}
