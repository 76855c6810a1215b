import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { offerFiles } from './files.ts';
import type { CreateClient } from './session.ts';
import { BESIDE, HELD, holding, workerScript } from './worker-script.ts';

/** The server is a web worker. It has no files, so that it asks for them. */
export const createWebClient: CreateClient = (context, options) => {
  const client = new LanguageClient('sds', 'SDS', () => startWorker(vscode.Uri.joinPath(context.extensionUri, 'dist')), options);
  context.subscriptions.push(offerFiles(client));
  return client;
};

/** The files' place may be one that workers cannot load from, such as another machine. */
async function startWorker(folder: vscode.Uri): Promise<MessageTransports> {
  const read = async (name: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
  const [server, ...beside] = await Promise.all(['web/server.js', ...BESIDE].map(read));
  const lock = `sds-language-server ${crypto.randomUUID()}`;
  const address = URL.createObjectURL(new Blob([holding(lock), workerScript(server!, BESIDE.map((name, at) => [name, beside[at]!]))], { type: 'text/javascript' }));
  const worker = new Worker(address, { name: 'sds-language-server' });
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  const reader = new Reader(worker);
  worker.addEventListener('message', ({ data }: MessageEvent<{ method?: string }>) => {
    if (data.method === HELD) navigator.locks.request(lock, () => reader.end()).catch(() => {});
  });
  // Workers that the host wraps are no instances of what the host calls a worker, by which the client would know them.
  return { reader, writer: new BrowserMessageWriter(worker) };
}

/** Can be told that the worker has ended. */
class Reader extends BrowserMessageReader {
  end(): void {
    this.fireClose();
  }
}
