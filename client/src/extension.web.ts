import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { startSession } from './session.ts';
import { createWebClient } from './start.web.ts';

let client: BaseLanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  client = await startSession(context, createWebClient);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
