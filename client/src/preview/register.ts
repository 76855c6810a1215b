import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import { PREVIEW_CHANGED } from '../../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from '../extension-session.ts';
import { FormEditor } from './custom-editor.ts';
import { PreviewManager } from './manager.ts';
import { ScrollSync } from './scroll-sync.ts';
import { PreviewServer } from './server.ts';

/** Shows sheets as their form, beside the text and in place of it; brought up to date also when the server has something new. */
export function registerPreview(session: ExtensionSession): vscode.Disposable {
  const files = vscode.Uri.joinPath(session.context.extensionUri, 'dist', 'webview');
  const server = new PreviewServer(session);
  const sync: ScrollSync = new ScrollSync(() => [...previews.pages, ...forms.pages]);
  const previews = new PreviewManager(files, server, sync);
  const forms = new FormEditor(files, server, sync);
  const refresh = (): void => {
    previews.refresh();
    forms.refresh();
  };
  return vscode.Disposable.from(
    previews.register(),
    forms.register(),
    sync.register(),
    session.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) refresh();
    }),
    session.client.onNotification(PREVIEW_CHANGED, refresh),
  );
}
