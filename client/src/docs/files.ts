import * as vscode from 'vscode';
import { RULE_PAGES } from '../../../server/src/lint/pages.ts';
import type { ExtensionSession } from '../extension-session.ts';

/** The scheme under which the extension's own pages open; package.json has the Markdown preview show them. */
export const DOCS_SCHEME = 'sds-docs';

const FOLDER = '/rules/';

/** @returns the extension's own copy of a page under docs/rules/ that is named by its address on the web */
export function ownPage(address: vscode.Uri): vscode.Uri | undefined {
  const written = address.toString();
  const start = vscode.Uri.parse(RULE_PAGES).toString();
  return written.startsWith(start) ? vscode.Uri.from({ scheme: DOCS_SCHEME, path: FOLDER + written.slice(start.length) }) : undefined;
}

/**
 * The extension's folder docs/ under a scheme of its own. Its place differs: a file on a desktop, elsewhere on a remote
 * machine, an address in a browser, where links to it would leave the editor.
 */
export class DocsFiles implements vscode.FileSystemProvider {
  readonly #docs: vscode.Uri;
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]> = () => NOTHING;

  constructor(extension: vscode.Uri) {
    this.#docs = vscode.Uri.joinPath(extension, 'docs');
  }

  watch(): vscode.Disposable {
    return NOTHING;
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    // An extension in a browser has nobody to ask for a size.
    const { byteLength } = await this.readFile(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: byteLength, permissions: vscode.FilePermission.Readonly };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    if (!uri.path.startsWith(FOLDER) || !/^[\w-]+\.md$/.test(uri.path.slice(FOLDER.length))) throw vscode.FileSystemError.FileNotFound(uri);
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#docs, uri.path));
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

/** Has the extension's own pages open under their scheme. */
export function registerDocs({ context }: ExtensionSession): vscode.Disposable {
  return vscode.workspace.registerFileSystemProvider(DOCS_SCHEME, new DocsFiles(context.extensionUri), { isCaseSensitive: true, isReadonly: true });
}

const NOTHING = new vscode.Disposable(() => undefined);
