import * as vscode from 'vscode';
import { RENDER_REQUEST, type RenderParams, type RenderResult } from '../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from './extension-session.ts';
import { activeSheet } from './preview/manager.ts';

/** Writes a sheet as one HTML file, laid out as the form, to be sent or printed. */
export function registerExport({ client, context, request }: ExtensionSession): vscode.Disposable {
  const render = async (argument: unknown): Promise<{ uri: vscode.Uri; html: string } | undefined> => {
    const uri = argument instanceof vscode.Uri ? argument : activeSheet();
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a disclosure sheet (.sds.yaml) to export it.'));
      return undefined;
    }
    // The server knows what is open.
    await vscode.workspace.openTextDocument(uri);
    const result = await request<RenderParams, RenderResult>(RENDER_REQUEST, { uri: client.code2ProtocolConverter.asUri(uri) });
    if (!result) void vscode.window.showWarningMessage(vscode.l10n.t('The language server does not answer. See the output “SDS”.'));
    return result ? { uri, html: result.html } : undefined;
  };

  /** @returns where the page was saved; undefined when nobody wanted that */
  const save = async (sheet: vscode.Uri, html: string): Promise<vscode.Uri | undefined> => {
    const target = await vscode.window.showSaveDialog({ defaultUri: pageBeside(sheet), filters: { HTML: ['html'] } });
    if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(html));
    return target;
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand('sds.exportHtml', async (argument?: unknown) => {
      const page = await render(argument);
      const target = page && await save(page.uri, page.html);
      if (!target) return;
      const open = vscode.l10n.t('Open');
      const choice = await vscode.window.showInformationMessage(vscode.l10n.t('Exported to {0}.', shown(target)), ...(isHere(target) ? [open] : []));
      if (choice === open) await vscode.env.openExternal(target);
    }),
    vscode.commands.registerCommand('sds.print', async (argument?: unknown) => {
      const page = await render(argument);
      if (!page) return;
      // A webview cannot print, a browser can; but only one on the computer that has the file.
      if (vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined) {
        const target = vscode.Uri.joinPath(context.globalStorageUri, 'print', nameOf(page.uri));
        await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(page.html));
        await vscode.env.openExternal(target);
        return;
      }
      const target = await save(page.uri, page.html);
      if (target) void vscode.window.showInformationMessage(vscode.l10n.t('Saved to {0}. Open that file in a browser to print it.', shown(target)));
    }),
  );
}

function isHere({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
}

function shown(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}

function nameOf({ path }: vscode.Uri): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.sds)?\.ya?ml$/, '');
  return `${name === '' ? 'sheet' : name}.html`;
}

function pageBeside(sheet: vscode.Uri): vscode.Uri {
  const folder = sheet.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(sheet, '..');
  return folder ? vscode.Uri.joinPath(folder, nameOf(sheet)) : vscode.Uri.file(nameOf(sheet));
}
