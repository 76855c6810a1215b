import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type NodeModule } from 'vscode-languageclient/node';
import { CLIENT_FILES } from '../../server/src/lsp/protocol.ts';
import { offerFiles } from './files.ts';
import { serverEnvironment } from './server-environment.ts';
import type { CreateClient } from './session.ts';

/** The server is a Node.js process of its own, reached over IPC. It asks for the files that only VS Code can read. */
export const createNodeClient: CreateClient = (context, options) => {
  const env = serverEnvironment(process.env);
  const server: NodeModule = {
    module: vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath,
    transport: TransportKind.ipc,
    args: [CLIENT_FILES],
    options: { env },
  };
  const client = new LanguageClient('sds', 'SDS', { run: server, debug: { ...server, options: { env, execArgv: ['--inspect'] } } }, options);
  context.subscriptions.push(offerFiles(client));
  return client;
};
