import type { Connection } from 'vscode-languageserver';
import { NotText, type Files } from '../workspace/files.ts';
import {
  FILE_STAMP_REQUEST, LIST_FOLDER_REQUEST, READ_FILE_REQUEST, type FileParams, type FileStampResult, type ListFolderResult, type ReadFileResult,
} from './protocol.ts';

/** @returns the files that the client has: a worker has none of its own */
export function clientFiles(connection: Connection): Files {
  const ask = async <Result>(method: string, uri: string): Promise<Result> => {
    try {
      return await connection.sendRequest<Result>(method, { uri } satisfies FileParams);
    } catch (error) {
      // Its code is the protocol's, and no reason that anybody could read.
      throw new Error(error instanceof Error ? error.message : String(error));
    }
  };
  const entries = async (uri: string): ReturnType<Files['entries']> => (await ask<ListFolderResult>(LIST_FOLDER_REQUEST, uri)) ?? undefined;
  return {
    async read(uri) {
      const found = await ask<ReadFileResult>(READ_FILE_REQUEST, uri);
      if (found?.text === null) throw new NotText();
      return found?.text;
    },
    async list(uri) {
      return (await entries(uri))?.map(({ name }) => name);
    },
    entries,
    async stamp(uri) {
      return (await ask<FileStampResult>(FILE_STAMP_REQUEST, uri)) ?? undefined;
    },
  };
}
