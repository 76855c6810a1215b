import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, closeAll, HEAD, openSheet, until } from './support.ts';

const isJapanese = vscode.env.language.startsWith('ja');
const SHEET = `${HEAD}回答:\n  75: 非該当\n  75.1: はい # 6.11.C8\n  3:\n    回答: はい\n    備考: [2, 入退室]\n    社内: docs/規程.pdf\n備考記載欄:\n  入退室: い\n  2: ろ\n`;

/** Asks until the language server has answered. */
const ask = <T>(command: string, ...args: unknown[]): Promise<T[]> => until(async () => {
  const found = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
  return found !== undefined && found.length > 0 && found;
}, command);

describe('Moving through a sheet', () => {
  afterEach(closeAll);

  it('goes from a citation to the remark, and back to the citations', async () => {
    const editor = await openSheet(SHEET);
    const { document } = editor;
    const [link] = await ask<vscode.LocationLink>('vscode.executeDefinitionProvider', document.uri, behind(document, '[2, 入退'));
    assert.equal(document.getText(link!.originSelectionRange), '入退室');
    assert.equal(document.getText(link!.targetRange), '入退室: い');
    const place = behind(document, '[2, 入退');
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    await until(() => editor.selection.active.line === behind(document, '入退室: い').line, 'the cursor to be on the remark');
    const references = await ask<vscode.Location>('vscode.executeReferenceProvider', document.uri, editor.selection.active);
    assert.deepEqual(references.map(({ range }) => range.start.line), [behind(document, '[2').line, editor.selection.active.line]);
  });

  it('lights up the rows that a row decides', async () => {
    const { document } = await openSheet(SHEET);
    const found = await ask<vscode.DocumentHighlight>('vscode.executeDocumentHighlights', document.uri, behind(document, '  75'));
    assert.deepEqual(found.map(({ range }) => document.getText(range)), ['75', '非該当', '75.1']);
  });

  it('renames a remark with its citations, in one step of undoing', async () => {
    const { document } = await openSheet(SHEET);
    const place = behind(document, '備考記載欄:\n  入退');
    const prepared = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>('vscode.prepareRename', document.uri, place);
    assert.equal(prepared.placeholder, '入退室');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, place, '入室');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), SHEET.replaceAll('入退室', '入室'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), SHEET);
  });

  it('says why something cannot be renamed', async () => {
    const { document } = await openSheet(SHEET);
    const refused = vscode.commands.executeCommand('vscode.prepareRename', document.uri, behind(document, '75.'));
    await assert.rejects(Promise.resolve(refused), isJapanese ? /設問番号は様式で決まっている/ : /The form gives questions their numbers/);
  });

  it('renumbers remarks where source actions are asked for', async () => {
    const { document } = await openSheet(SHEET);
    const whole = new vscode.Range(0, 0, 0, 0);
    const [action] = await ask<vscode.CodeAction>('vscode.executeCodeActionProvider', document.uri, whole, 'source.remarks.renumber');
    assert.ok(await vscode.workspace.applyEdit(action!.edit!));
    assert.equal(document.getText(), SHEET.replace('[2,', '[1,').replace('2: ろ', '1: ろ'));
  });

  it('links references and files', async () => {
    const { document } = await openSheet(SHEET);
    const links = await ask<vscode.DocumentLink>('vscode.executeLinkProvider', document.uri, 100);
    const guideline = links.find(({ range }) => document.getText(range) === '6.11.C8');
    assert.match(guideline!.target!.toString(), /^https:\/\/www\.mhlw\.go\.jp\//);
    const file = links.find(({ range }) => document.getText(range) === 'docs/規程.pdf');
    assert.equal(file!.target!.toString(), vscode.Uri.joinPath(document.uri, '..', 'docs', '規程.pdf').toString());
  });
});
