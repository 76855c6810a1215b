import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { contributions } from './contributions.ts';
import { docsLinks } from './docs/links.ts';
import type { ExtensionSession } from './extension-session.ts';
import { LANGUAGE } from './language.ts';
import { LENS_COMMANDS } from './lens-commands.ts';
import { restarting } from './restart.ts';

/** Makes the client for the host that the extension runs in: with Node.js, or in a browser. */
export type CreateClient = (context: vscode.ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Starts everything that the extension does in any host.
 * @returns the client, which the host stops
 */
export async function startSession(context: vscode.ExtensionContext, createClient: CreateClient): Promise<BaseLanguageClient> {
  const log = vscode.window.createOutputChannel('SDS', { log: true });
  const client = createClient(context, {
    // Every scheme: untitled sheets, virtual workspaces, the other side of a comparison.
    documentSelector: [{ language: LANGUAGE }],
    diagnosticPullOptions: { onChange: true },
    initializationOptions: { suggestCommand: 'editor.action.triggerSuggest', codeActionsCommand: 'editor.action.codeAction', commands: LENS_COMMANDS },
    middleware: docsLinks,
    errorHandler: restarting(),
    outputChannel: log,
  });
  const started = client.start();
  const session: ExtensionSession = {
    context, client, log,
    async request<Params, Result>(method: string, params: Params) {
      try {
        await started;
        return await client.sendRequest<Result>(method, params);
      } catch (error) {
        log.warn(`${method}: ${String(error)}`);
        return undefined;
      }
    },
  };
  context.subscriptions.push(log, ...contributions.map((contribute) => contribute(session)));
  await started;
  return client;
}
