import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, closeAll, HEAD, openSheet, until } from './support.ts';

const isJapanese = vscode.env.language.startsWith('ja');
/** Braces over lines, comments wherever YAML lets them stand, quotes, full-width digits, and a row that is being typed. */
const SHEET = `${HEAD}回答:
  23: { 回答: はい, # 6.5.C12
    # 一
    備考: [①, # 二
      "入退室" ], # 三
# 四
    参照項番: 6.11.C8 }
  24: { 回答: いいえ, 備考: "3" } # 五
  25
備考記載欄: { 1: い, # 六
  入退室: ろ, # 七
  3: は }
`;

/** Asks until the language server has answered. */
const ask = <T>(command: string, ...args: unknown[]): Promise<T[]> => until(async () => {
  const found = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
  return found !== undefined && found.length > 0 && found;
}, command);

describe('A sheet that is hard to read', () => {
  afterEach(closeAll);

  it('is walked through as any other', async () => {
    const { document } = await openSheet(SHEET);
    const cite = behind(document, '"入');
    const [hover] = await ask<vscode.Hover>('vscode.executeHoverProvider', document.uri, cite);
    assert.match((hover!.contents[0] as vscode.MarkdownString).value, /^\*\*備考 入退室\*\*\s+ろ/);
    const [link] = await ask<vscode.LocationLink>('vscode.executeDefinitionProvider', document.uri, cite);
    assert.equal(document.getText(link!.targetRange).trim(), '入退室: ろ');
    const references = await ask<vscode.Location>('vscode.executeReferenceProvider', document.uri, behind(document, '欄: { 1'));
    assert.deepEqual(references.map(({ range }) => document.getText(range)), ['①', '1']);
    const highlights = await ask<vscode.DocumentHighlight>('vscode.executeDocumentHighlights', document.uri, behind(document, '"3'));
    assert.deepEqual(highlights.map(({ range }) => document.getText(range)), ['"3"', '3']);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, behind(document, '備考: ['));
    assert.ok(['1', '入退室', '3'].every((key) => items.some(({ label }) => (typeof label === 'string' ? label : label.label) === key)));
    const comment = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, behind(document, '# 二'));
    assert.deepEqual(comment.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text), []);
    const symbols = await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.deepEqual(symbols.at(-1)!.children.map(({ name }) => name), ['1', '入退室', '3']);
  });

  it('has its remarks renamed and moved, each in one step of undoing', async () => {
    const { document } = await openSheet(SHEET);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, behind(document, '欄: { 1'), '3');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), SHEET.replace('[①', '[3').replace('"3"', '"1"').replace('{ 1: い', '{ 3: い').replace('3: は', '1: は'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), SHEET);
    const place = behind(document, '"3');
    const [inline] = await ask<vscode.CodeAction>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(place, place), 'refactor.inline', 5);
    assert.ok(await vscode.workspace.applyEdit(inline!.edit!));
    assert.equal(document.getText(), SHEET.replace('備考: "3"', '備考文: は').replace(', # 七\n  3: は', ' # 七\n '));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), SHEET);
  });

  it('has a row answered with all below it, in one step of undoing', async () => {
    const { document } = await openSheet(SHEET);
    const place = behind(document, '23: { 回答: は');
    const actions = await ask<vscode.CodeAction>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(place, place), 'refactor.rewrite', 20);
    const action = actions.find(({ title }) => (isJapanese ? /^23 とその下位の設問を「いいえ」/ : /^Answer 23 .*“いいえ”/).test(title));
    assert.ok(action, actions.map(({ title }) => title).join('\n'));
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    assert.match(document.getText(), / {2}23: \{ 回答: いいえ, # 6\.5\.C12\n[^]* \}\n {2}23\.1: いいえ\n {2}23\.2: いいえ\n {2}23\.3: いいえ\n {2}24:/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), SHEET);
  });
});
