// How long the extension host takes to start, with the extension and without, in a VS Code served to Chromium.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, newWindow } from '../editor/browser.mjs';
import { packExtension } from '../editor/packed.mjs';
import { projectRoot } from '../editor/paths.mjs';
import { startServer, type Server } from '../editor/server.mjs';
import { workbenchUrl } from '../editor/workbench.mjs';
import { makeWorkspace } from '../editor/workspace.mjs';
import { ms, sampleOf, table } from './measure.ts';

const ROUNDS = 5;
const SHEET = 'remote-maintenance.sds.yaml';

/** @returns a table */
export async function benchExtensionHost(): Promise<string> {
  const place = mkdtempSync(path.join(tmpdir(), 'sds-bench-'));
  const servers: Server[] = [];
  const browser = await launchBrowser();
  try {
    servers.push(await startServer(), await startServer({ packed: [packExtension(path.join(place, 'sds.vsix'))] }));
    const [without, having] = servers as [Server, Server];
    const windows = {
      'without the extension, a folder without sheets': { server: without, folder: await makeWorkspace(), sheet: false },
      'with it, a folder without sheets': { server: having, folder: await makeWorkspace(), sheet: false },
      'without it, a sheet open': { server: without, folder: await makeWorkspace({}, [path.join(projectRoot, 'samples', SHEET)]), sheet: true },
      'with it, a sheet open': { server: having, folder: await makeWorkspace({}, [path.join(projectRoot, 'samples', SHEET)]), sheet: true },
    };
    const times = Object.entries(windows).map(([name, window]) => ({ name, window, started: [] as number[] }));
    for (let round = -1; round < ROUNDS; round++) {
      for (const { window, started } of times) {
        const time = await startOf(browser, window);
        // What the first one leaves behind makes the others quicker.
        if (round >= 0) started.push(time);
      }
    }
    return table(['window', 'median', 'slowest'], times.map(({ name, started }) => [name, ms(sampleOf(started).p50), ms(Math.max(...started))]));
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(place, { recursive: true, force: true });
  }
}

/** @returns the time from when VS Code begins to start the extension host until all extensions are there */
async function startOf(browser: Browser, { server, folder, sheet }: { server: Server; folder: string; sheet: boolean }): Promise<number> {
  const window = await newWindow(browser);
  try {
    const page = await window.newPage();
    await page.goto(workbenchUrl(server, { folder, ...(sheet ? { file: path.join(folder, SHEET) } : {}) }));
    await page.waitForFunction(() => performance.getEntriesByName('code/didLoadExtensions').length > 0);
    const [begun, done] = await page.evaluate(() => ['code/willLoadExtensions', 'code/didLoadExtensions'].map((name) => performance.getEntriesByName(name)[0]!.startTime));
    return done! - begun!;
  } finally {
    await window.close();
  }
}
