import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Message } from '../l10n/translate.ts';
import { withoutEnd } from '../text/blank.ts';
import { isSheetName, sheetsBelow, type Below } from '../workspace/walk.ts';

/** A file to work on. */
export interface FoundFile {
  /** As given, with `/`. */
  name: string;
  /** Absolute; of standard input there is none. */
  path?: string;
}

export interface FoundFiles {
  /** In order, each once. */
  files: FoundFile[];
  /** What led to no file. */
  problems: Message[];
}

/** Stands for standard input. */
export const STDIN = '-';

const DEPENDENCIES = 'node_modules';

/**
 * Finds the files that paths, folders and globs stand for. A file is taken whatever its name; a folder for the sheets
 * below it, but not those in `node_modules` or in folders that begin with a dot.
 * @param stdinName what standard input (`-`) is called
 */
export async function findFiles(inputs: readonly string[], cwd: string, stdinName = STDIN): Promise<FoundFiles> {
  const found = new Map<string, FoundFile>();
  const problems: Message[] = [];
  const add = (name: string): void => {
    const file = path.resolve(cwd, name);
    if (!found.has(file)) found.set(file, { name: slashed(name), path: file });
  };
  for (const input of inputs) {
    if (input === STDIN) {
      found.set(STDIN, { name: slashed(stdinName) });
      continue;
    }
    if (input.trim() === '') {
      problems.push({ key: 'cli.files.empty-path' });
      continue;
    }
    const kind = await kindOf(path.resolve(cwd, input));
    if (kind === 'file') add(input);
    else if (kind === 'other') problems.push({ key: 'cli.files.no-file', args: { path: input } });
    else if (kind === 'folder') {
      const below = await sheetsIn(path.resolve(cwd, input));
      below.sheets.forEach((name) => add(within(input, name)));
      const others = below.others ?? [];
      others.forEach((name) => problems.push({ key: 'cli.files.no-file', args: { path: slashed(within(input, name)) } }));
      below.closed.forEach((name) => problems.push({ key: 'cli.files.unreadable-denied', args: { path: slashed(within(input, name)) } }));
      if (below.sheets.length + others.length + below.closed.length === 0) problems.push({ key: 'cli.files.empty-folder', args: { path: input } });
    } else if (isDynamicPattern(slashed(input))) {
      const names = await matching(slashed(input), cwd);
      names.forEach(add);
      if (names.length === 0) problems.push({ key: 'cli.files.no-match', args: { path: input } });
    } else problems.push({ key: 'cli.files.missing', args: { path: input } });
  }
  const files = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { files, problems };
}

/** A pipe is read where somebody names it, as a shell does for the output of a command. */
async function kindOf(file: string): Promise<'file' | 'folder' | 'other' | undefined> {
  try {
    const found = await stat(file);
    return found.isDirectory() ? 'folder' : found.isFile() || found.isFIFO() || found.isCharacterDevice() ? 'file' : 'other';
  } catch (error) {
    // Something is there and cannot be looked at: reading it will say why.
    return isAbsent(error) ? undefined : 'file';
  }
}

function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EINVAL' || code === 'ENAMETOOLONG';
}

/** The sheets below a folder, and the folders that cannot be read. */
function sheetsIn(folder: string): Promise<Below> {
  return sheetsBelow(async (inner) => {
    const entries = await readdir(path.join(folder, inner), { withFileTypes: true }).catch(() => undefined);
    return entries && Promise.all(entries.map(async (entry) => {
      const isLink = entry.isSymbolicLink() && isSheetName(entry.name);
      const other = isLink ? !await leadsToFile(path.join(folder, inner, entry.name)) : !entry.isDirectory() && !entry.isFile() && !entry.isSymbolicLink();
      return { name: entry.name, folder: entry.isDirectory(), other };
    }));
  });
}

/** What leads to nothing is told of when it is read. */
function leadsToFile(file: string): Promise<boolean> {
  return stat(file).then((found) => found.isFile() || found.isDirectory(), () => true);
}

/** Links between folders are not followed: they may lead back. */
function matching(pattern: string, cwd: string): Promise<string[]> {
  return glob(pattern, { cwd, followSymbolicLinks: false, ignore: [`**/${DEPENDENCIES}/**`], expandDirectories: false, absolute: path.isAbsolute(pattern) });
}

function within(folder: string, name: string): string {
  const start = withoutEnd(slashed(folder), /\//);
  if (start === '.' && name !== '') return name;
  return name === '' ? start : `${start}/${name}`;
}

/** Only on Windows a backslash parts folders; elsewhere it is a letter of a name. */
function slashed(name: string): string {
  return path.sep === '\\' ? name.replaceAll('\\', '/') : name;
}
