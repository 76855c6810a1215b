import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import { FOLDER } from '../workspace/folder.ts';
import { SECTION } from './settings.ts';

/** Asks the client to tell when settings or files under `.sds` change, as far as it can. */
export function watch(connection: Connection, capabilities: ClientCapabilities): void {
  const failed = (error: unknown): void => connection.console.warn(String(error));
  const { workspace } = capabilities;
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(failed);
  }
  if (!watchesFiles(capabilities)) return;
  // Also the folder itself: when it goes, clients say so of it and not of every file in it.
  const watchers = [{ globPattern: `**/${FOLDER}` }, { globPattern: `**/${FOLDER}/**` }];
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
}

export function watchesFiles(capabilities: ClientCapabilities): boolean {
  return capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}
