import type { Entry } from './files.ts';

const SHEET = /\.sds\.ya?ml$/;
const DEPENDENCIES = 'node_modules';

/** What is found below a folder. Names are relative to it, with `/`; the folder itself is the empty name. */
export interface Below {
  sheets: string[];
  /** What has a sheet's name and is no file. */
  others?: string[];
  /** Folders that cannot be read. */
  closed: string[];
  /** What there was too much of, so that not everything was found. */
  cut?: keyof Limits;
}

/** How much is looked at. */
export interface Limits {
  sheets: number;
  folders: number;
}

const NO_LIMITS: Limits = { sheets: Infinity, folders: Infinity };

/** @returns whether a file is a sheet by its name */
export function isSheetName(name: string): boolean {
  return SHEET.test(name);
}

/**
 * @param name of a file or folder, without what is above it
 * @returns whether sheets are not looked for there: editors and systems keep their own files behind a dot, and what was
 *   installed is somebody else's
 */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === DEPENDENCIES;
}

/**
 * Looks for sheets below a folder, what is near before what is deep. Links between folders are not followed: what they
 * lead to has a place of its own, and they may lead back.
 * @param list what a folder holds; undefined when it cannot be read
 * @param pause awaited between folders
 */
export async function sheetsBelow(
  list: (inner: string) => Promise<Entry[] | undefined>, limits = NO_LIMITS, pause: () => Promise<void> = async () => {},
): Promise<Below> {
  const below: Below = { sheets: [], closed: [] };
  const folders = [''];
  for (let at = 0; at < folders.length; at++) {
    const inner = folders[at]!;
    const entries = await list(inner);
    if (entries === undefined) below.closed.push(inner);
    for (const { name, folder, other } of entries ?? []) {
      if (isPassedOver(name)) continue;
      const path = inner === '' ? name : `${inner}/${name}`;
      if (folder) folders.push(path);
      else if (isSheetName(name) && other) (below.others ??= []).push(path);
      else if (isSheetName(name)) below.sheets.push(path);
    }
    if (below.sheets.length > limits.sheets) return { ...below, sheets: below.sheets.slice(0, limits.sheets), cut: 'sheets' };
    if (folders.length > limits.folders) return { ...below, cut: 'folders' };
    await pause();
  }
  return below;
}
