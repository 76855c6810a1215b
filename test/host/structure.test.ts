import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, closeAll, HEAD, openSheet, until } from './support.ts';

const SHEET = `${HEAD}回答:\n  2: はい\n  3:\n    回答: はい\n    備考: 1\n備考記載欄:\n  1: 6.11.C8 による\n`;

describe('The structure of a sheet', () => {
  afterEach(closeAll);

  it('shows in the outline', async () => {
    const { document } = await openSheet(SHEET);
    const symbols = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
      return found !== undefined && found.length > 0 && found;
    }, 'the outline');
    const remarks = symbols.at(-1)!;
    assert.equal(document.getText(remarks.selectionRange), '備考記載欄');
    assert.deepEqual(remarks.children.map(({ name, detail }) => [name, detail]), [['1', '6.11.C8 による']]);
  });

  it('folds, and unfolds what the cursor goes to', async () => {
    const editor = await openSheet(SHEET);
    const inside = behind(editor.document, '備考: 1');
    editor.selection = new vscode.Selection(inside, inside);
    await until(async () => {
      await vscode.commands.executeCommand('editor.fold');
      return editor.visibleRanges.length > 1 || editor.selection.active.line < inside.line;
    }, 'the row to be folded');
    await vscode.commands.executeCommand('editor.unfoldAll');
  });

  it('is selected outwards, from a word to the key and its value', async () => {
    const { document } = await openSheet(SHEET);
    const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [behind(document, '2: は')]);
    const texts: string[] = [];
    for (let one: vscode.SelectionRange | undefined = range; one; one = one.parent) texts.push(document.getText(one.range).trim());
    assert.ok(texts.includes('はい') && texts.includes('2: はい'), texts.join(' / '));
  });

  it('has colours that know the form', async () => {
    const { document } = await openSheet(SHEET);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    assert.ok(legend.tokenModifiers.includes('gate'));
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.equal(tokens.data.length / 5, 7);
  });
});
