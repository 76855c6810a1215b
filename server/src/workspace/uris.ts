/**
 * @returns what is equal for all addresses of one file: editors write the letters of an address, and of a drive, in
 *   different ways
 */
export function uriKey(uri: string): string {
  return decoded(uri).replace(/^file:\/\/\/[A-Z]:/i, (drive) => drive.toLowerCase());
}

/**
 * @param folder an address with `/` at its end
 * @param path below it, with `/`
 * @returns the address of what is there; undefined for a name that no address can have
 */
export function below(folder: string, path: string): string | undefined {
  try {
    return folder + path.split('/').map(encodeURIComponent).join('/');
  } catch {
    return undefined;
  }
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
