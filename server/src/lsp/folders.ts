import type { ClientCapabilities, Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { withoutEnd } from '../text/blank.ts';

/** @returns the folders that the client has open, with `/` at their ends */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map(slashed);
}

/** What a client that can open and close folders is told. */
export function folderCapabilities({ workspace }: ClientCapabilities): ServerCapabilities {
  return workspace?.workspaceFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {};
}

/** @param changed is told of all folders when one is opened or closed */
export function watchFolders(connection: Connection, { workspace }: ClientCapabilities, folders: string[], changed: (folders: string[]) => void): void {
  if (!workspace?.workspaceFolders) return;
  let open = folders;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = removed.map(({ uri }) => slashed(uri));
    open = [...open.filter((folder) => !gone.includes(folder)), ...added.map(({ uri }) => slashed(uri))];
    changed(open);
  });
}

function slashed(uri: string): string {
  return `${withoutEnd(uri, /\//)}/`;
}
