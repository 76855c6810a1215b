// Takes the place of Node.js's assertions, of which a web worker has none: those that the tests use, as strict as they are.

class AssertionError extends Error {
  readonly actual: unknown;
  readonly expected: unknown;
  readonly showDiff = true;

  constructor(message: string | undefined, what: string, actual?: unknown, expected?: unknown) {
    super(message ?? what);
    this.name = 'AssertionError';
    this.actual = actual;
    this.expected = expected;
  }
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) throw new AssertionError(message, `${shown(value)} is not true`, value, true);
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) throw new AssertionError(message, `${shown(actual)} is not ${shown(expected)}`, actual, expected);
}

function notEqual(actual: unknown, expected: unknown, message?: string): void {
  if (Object.is(actual, expected)) throw new AssertionError(message, `both are ${shown(actual)}`, actual, expected);
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (!same(actual, expected)) throw new AssertionError(message, `${shown(actual)} is not ${shown(expected)}`, actual, expected);
}

function match(actual: string, expected: RegExp, message?: string): void {
  if (!expected.test(actual)) throw new AssertionError(message, `${shown(actual)} does not match ${String(expected)}`, actual, String(expected));
}

function doesNotMatch(actual: string, expected: RegExp, message?: string): void {
  if (expected.test(actual)) throw new AssertionError(message, `${shown(actual)} matches ${String(expected)}`, actual, String(expected));
}

async function rejects(run: PromiseLike<unknown> | (() => PromiseLike<unknown>), expected?: RegExp | (new (...args: never[]) => Error)): Promise<void> {
  const failure = await (typeof run === 'function' ? run() : run).then(() => undefined, (error: unknown) => ({ error }));
  if (!failure) throw new AssertionError(undefined, 'nothing was thrown');
  if (expected instanceof RegExp) match(String(failure.error), expected);
  else if (expected && !(failure.error instanceof expected)) throw new AssertionError(undefined, `${shown(failure.error)} is not a ${expected.name}`);
}

/** Objects of one kind with the same fields. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  if (a instanceof Map || a instanceof Set || a instanceof Date || a instanceof RegExp) throw new Error('Compare what is in it.');
  const [one, other] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]));
}

function shown(value: unknown): string {
  return value instanceof Error ? String(value) : JSON.stringify(value) ?? String(value);
}

export default Object.assign(ok, { ok, equal, notEqual, deepEqual, match, doesNotMatch, rejects });
