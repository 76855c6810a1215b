import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type NodeModule } from 'vscode-languageclient/node';
import type { CreateClient } from './session.ts';

/** The server is a Node.js process of its own, reached over IPC. */
export const createNodeClient: CreateClient = (context, options) => {
  const server: NodeModule = {
    module: vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath,
    transport: TransportKind.ipc,
  };
  return new LanguageClient('sds', 'SDS', { run: server, debug: { ...server, options: { execArgv: ['--inspect'] } } }, options);
};
