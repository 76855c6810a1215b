// What the tests inside VS Code share.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** A first activation starts the language server, perhaps on a busy machine. */
const TIMEOUT_MS = 20_000;

/** The head of a sheet, for documents that are about what stands below it. */
export const HEAD = `様式: SDS-4.0
作成日: 2023-10-04
サービス事業者: リモートメンテナンス株式会社
サービス名称: リモート保守サービス
バージョン: 1.1
`;

/** A sheet whose row 75.1 contradicts row 75. */
export const CONTRADICTORY = `${HEAD}回答:\n  75: 非該当 # 2024年度まで\n  75.1: はい # 要確認\n`;

/** The extension under test. */
export function extension(): vscode.Extension<unknown> {
  return vscode.extensions.getExtension('sds-authoring.sds-authoring')!;
}

/**
 * Shows a new file in an editor once the extension is up. The file has a folder of its own, since VS Code remembers
 * the files that it had open for a while.
 */
export async function openSheet(text: string, name = 'シート.sds.yaml'): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  await extension().activate();
  const uri = vscode.Uri.joinPath(folder.uri, crypto.randomUUID(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), vscode.ViewColumn.One);
}

/** Closes every editor, whatever was changed in it. */
export async function closeAll(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    await vscode.window.showTextDocument(document);
    if (document.isDirty) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Waits until `find` finds something. */
export async function until<T>(find: () => T | undefined | false | Promise<T | undefined | false>, what: string): Promise<T> {
  const end = Date.now() + TIMEOUT_MS;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited ${TIMEOUT_MS / 1000} s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The diagnostic's code as text; VS Code makes an object of a code with a link. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for the diagnostic with this code. */
export function diagnostic(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return until(() => vscode.languages.getDiagnostics(uri).find((one) => codeOf(one) === code), `the diagnostic ${code}`);
}

/** Waits until there is no diagnostic with this code. */
export async function noDiagnostic(uri: vscode.Uri, code: string): Promise<void> {
  await until(() => !vscode.languages.getDiagnostics(uri).some((one) => codeOf(one) === code), `no diagnostic ${code}`);
}

/** The quick fixes that VS Code offers for a diagnostic. */
export async function fixesFor(uri: vscode.Uri, { range }: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind);
}

/** Behind the first occurrence of a text. */
export function behind(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `no “${text}” in the document`);
  return document.positionAt(at + text.length);
}

export async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const end = behind(editor.document, text);
  const start = editor.document.positionAt(editor.document.offsetAt(end) - text.length);
  assert.ok(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), by)), 'the edit was refused');
}

/** Prints a line among the suite's own. */
export function tell(line: string): void {
  console.log(`${process.env['SDS_SUITE_LINE_MARK'] ?? ''}      ${line}`);
}
