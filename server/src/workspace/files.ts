/** What a folder holds. */
export interface Entry {
  name: string;
  /** A folder itself, and no link to one. */
  folder: boolean;
  /** Neither a folder nor a file nor a link: a pipe, a socket. */
  other?: boolean;
}

/** What tells one state of a file from another without reading it. */
export interface Stamp {
  /** In bytes. */
  size: number;
  /** When it was last written, in milliseconds. */
  written: number;
}

/**
 * Reads what lies beside a sheet. Addresses are URIs; what a host cannot reach is not there. A host without files has none of this.
 */
export interface Files {
  /**
   * @returns the text of a file, or undefined when there is none
   * @throws what keeps it from being read, or `NotText` when it is not UTF-8
   */
  read(uri: string): Promise<string | undefined>;
  /** @returns the names of the files in a folder, sorted; undefined when there is no such folder */
  list(uri: string): Promise<string[] | undefined>;
  /** @returns what a folder holds, sorted by name; undefined when there is no such folder */
  entries(uri: string): Promise<Entry[] | undefined>;
  /** @returns the state that a file is in; undefined when there is none */
  stamp(uri: string): Promise<Stamp | undefined>;
}

/** A file that is not UTF-8. */
export class NotText extends Error {}

/** @returns the folder that a file stands in, with `/` at its end */
export function folderOf(uri: string): string {
  return new URL('.', uri).href;
}

/** @returns a folder and all those around it, the nearest first */
export function upwards(folder: string): string[] {
  const found = [folder];
  for (let last = folder; ;) {
    const above = new URL('..', last).href;
    // Above the root there is nothing, or, where there is a host, the host without its slash.
    if (above === last || !above.endsWith('/')) return found;
    found.push(above);
    last = above;
  }
}
