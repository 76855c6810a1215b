import { access, constants, lstat, open, readlink, realpath, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import path from 'node:path';
import type { Io } from './io.ts';

/** What a folder, a file system or a program that has the file open says to a second file, though the first may be written. */
const IN_PLACE = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EEXIST', 'EXDEV', 'EINVAL', 'ENOSYS', 'ENOTSUP', 'ENAMETOOLONG']);
/** What looks like a file here may be another program's output, which goes on writing to it. */
const PASSED_ON = /^\/(?:dev|proc)\//;

/**
 * Writes a file, as `Io` wants it, whole or not at all: where writing fails, as on a full disk, what was there before is there
 * still, and no half of a new file. Links lead to the same file as before, and who may read and write it is kept.
 * @throws an error with a `code`: EEXIST where a new file has the name of another
 */
export const writeWhole: Io['writeFile'] = async (name, content, options) => {
  if (options?.isNew) return create(name, content);
  const found = await stat(name).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return create(await leadsTo(name), content);
  // A pipe or a device keeps nothing that could be lost.
  if (!found.isFile()) return writeFile(name, content);
  // The folder may allow what the file forbids.
  await access(name, constants.W_OK);
  if (found.nlink > 1 || PASSED_ON.test(name)) return overwrite(name, content);
  try {
    await replace(await realpath(name), content, found);
  } catch (error) {
    if (!IN_PLACE.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await overwrite(name, content);
  }
};

async function create(name: string, content: Uint8Array): Promise<void> {
  await filled(name, await open(name, 'wx'), (file) => file.writeFile(content));
}

/** @returns where a link to what is not there leads */
async function leadsTo(name: string): Promise<string> {
  const isLink = await lstat(name).then((found) => found.isSymbolicLink(), () => false);
  return isLink ? leadsTo(path.resolve(await realpath(path.dirname(name)), await readlink(name))) : name;
}

/** Writes another file beside the one that is there, and has it take its place. */
async function replace(name: string, content: Uint8Array, { mode, uid, gid }: Stats): Promise<void> {
  const beside = path.join(path.dirname(name), `.${path.basename(name)}.${process.pid}.tmp`);
  await filled(beside, await open(beside, 'wx', mode & 0o777), async (file) => {
    const made = await file.stat();
    if (made.uid !== uid || made.gid !== gid) await file.chown(uid, gid);
    await file.chmod(mode & 0o7777);
    await file.writeFile(content);
    await file.sync();
  }, () => rename(beside, name));
}

/**
 * Fills a file that was just made, and takes it away where that fails.
 * @param then what to do with it once it is closed
 */
async function filled(name: string, file: FileHandle, fill: (file: FileHandle) => Promise<void>, then?: () => Promise<void>): Promise<void> {
  try {
    // What the system could not keep it may tell only when a file is closed.
    await fill(file).finally(() => file.close());
    await then?.();
  } catch (error) {
    await rm(name, { force: true }).catch(() => {});
    throw error;
  }
}

/** Writes into the file that is there. What is behind its old end comes first: until there is room for that, nothing is lost. */
async function overwrite(name: string, content: Uint8Array): Promise<void> {
  const file = await open(name, 'r+');
  try {
    const old = await file.readFile();
    try {
      await put(file, content.subarray(old.length), old.length);
      await put(file, content.subarray(0, old.length), 0);
      await file.truncate(content.length);
    } catch (error) {
      await put(file, old, 0).catch(() => {});
      await file.truncate(old.length).catch(() => {});
      throw error;
    }
  } finally {
    await file.close();
  }
}

async function put(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
}
