// The entry that VS Code's extension host calls to run the tests.
import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** A first activation starts the extension and its language server, perhaps on a busy machine. */
const TEST_TIMEOUT_MS = 30_000;
/** Tells the suite's own lines from everything else that VS Code logs, where the runner asks for it (run.mjs). */
const LINE_MARK = process.env['SDS_SUITE_LINE_MARK'] ?? '';

export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = say;
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    color: false,
    timeout: TEST_TIMEOUT_MS,
    // A busy window may be late with a whole command, which is no fault of the extension's.
    retries: 1,
    // A test that is skipped has not passed.
    forbidPending: true,
    forbidOnly: process.env['CI'] !== undefined,
    ...(process.env['SDS_SUITE_GREP'] ? { grep: process.env['SDS_SUITE_GREP'] } : {}),
  });
  loadTests(mocha);
  const { passes, failures } = await new Promise<{ passes: number; failures: number }>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? { passes: 0, failures: 0 }));
    runner.on('retry', (test: Mocha.Test, error: Error) => say(`tried again: ${test.fullTitle()}: ${error.message}`));
  });
  const result = passes + failures === 0 ? 'No test was executed.' : `${passes} passed, ${failures} failed`;
  say(result);
  if (passes === 0 || failures > 0) throw new Error(result);
  // The proof that the suite ran to its end: an extension host that ends early may well have the exit code 0.
  const proof = process.env['SDS_SUITE_PROOF'];
  if (proof !== undefined) writeFileSync(proof, 'passed');
}

/** Mocha's own loader imports files by URL, where `vscode` cannot be resolved: they are required here instead. */
function loadTests(mocha: Mocha): void {
  const load = createRequire(__filename);
  for (const name of readdirSync(__dirname).sort()) {
    if (!name.endsWith('.test.js')) continue;
    const file = path.join(__dirname, name);
    mocha.suite.emit('pre-require', globalThis, file, mocha);
    mocha.suite.emit('require', load(file), file, mocha);
    mocha.suite.emit('post-require', globalThis, file, mocha);
  }
}

function say(...args: unknown[]): void {
  console.log(LINE_MARK + format(...args));
}
