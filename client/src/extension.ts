import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { startSession, type CreateClient } from './session.ts';

/** What VS Code calls of the extension. */
export interface Extension {
  activate: (context: ExtensionContext) => Promise<void>;
  deactivate: () => Promise<void>;
}

/** @param createClient makes the client for the host that the extension runs in */
export function extensionWith(createClient: CreateClient): Extension {
  let client: BaseLanguageClient | undefined;
  return {
    async activate(context) {
      client = await startSession(context, createClient);
    },
    async deactivate() {
      await client?.stop();
    },
  };
}
