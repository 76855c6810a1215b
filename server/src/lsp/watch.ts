import {
  DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, WatchKind, type ClientCapabilities, type Connection, type FileSystemWatcher,
} from 'vscode-languageserver';
import { FOLDER } from '../workspace/folder.ts';
import { SECTION } from './settings.ts';

/** Files that are read: what is under `.sds`, and sheets. When a folder comes or goes, clients say so of it and not of every file in it. */
export const WATCHERS: readonly FileSystemWatcher[] = [
  { globPattern: `**/${FOLDER}` },
  { globPattern: `**/${FOLDER}/**` },
  { globPattern: '**/*.sds.{yaml,yml}' },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/**
 * Asks the client to tell when settings or files that are read change, as far as it can.
 * @param personal a folder besides those that are open
 */
export function watch(connection: Connection, capabilities: ClientCapabilities, personal?: string): void {
  const failed = (error: unknown): void => connection.console.warn(String(error));
  const { workspace } = capabilities;
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }).catch(failed);
  }
  if (!watchesFiles(capabilities)) return;
  const relative = workspace?.didChangeWatchedFiles?.relativePatternSupport === true;
  const besides = personal !== undefined && relative ? [{ globPattern: { baseUri: personal, pattern: '*' } }] : [];
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...WATCHERS, ...besides] }).catch(failed);
}

export function watchesFiles(capabilities: ClientCapabilities): boolean {
  return capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}
