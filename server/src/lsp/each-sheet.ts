import type { CancellationToken } from 'vscode-languageserver';
import { breather } from './breathe.ts';
import type { LongRun } from './long-run.ts';
import type { Remembered, SheetIndex } from './sheet-index.ts';

/**
 * Goes through all sheets, the open folders' first, and lets others have their turn meanwhile.
 * @param visit is given what is remembered of each sheet that can be read
 * @returns false when it was cancelled
 */
export async function eachSheet(sheets: SheetIndex, token: CancellationToken, run: LongRun, visit: (sheet: Remembered) => void | Promise<void>): Promise<boolean> {
  const breathe = breather();
  try {
    const uris = await sheets.all();
    for (const [done, uri] of uris.entries()) {
      await run.update(done, uris.length);
      const remembered = await sheets.facts(uri);
      if (token.isCancellationRequested) return false;
      if (remembered) await visit(remembered);
      await breathe();
    }
    await run.update(uris.length, uris.length);
    return !token.isCancellationRequested;
  } finally {
    run.done();
  }
}
