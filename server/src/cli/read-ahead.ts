import type { Io } from './io.ts';

/** Enough that the disk is never waited for, and few enough that memory stays bounded. */
const AHEAD = 8;

/**
 * Has the next files read while one is worked on.
 * @param paths in the order in which they will be asked for
 * @returns what reads a file, as `io` does; what cannot be read is told when it is asked for
 */
export function readingAhead(io: Io, paths: readonly string[]): Io['readFile'] {
  const begun = new Map<string, Promise<Uint8Array>>();
  let next = 0;
  return (path) => {
    for (; next < paths.length && begun.size < AHEAD; next++) {
      const bytes = io.readFile(paths[next]!);
      bytes.catch(() => undefined);
      begun.set(paths[next]!, bytes);
    }
    const own = begun.get(path) ?? io.readFile(path);
    begun.delete(path);
    return own;
  };
}
