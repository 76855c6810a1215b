import { createReadStream, readFileSync, statSync, type Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Io } from './io.ts';

/** How long reading a file may take, in milliseconds on average, and how many may take longer before anything is concluded from it. */
const QUICK = 2;
const GRACE = 10;

/** More than any sheet, form or guideline has, in bytes: a device that somebody names has no end. */
const MOST_BYTES = 67_108_864;

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
    if (spent > QUICK * (files + GRACE)) return readOf(path, await stat(path), readFile);
    const begun = now();
    try {
      return readOf(path, statSync(path), readFileSync);
    } finally {
      files += 1;
      spent += now() - begun;
    }
  };
}

/** A pipe or a device does not tell how much there is, and is read piece by piece. */
function readOf(path: string, found: Stats, read: (path: string) => Uint8Array | Promise<Uint8Array>): Uint8Array | Promise<Uint8Array> {
  if (!found.isFile() && !found.isDirectory()) return joined(createReadStream(path));
  if (found.size > MOST_BYTES) throw tooLarge();
  return read(path);
}

/**
 * @param chunks what comes of a file or a stream, piece by piece
 * @throws an error of code EFBIG as soon as there is more than 64 MiB
 */
export async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    read.push(chunk);
    if ((length += chunk.length) > MOST_BYTES) throw tooLarge();
  }
  return Buffer.concat(read);
}

function tooLarge(): Error {
  return Object.assign(new Error(), { code: 'EFBIG' });
}
