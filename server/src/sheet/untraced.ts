/**
 * Each fault of a text is an error to the YAML library, and there can be as many as characters: where it was made is nobody's
 * question, and noting it takes most of the time.
 * @returns what the work returns; it throws what that throws
 */
export function untraced<Result>(work: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
