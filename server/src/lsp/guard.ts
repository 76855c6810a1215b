/** Where a bug is reported; the client's log. */
export interface Log {
  error(message: string): void;
}

/**
 * Keeps a bug in one feature from reaching the client: it answers empty, and each bug is logged once.
 * @returns a function that wraps a feature's handler
 */
export function guard(log: Log): <T>(feature: string, empty: T, handle: () => T) => T {
  const logged = new Set<string>();
  return (feature, empty, handle) => {
    try {
      return handle();
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (!logged.has(`${feature}: ${text}`)) {
        logged.add(`${feature}: ${text}`);
        log.error(`${feature}: ${text}`);
      }
      return empty;
    }
  };
}
