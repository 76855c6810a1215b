// A folder for a test to open and write into, gone when the process ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onProcessEnd } from './cleanup.mjs';

/**
 * @param {Record<string, string>} [files] Contents by name.
 * @param {string[]} [copies] Files to copy into it.
 * @returns {Promise<string>} The folder. Its name has a space and Japanese letters, as many users' folders have.
 */
export async function makeWorkspace(files = {}, copies = []) {
  const parent = mkdtempSync(path.join(tmpdir(), 'sds-ws-'));
  onProcessEnd(() => rmSync(parent, { recursive: true, force: true }));
  const folder = path.join(parent, '開示書 作業');
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  for (const file of copies) await cp(file, path.join(folder, path.basename(file)));
  return folder;
}
