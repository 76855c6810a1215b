/**
 * Variables by which glibc, where it is there, gives all threads of the server one room for what they allocate, and gives back what
 * has become free: else what V8 needs to compile stays with each of its threads. Nothing else reads them.
 */
const LEAN = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' };

/**
 * @param own the variables of this process
 * @returns what the server is started with besides; who has set any of it keeps their own
 */
export function serverEnvironment(own: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(LEAN).map(([name, value]) => [name, own[name] ?? value]));
}
