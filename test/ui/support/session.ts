// One VS Code server, with the extension installed from the packed file, and one Chromium for the whole suite.
// Load this file with mocha's --require.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, newWindow } from '../../../scripts/editor/browser.mjs';
import { packExtension } from '../../../scripts/editor/packed.mjs';
import { artifacts } from '../../../scripts/editor/paths.mjs';
import { startServer } from '../../../scripts/editor/server.mjs';
import { screenshot } from './screenshot.ts';

/** An extension that uses the tools for language models, as a model would. */
const ASKING = fileURLToPath(new URL('asking', import.meta.url));
/** An extension that has files elsewhere than on this computer's disk, as far as anybody else can tell. */
const ELSEWHERE = fileURLToPath(new URL('elsewhere', import.meta.url));
/** The time to install the server, where it is not installed yet, and to start it. */
const START_TIMEOUT_MS = 300_000;

/** What makes screenshots steady and legible. */
const SETTINGS = {
  'editor.fontFamily': "'Noto Sans Mono CJK JP', monospace",
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.accessibilitySupport': 'off',
  'editor.hover.delay': 100,
  // Hints are drawn among the letters, where the tests look for what is in the file.
  'editor.inlayHints.enabled': 'off',
  'workbench.reduceMotion': 'on',
};

type Server = Awaited<ReturnType<typeof startServer>>;

let running: { server: Server; browser: Browser } | undefined;
/** Open windows: those of the running test, and those that several tests share. */
const windows = { test: [] as BrowserContext[], shared: [] as BrowserContext[] };
let isTestRunning = false;

export function session(): { server: Server; browser: Browser } {
  if (running === undefined) throw new Error('The suite is not running: is test/ui/support/session.ts required by mocha?');
  return running;
}

/** Opens an empty browser window. One that a test opens is closed after it; one that a `before` hook opens stays. */
export async function openPage(options: { locale?: string }): Promise<Page> {
  const window = await newWindow(session().browser, options);
  windows[isTestRunning ? 'test' : 'shared'].push(window);
  return window.newPage();
}

/** Closes the windows that a `before` hook opened. */
export async function closeShared(): Promise<void> {
  for (const window of windows.shared.splice(0)) await window.close();
}

/** With the folder that SDS_TEST_EXTENSION names, or else with what the stores get. */
async function startServerWithExtension(): Promise<Server> {
  const folder = process.env['SDS_TEST_EXTENSION'];
  if (folder !== undefined) return startServer({ extensions: [path.resolve(folder), ASKING, ELSEWHERE], settings: SETTINGS });
  const place = mkdtempSync(path.join(tmpdir(), 'sds-packed-'));
  try {
    return await startServer({ extensions: [ASKING, ELSEWHERE], packed: [packExtension(path.join(place, 'sds.vsix'))], settings: SETTINGS });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    this.timeout(START_TIMEOUT_MS);
    const browser = await launchBrowser();
    running = { browser, server: await startServerWithExtension() };
  },

  beforeEach(): void {
    isTestRunning = true;
  },

  async afterEach(this: Mocha.Context): Promise<void> {
    isTestRunning = false;
    const test = this.currentTest;
    if (test?.state === 'failed') {
      for (const [index, page] of [...windows.test, ...windows.shared].flatMap((window) => window.pages()).entries()) {
        // The test's own failure is what counts, also when its page cannot be pictured any more.
        await screenshot(page, `failed ${test.fullTitle()}${index > 0 ? ` ${index + 1}` : ''}`).catch((error: unknown) => console.error(error));
      }
    }
    for (const window of windows.test.splice(0)) await window.close();
  },

  async afterAll(this: Mocha.Context): Promise<void> {
    if (running === undefined) return;
    const { server, browser } = running;
    running = undefined;
    mkdirSync(artifacts, { recursive: true });
    writeFileSync(path.join(artifacts, 'ui-server.log'), server.output());
    await Promise.all([browser.close(), server.stop()]);
  },
};
