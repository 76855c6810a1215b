import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { NotText, type Files } from '../workspace/files.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The files of the computer that the program runs on. */
export const nodeFiles: Files = {
  async read(uri) {
    const bytes = await orAbsent(readFile(fileURLToPath(uri)));
    try {
      return bytes && decoder.decode(bytes);
    } catch {
      throw new NotText();
    }
  },
  async list(uri) {
    const names = await orAbsent(readdir(fileURLToPath(uri)));
    return names?.sort();
  },
  async entries(uri) {
    const entries = await orAbsent(readdir(fileURLToPath(uri), { withFileTypes: true }));
    return entries?.map((entry) => ({ name: entry.name, folder: entry.isDirectory() })).sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  async stamp(uri) {
    const found = await orAbsent(stat(fileURLToPath(uri)));
    return found && { size: found.size, written: found.mtimeMs };
  },
};

async function orAbsent<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
