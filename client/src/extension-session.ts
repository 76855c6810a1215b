import type { Disposable, ExtensionContext, LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What the extension's parts share. */
export interface ExtensionSession {
  context: ExtensionContext;
  client: BaseLanguageClient;
  log: LogOutputChannel;
  /**
   * Asks the server, once it is up.
   * @returns undefined while the server is down or restarting; whoever asks keeps what it has
   */
  request: <Params, Result>(method: string, params: Params) => Promise<Result | undefined>;
}

/** A part of the extension: registers what it needs, at once, since previews and pages are restored while the window opens. */
export type Contribution = (session: ExtensionSession) => Disposable;
