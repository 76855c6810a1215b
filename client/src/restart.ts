import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { ServerDeaths } from './server-deaths.ts';

/** Starts a server again that has died, and tells the user so once; what comes after that is in the log. */
export function restarting(): ErrorHandler {
  const deaths = new ServerDeaths();
  return {
    // A message that cannot be written or read is logged; when the server is gone, its end is told below.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const { restart, tell } = deaths.next(Date.now());
      const message = vscode.l10n.t('The language server for disclosure sheets had stopped and was started again. Nothing you typed is lost.');
      // The library writes this to its log alone, unless that is to be opened for every word in it.
      if (restart && tell) void vscode.window.showInformationMessage(message);
      return restart
        ? { action: CloseAction.Restart, handled: true, message }
        : { action: CloseAction.DoNotRestart, message: vscode.l10n.t('The language server for disclosure sheets keeps stopping and is not started again. See the output “SDS”, then reload the window.') };
    },
  };
}
