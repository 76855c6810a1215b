// What the extension host in a web worker calls to run the tests.
import 'mocha/mocha.js';
import type MochaClass from 'mocha';

/** A first activation starts the extension and its language server, perhaps on a busy machine. */
const TEST_TIMEOUT_MS = 30_000;
const LINE_MARK = process.env['SDS_SUITE_LINE_MARK'] ?? '';

/** @param load defines the tests */
export async function runTests(load: () => void): Promise<void> {
  const { mocha, Mocha } = globalThis as unknown as { mocha: BrowserMocha; Mocha: typeof MochaClass };
  Mocha.reporters.Base.consoleLog = say;
  mocha.setup({
    ui: 'bdd',
    reporter: Mocha.reporters.Spec,
    color: false,
    timeout: TEST_TIMEOUT_MS,
    // A busy window may be late with a whole command, which is no fault of the extension's.
    retries: 1,
    // A test that is skipped has not passed.
    forbidPending: true,
    ...(process.env['SDS_SUITE_GREP'] ? { grep: process.env['SDS_SUITE_GREP'] } : {}),
  });
  load();
  const { passes, failures } = await new Promise<{ passes: number; failures: number }>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? { passes: 0, failures: 0 }));
    runner.on('retry', (test: { fullTitle(): string }, error: Error) => say(`tried again: ${test.fullTitle()}: ${error.message}`));
  });
  const result = passes + failures === 0 ? 'No test was executed.' : `${passes} passed, ${failures} failed`;
  say(result);
  if (passes === 0 || failures > 0) throw new Error(result);
}

/** The format's own places are filled in where the line arrives. */
function say(format: unknown = '', ...args: unknown[]): void {
  console.log(`${LINE_MARK}${String(format)}`, ...args);
}
