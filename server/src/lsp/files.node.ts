import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NotText, type Files } from '../workspace/files.ts';
import { DATA_LIMITS } from '../workspace/yaml-file.ts';

const FILE = /^file:/i;
/** No text that is read has more bytes: no character takes more than three. */
const MOST_BYTES = 3 * DATA_LIMITS.characters + 3;
// Node's own promises of files bring terminals and watchers with them: half a megabyte that nothing here asks for.
const [readdir, readFile, stat] = [promisify(fs.readdir), promisify(fs.readFile), promisify(fs.stat)];
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The files of the computer that the program runs on. */
export const nodeFiles: Files = {
  async read(uri) {
    const bytes = await ofFile(uri, readOrdinary);
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

/** A pipe would be waited for, and a device has no end: what merely lies in a folder is read only as far as it is a file. */
async function readOrdinary(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  if (!found.isFile() && !found.isDirectory()) throw Object.assign(new Error(), { code: 'ENODEV' });
  if (found.size > MOST_BYTES) throw Object.assign(new Error(), { code: 'EFBIG' });
  return readFile(path);
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
