import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { startSession } from './session.ts';
import { createNodeClient } from './start.node.ts';

let client: BaseLanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  client = await startSession(context, createNodeClient);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
