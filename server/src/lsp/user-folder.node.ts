import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @param env the variables of the process
 * @returns the folder in which a user keeps official text for all sheets, whether it is there or not; the same for the
 *   editor and the command line. Undefined where the system names no place for such files
 */
export function userFolder(env: Record<string, string | undefined>, platform: NodeJS.Platform = os.platform()): string | undefined {
  const home = env['HOME'];
  const data = platform === 'win32' ? env['APPDATA'] : (env['XDG_DATA_HOME'] || (home && path.join(home, '.local', 'share')));
  return data && path.isAbsolute(data) ? path.join(data, 'sds-authoring', 'guidelines') : undefined;
}

/** @returns that folder's address, with `/` at its end */
export function userFolderUri(env: Record<string, string | undefined>): string | undefined {
  const folder = userFolder(env);
  return folder === undefined ? undefined : pathToFileURL(folder + path.sep).href;
}
