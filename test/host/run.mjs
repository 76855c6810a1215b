// Runs the suite of this folder inside the extension host of a VS Code served to a headless Chromium.
// usage: node test/host/run.mjs [--locale ja] [--extension FOLDER] [--grep PATTERN]
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { launchBrowser, newWindow } from '../../scripts/editor/browser.mjs';
import { artifacts, projectRoot } from '../../scripts/editor/paths.mjs';
import { MissingRequirement } from '../../scripts/editor/requirements.mjs';
import { startServer } from '../../scripts/editor/server.mjs';
import { makeWorkspace } from '../../scripts/editor/workspace.mjs';
import { workbenchUrl } from '../../scripts/editor/workbench.mjs';

const TIMEOUT_MS = 420_000;
const TESTS = path.join(projectRoot, 'out', 'test', 'host', 'index.js');
const LINE_MARK = 'sds-suite|';
const PROOF = path.join(artifacts, 'host-passed');

const { values: options } = parseArgs({
  options: { locale: { type: 'string', default: 'en' }, extension: { type: 'string', default: projectRoot }, grep: { type: 'string' } },
});

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof MissingRequirement ? error.message : error);
  process.exitCode = 1;
}

/** @returns {Promise<boolean>} Whether the suite passed. */
async function run() {
  await mkdir(artifacts, { recursive: true });
  await rm(PROOF, { force: true });
  const browser = await launchBrowser();
  const server = await startServer({
    testDriver: true,
    environment: { SDS_SUITE_LINE_MARK: LINE_MARK, SDS_SUITE_PROOF: PROOF, ...(options.grep ? { SDS_SUITE_GREP: options.grep } : {}) },
  });
  /** @type {string[]} */
  const log = [];
  try {
    const page = await (await newWindow(browser, { locale: options.locale })).newPage();
    const url = workbenchUrl(server, {
      folder: await makeWorkspace(),
      developmentExtensions: [path.resolve(options.extension)],
      tests: TESTS,
    });
    const code = await runInPage(page, url, (text) => {
      if (text.startsWith(LINE_MARK)) console.log(text.slice(LINE_MARK.length));
      else log.push(text);
    });
    if (code === undefined) {
      await page.screenshot({ path: path.join(artifacts, 'host-timeout.png') });
      console.error(`The suite did not end within ${TIMEOUT_MS / 1000} s: see artifacts/host-timeout.png and artifacts/host.log.`);
    } else if (code !== 0) {
      console.error(`The suite failed with exit code ${code}. VS Code's own log is artifacts/host.log.`);
    } else if (!existsSync(PROOF)) {
      console.error('The extension host ended before the suite did: see artifacts/host.log.');
    }
    return code === 0 && existsSync(PROOF);
  } finally {
    await writeFile(path.join(artifacts, 'host.log'), [...log, '--- server ---', server.output()].join('\n'));
    await Promise.all([browser.close(), server.stop()]);
  }
}

/**
 * Opens the workbench, which starts the suite, and waits for its end.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {(text: string) => void} logged
 * @returns {Promise<number | undefined>} The suite's exit code; undefined when it did not end in time.
 */
function runInPage(page, url, logged) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), TIMEOUT_MS);
    const settle = (/** @type {() => void} */ how) => (clearTimeout(timer), how());
    page.once('crash', () => settle(() => reject(new Error('The browser page crashed.'))));
    (async () => {
      // VS Code's own names: it calls these in a window that runs tests.
      await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => settle(() => resolve(code)));
      await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => logged(format(...args)));
      await page.goto(url);
    })().catch((error) => settle(() => reject(error)));
  });
}
