import { mkdtempSync, realpathSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, type ClientOptions } from './client.ts';

/** A folder on disk that a client has open. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), 'sds-folder-')));

  uri(name: string): string {
    return pathToFileURL(path.join(this.path, name)).href;
  }

  async write(name: string, text: string | Uint8Array): Promise<void> {
    await mkdir(path.dirname(path.join(this.path, name)), { recursive: true });
    await writeFile(path.join(this.path, name), text);
  }

  async remove(name = ''): Promise<void> {
    await rm(path.join(this.path, name), { recursive: true });
  }

  /** @returns the name by which the folder has a file */
  nameOf(uri: string): string {
    return decodeURIComponent(new URL(uri).pathname).slice(decodeURIComponent(new URL(pathToFileURL(this.path)).pathname).length + 1);
  }

  /** Starts a client that has the folder open. */
  start(options: ClientOptions = {}): Promise<Client> {
    return Client.start({ uri: this.uri('open.sds.yaml'), workspaceFolders: [{ uri: pathToFileURL(this.path).href, name: 'w' }], ...options });
  }
}

/** What a client tells of files. */
export type Told = Record<string, 'created' | 'changed' | 'gone'>;

export function tell(client: Client, folder: Folder, files: Told): Promise<void> {
  const types = { created: 1, changed: 2, gone: 3 };
  return client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: Object.entries(files).map(([name, kind]) => ({ uri: folder.uri(name), type: types[kind] })),
  });
}
