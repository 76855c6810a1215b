import * as vscode from 'vscode';
import { ErrorCodes, ResponseError, type BaseLanguageClient } from 'vscode-languageclient';
import { withoutEnd } from '../../server/src/text/blank.ts';
import {
  FILE_STAMP_REQUEST, LIST_FOLDER_REQUEST, READ_FILE_REQUEST, type FileParams, type FileStampResult, type ListFolderResult, type ReadFileResult,
} from '../../server/src/lsp/protocol.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });
const ABSENT = ['FileNotFound', 'FileNotADirectory', 'EntryNotFound', 'EntryNotADirectory'];

/** Answers a server that has no files of its own, from the folders that are open and from nowhere else. */
export function offerFiles(client: BaseLanguageClient): vscode.Disposable {
  const { fs } = vscode.workspace;
  const answer = <Result>(method: string, find: (uri: vscode.Uri) => Promise<Result>): vscode.Disposable =>
    client.onRequest(method, async ({ uri }: FileParams): Promise<Result | null> => {
      const place = withoutSlash(client.protocol2CodeConverter.asUri(uri));
      return vscode.workspace.getWorkspaceFolder(place) ? orAbsent(find(place)) : null;
    });
  return vscode.Disposable.from(
    answer<ReadFileResult>(READ_FILE_REQUEST, async (uri) => ({ text: decoded(await fs.readFile(uri)) })),
    answer<ListFolderResult>(LIST_FOLDER_REQUEST, async (uri) => (await fs.readDirectory(uri))
      .map(([name, type]) => ({ name, folder: type === vscode.FileType.Directory, ...(type === vscode.FileType.Unknown ? { other: true } : {}) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))),
    answer<FileStampResult>(FILE_STAMP_REQUEST, async (uri) => {
      const { size, mtime } = await fs.stat(uri);
      return { size, written: mtime };
    }),
  );
}

async function orAbsent<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : undefined;
    if (code !== undefined && ABSENT.includes(code)) return null;
    throw new ResponseError(ErrorCodes.InternalError, code ?? String(error));
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function withoutSlash(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: withoutEnd(uri.path, /\//) || uri.path.slice(0, 1) });
}
