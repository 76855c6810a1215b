import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { NotText, type Files } from '../workspace/files.ts';

const FILE = /^file:/i;
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

/**
 * @param others what an editor has from elsewhere
 * @returns these, and the files of the computer
 */
export function withNodeFiles(others: Files): Files {
  const of = (uri: string): Files => (FILE.test(uri) ? nodeFiles : others);
  return { read: (uri) => of(uri).read(uri), list: (uri) => of(uri).list(uri), entries: (uri) => of(uri).entries(uri), stamp: (uri) => of(uri).stamp(uri) };
}

/** What an editor has from elsewhere is none of these files. */
async function ofFile<T>(uri: string, find: (path: string) => Promise<T>): Promise<T | undefined> {
  if (!FILE.test(uri)) return undefined;
  try {
    return await find(fileURLToPath(uri));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
