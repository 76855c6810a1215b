// Things to undo when this process ends, however it ends.
import { constants } from 'node:os';

/** @type {Set<() => void>} */
const undos = new Set();
let installed = false;

/**
 * Registers a synchronous clean-up for the end of the process.
 * @param {() => void} undo
 * @returns {() => void} Forgets it again, for what was cleaned up earlier.
 */
export function onProcessEnd(undo) {
  install();
  undos.add(undo);
  return () => undos.delete(undo);
}

function install() {
  if (installed) return;
  installed = true;
  process.on('exit', () => {
    for (const undo of undos) {
      try {
        undo();
      } catch (error) {
        console.error(error); // The other clean-ups must still run.
      }
    }
  });
  // Without a listener these end the process without the 'exit' event.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
