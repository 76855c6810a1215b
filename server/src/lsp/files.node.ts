import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { NotText, type Files } from '../workspace/files.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The files of the computer that the program runs on. */
export const nodeFiles: Files = {
  async read(uri) {
    const bytes = await ofFile(uri, (path) => readFile(path));
    try {
      return bytes && decoder.decode(bytes);
    } catch {
      throw new NotText();
    }
  },
  async list(uri) {
    const names = await ofFile(uri, (path) => readdir(path));
    return names?.sort();
  },
  async entries(uri) {
    const entries = await ofFile(uri, (path) => readdir(path, { withFileTypes: true }));
    return entries?.map((entry) => ({ name: entry.name, folder: entry.isDirectory() })).sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  async stamp(uri) {
    const found = await ofFile(uri, (path) => stat(path));
    return found && { size: found.size, written: found.mtimeMs };
  },
};

/** What an editor has from elsewhere is none of these files. */
async function ofFile<T>(uri: string, find: (path: string) => Promise<T>): Promise<T | undefined> {
  if (!/^file:/i.test(uri)) return undefined;
  try {
    return await find(fileURLToPath(uri));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
