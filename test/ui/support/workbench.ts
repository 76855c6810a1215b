// Opening VS Code's window, and what is not in an editor.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { makeWorkspace } from '../../../scripts/editor/workspace.mjs';
import { workbenchUrl } from '../../../scripts/editor/workbench.mjs';
import { until, waitForFocus } from './editor.ts';
import { closeShared, openPage, session } from './session.ts';

/** A first window on a busy machine. */
const OPEN_TIMEOUT_MS = 60_000;
/** How many commands can match what is typed. */
const MOST_MATCHES = 20;
const WORKSPACE = 'elsewhere.code-workspace';

export interface OpenOptions {
  /** The folder to open; a new temporary one when it is not given. */
  folder?: string;
  /** Files of the temporary folder: contents by name. */
  files?: Record<string, string>;
  /** Files to copy into the temporary folder. */
  copies?: string[];
  /** The file to show in an editor, by its name in the folder; the only file of `files` or `copies` by default. */
  file?: string;
  /** The display language: `en` (the default) or `ja`. */
  locale?: string;
  /** Has the folder as files of an extension (support/elsewhere), in a workspace with these settings. */
  elsewhere?: Record<string, unknown>;
}

export interface Workbench {
  page: Page;
  /** The opened folder, for what a test reads or writes beside the editor. */
  folder: string;
}

/** Opens a VS Code window, with a file in an editor that has the focus. It is closed after the test. */
export async function openWorkbench(options: OpenOptions = {}): Promise<Workbench> {
  const { files = {}, copies = [], locale } = options;
  const folder = options.folder ?? (await makeWorkspace(files, copies));
  const offered = [...Object.keys(files), ...copies.map((file) => path.basename(file))];
  const file = options.file ?? (offered.length === 1 ? offered[0] : undefined);

  const page = await openPage(locale === undefined ? {} : { locale });
  const place = options.elsewhere ? await elsewhere(folder, options.elsewhere) : { folder, address: folder };
  await page.goto(workbenchUrl(session().server, { folder: place.folder, ...(file ? { file: `${place.address}/${file}` } : {}) }));
  await page.waitForSelector('.monaco-workbench .part.editor', { timeout: OPEN_TIMEOUT_MS });
  if (file !== undefined) {
    await page.waitForSelector(`.tab[data-resource-name="${path.basename(file)}"]`, { timeout: OPEN_TIMEOUT_MS });
    await page.waitForSelector('.editor-instance .monaco-editor .view-line', { timeout: OPEN_TIMEOUT_MS });
    await page.locator('.editor-instance .monaco-editor .view-lines').first().click({ position: { x: 2, y: 2 } });
    await waitForFocus(page);
  }
  return { page, folder };
}

/** @returns the file of a workspace that has a folder as files of an extension, and the folder's address */
async function elsewhere(folder: string, settings: Record<string, unknown>): Promise<{ folder: string; address: string }> {
  const address = `elsewhere:${pathToFileURL(folder).pathname}`;
  const workspace = await makeWorkspace({ [WORKSPACE]: JSON.stringify({ folders: [{ uri: address }], settings }) });
  return { folder: path.join(workspace, WORKSPACE), address };
}

/** Opens one window for all tests of a `describe`, since each takes a while. Call it outside of tests. */
export function shareWorkbench(options: OpenOptions): Workbench {
  const shared = {} as Workbench;
  before(async () => void Object.assign(shared, await openWorkbench(options)));
  after(closeShared);
  return shared;
}

/** Shows a file of the opened folder in the group that has the focus, by typing its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.locator('.quick-input-box input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await waitForFocus(page);
}

/**
 * Runs a command from the command palette by its title.
 * @param asks whether it goes on with a question in the same place
 */
export async function runCommand(page: Page, title: string, asks = false): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-box input');
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  // Titles that have the same words, and more, may come before it.
  const focused = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
  for (let moved = 0; moved < MOST_MATCHES && (await focused.count()) === 0; moved++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  if (!asks) await input.waitFor({ state: 'hidden' });
}

/** The texts of the shown notifications. */
export async function notifications(page: Page): Promise<string[]> {
  const messages = page.locator('.notification-toast .notification-list-item-message');
  await messages.first().waitFor();
  return messages.allInnerTexts();
}

/** Shows the active sheet as its form, in Japanese. The extension must be up: before that VS Code knows of no form. */
export async function reopenAsForm(page: Page): Promise<void> {
  // The command asks in the box in which it was found.
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-box input');
  await input.fill('>View: Reopen Editor With...');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Reopen Editor With' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'SDSの様式' }).waitFor();
  await input.fill('SDSの様式');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'SDSの様式' }).waitFor();
  await page.keyboard.press('Enter');
}

/** Loads the window anew, with what was open in it. */
export async function reloadWindow(page: Page): Promise<void> {
  // The address of a window asks for a file besides, which takes the place of what was open.
  await page.evaluate(() => {
    const address = new URL(location.href);
    address.searchParams.delete('payload');
    history.replaceState(null, '', address);
  });
  await runCommand(page, 'Developer: Reload Window', true);
  await page.waitForEvent('load');
}

/** Chooses an entry of the context menu that has just been opened; a click that comes while it is laid out is swallowed. */
export async function chooseFromMenu(page: Page, title: string | RegExp): Promise<void> {
  const entry = page.locator('.context-view .action-label', { hasText: title });
  await entry.waitFor();
  await until(async () => {
    await entry.click({ timeout: 1_000 }).catch(() => undefined);
    return entry.waitFor({ state: 'hidden', timeout: 1_000 }).then(() => true, () => false);
  }, 'the menu to close');
}
