import * as vscode from 'vscode';
import { changeBetween, type Change } from './change.ts';
import { openDocument, visibleEditor } from './documents.ts';

interface Changes {
  /** The document's version that the last of them made, or was taken back to. */
  version: number;
  done: Change[];
  undone: Change[];
}

const made = new WeakMap<vscode.TextDocument, Changes>();

/**
 * Makes an edit that a page asks for, and keeps what it changed for `undoIn`.
 * @param make whether the edit is made
 */
export async function recorded(document: vscode.TextDocument, make: () => Promise<boolean>): Promise<boolean> {
  const { version } = document;
  const before = document.getText();
  const done = await make();
  const change = done && document.version === version + 1 ? changeBetween(before, document.getText()) : undefined;
  if (!change) return done;
  const known = made.get(document);
  made.set(document, { version: document.version, done: [...(known?.version === version ? known.done : []), change], undone: [] });
  return done;
}

/**
 * Undoes in a document, or does again. Undo is a matter of the text editor that has the focus: one that can be seen gets
 * it for the moment. Where there is none, pages take back what they have done themselves, and open none for it.
 * @returns false when there is nothing to undo
 */
export async function undoIn(uri: vscode.Uri, redo: boolean, panel: vscode.WebviewPanel): Promise<boolean> {
  const editor = visibleEditor(uri);
  if (editor?.viewColumn === undefined) return takeBack(uri, redo);
  await vscode.window.showTextDocument(uri, { viewColumn: editor.viewColumn, preserveFocus: false });
  await vscode.commands.executeCommand(redo ? 'redo' : 'undo');
  panel.reveal(undefined, false);
  return true;
}

async function takeBack(uri: vscode.Uri, redo: boolean): Promise<boolean> {
  const document = openDocument(uri);
  const changes = document && made.get(document);
  // Somebody else's changes are not a page's to take back.
  if (!document || changes?.version !== document.version) return false;
  const [from, to] = redo ? [changes.undone, changes.done] : [changes.done, changes.undone];
  const change = from.at(-1);
  if (!change) return false;
  const { offset, before, after } = change;
  const [now, then] = redo ? [before, after] : [after, before];
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(document.positionAt(offset), document.positionAt(offset + now.length)), then);
  if (!await vscode.workspace.applyEdit(edit)) return false;
  from.pop();
  to.push(change);
  changes.version = document.version;
  return true;
}
