// Chromium, driven by Playwright.
import { chromium } from 'playwright-core';
import { browserRequirements } from './requirements.mjs';

/**
 * Starts a headless Chromium that reaches this machine only: no test may depend on the network.
 * Playwright ends it with this process.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const { chromium: executablePath } = browserRequirements();
  return chromium.launch({
    executablePath,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/**
 * A window of its own: nothing is shared with another one.
 * @param {import('playwright-core').Browser} browser
 * @param {{ locale?: string }} [options] `locale` is the display language, `en` or `ja`.
 */
export function newWindow(browser, { locale = 'en' } = {}) {
  return browser.newContext({ locale, viewport: { width: 1280, height: 800 } });
}
