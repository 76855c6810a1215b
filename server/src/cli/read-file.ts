import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Io } from './io.ts';

/** How long reading a file may take, in milliseconds on average, and how many may take longer before anything is concluded from it. */
const QUICK = 2;
const GRACE = 10;

/** More than any sheet, form or guideline has, in bytes: a device that somebody names has no end. */
export const MOST_BYTES = 67_108_864;
const CHUNK = 1_048_576;

/**
 * @param now milliseconds, from anywhere
 * @returns what reads files, as `Io` wants it. What the computer has at hand is read at once: to have another thread do so
 *   costs as much again. Where reading takes longer (a network, a disk that sleeps), others read, so that more than one file
 *   can be waited for.
 */
export function fileReader(now: Io['now'] = () => performance.now()): Io['readFile'] {
  let files = 0;
  let spent = 0;
  return async (path) => {
    if (spent > QUICK * (files + GRACE)) {
      const found = await stat(path);
      return found.isFile() && found.size <= MOST_BYTES ? readFile(path) : readNow(path);
    }
    const begun = now();
    try {
      return readNow(path);
    } finally {
      files += 1;
      spent += now() - begun;
    }
  };
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

function readNow(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return readToEnd(file);
    if (found.size > MOST_BYTES) throw tooLarge();
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** A pipe or a device does not tell how much there is. */
function readToEnd(file: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let length = 0; length <= MOST_BYTES;) {
    const chunk = Buffer.alloc(CHUNK);
    const read = readSync(file, chunk);
    if (read === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, read));
    length += read;
  }
  throw tooLarge();
}

function tooLarge(): Error {
  return Object.assign(new Error(), { code: 'EFBIG' });
}
