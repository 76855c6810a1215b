import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Io } from './io.ts';

/** How long reading a file may take, in milliseconds on average, and how many may take longer before anything is concluded from it. */
const QUICK = 2;
const GRACE = 10;

/**
 * @param now milliseconds, from anywhere
 * @returns what reads files, as `Io` wants it. What the computer has at hand is read at once: to have another thread do so
 *   takes several times as much work. Only where that turns out to be slow, as on a disk far away, others are asked, so that
 *   files can be read ahead
 */
export function fileReader(now: Io['now'] = () => performance.now()): Io['readFile'] {
  let files = 0;
  let spent = 0;
  return async (path) => {
    if (spent > QUICK * (files + GRACE)) return readFile(path);
    const begun = now();
    try {
      return readFileSync(path);
    } finally {
      files += 1;
      spent += now() - begun;
    }
  };
}
