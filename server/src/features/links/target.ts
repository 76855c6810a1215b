import { splitPath, type Address } from './addresses.ts';

/**
 * @param written an address or a path
 * @param sheet the sheet's URI; relative paths begin in its folder
 * @returns the URI that it leads to; nothing for what is no address after all, and for a path where there are no files:
 *   beside a sheet that was never saved, or on a drive while the sheet is not on this computer
 */
export function targetOf(written: string, kind: Address['kind'], sheet: string): string | undefined {
  if (kind === 'url') return resolved(() => written, undefined);
  const { path, fragment } = splitPath(written);
  const slashed = path.replace(/[\\¥￥]/g, '/');
  const base = isRooted(slashed) ? (sheet.startsWith('file:') ? 'file:///' : undefined) : sheet;
  return base && resolved(() => encoded(slashed) + (fragment === '' ? '' : `#${encodeURI(fragment)}`), base);
}

/** A drive, a share, or from the root. */
function isRooted(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path);
}

/** A drive's colon is one; any other character that means something to an address is the path's own. */
function encoded(path: string): string {
  const [, drive = '', rest = ''] = /^([A-Za-z]:)?(.*)$/s.exec(path)!;
  return (drive === '' ? '' : `file:///${drive}`) + rest.split('/').map(encodeURIComponent).join('/');
}

/** Half of a surrogate pair cannot be written in an address. */
function resolved(address: () => string, base: string | undefined): string | undefined {
  // An unsaved sheet has a name, but no folder.
  if (base !== undefined && !/^[a-z][\w+.-]*:\/\//i.test(base)) return undefined;
  try {
    return new URL(address(), base).href;
  } catch {
    return undefined;
  }
}
