// Runs a suite inside an extension host of a VS Code that is served to a headless Chromium.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser, newWindow } from '../../scripts/editor/browser.mjs';
import { artifacts } from '../../scripts/editor/paths.mjs';
import { startServer } from '../../scripts/editor/server.mjs';
import { makeWorkspace } from '../../scripts/editor/workspace.mjs';
import { workbenchUrl } from '../../scripts/editor/workbench.mjs';

const TIMEOUT_MS = 420_000;
/** Tells the suite's own lines from everything else that VS Code logs. */
export const LINE_MARK = 'sds-suite|';

/**
 * @typedef {object} Suite
 * @property {string} name What its log and its picture are called.
 * @property {string} extension The folder of the extension under test.
 * @property {string} tests The module whose `run()` the extension host calls; its own folder, or one around it, is an extension's.
 * @property {string} locale
 * @property {Record<string, unknown>} [settings] User settings.
 * @property {Record<string, string>} [environment] Variables for the extension hosts that have any.
 * @property {(lines: string[]) => boolean} proved Whether it ran to its end: an extension host that ends early may well have the exit code 0.
 */

/**
 * @param {Suite} suite
 * @returns {Promise<boolean>} Whether the suite passed.
 */
export async function runSuite({ name, extension, tests, locale, settings = {}, environment = {}, proved }) {
  await mkdir(artifacts, { recursive: true });
  const browser = await launchBrowser();
  const server = await startServer({ testDriver: true, settings, environment });
  /** @type {string[]} */
  const log = [];
  /** @type {string[]} */
  const lines = [];
  try {
    const page = await (await newWindow(browser, { locale })).newPage();
    const url = workbenchUrl(server, { folder: await makeWorkspace(), developmentExtensions: [path.resolve(extension)], tests });
    const code = await runInPage(page, url, (text) => {
      if (!text.startsWith(LINE_MARK)) return log.push(text);
      lines.push(text.slice(LINE_MARK.length));
      return console.log(lines.at(-1));
    });
    if (code === undefined) {
      await page.screenshot({ path: path.join(artifacts, `${name}-timeout.png`) });
      console.error(`The suite did not end within ${TIMEOUT_MS / 1000} s: see artifacts/${name}-timeout.png and artifacts/${name}.log.`);
    } else if (code !== 0) {
      console.error(`The suite failed with exit code ${code}. VS Code's own log is artifacts/${name}.log.`);
    } else if (!proved(lines)) {
      console.error(`The extension host ended before the suite did: see artifacts/${name}.log.`);
    }
    return code === 0 && proved(lines);
  } finally {
    await writeFile(path.join(artifacts, `${name}.log`), [...log, '--- server ---', server.output()].join('\n'));
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
    // An extension host in a worker writes to the browser's own console.
    page.on('console', (message) => logged(message.text()));
    page.on('worker', (worker) => worker.on('console', (message) => logged(message.text())));
    page.once('crash', () => settle(() => reject(new Error('The browser page crashed.'))));
    (async () => {
      // VS Code's own names: it calls these in a window that runs tests.
      await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => settle(() => resolve(code)));
      await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => logged(format(...args)));
      await page.goto(url);
    })().catch((error) => settle(() => reject(error)));
  });
}
