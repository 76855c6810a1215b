/** Where a bug is reported; the client's log. */
export interface Log {
  error(message: string): void;
}

/**
 * Keeps a bug in one feature from reaching the client: it answers empty, and each bug is logged once.
 * @returns a function that wraps a feature's handler; of one that takes its time `empty` is a promise, too
 */
export function guard(log: Log): <T>(feature: string, empty: T, handle: () => T) => T {
  const logged = new Set<string>();
  const failed = (feature: string, error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (logged.has(`${feature}: ${text}`)) return;
    logged.add(`${feature}: ${text}`);
    log.error(`${feature}: ${text}`);
  };
  return <T>(feature: string, empty: T, handle: () => T): T => {
    const answerEmpty = (error: unknown): T => {
      failed(feature, error);
      return empty;
    };
    try {
      const result = handle();
      return result instanceof Promise ? result.catch(answerEmpty) as T : result;
    } catch (error) {
      return answerEmpty(error);
    }
  };
}
