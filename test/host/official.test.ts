import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension, HEAD, openSheet, until } from './support.ts';

const TEXT = '6.4. 物理的安全対策\nC. 最低限のガイドライン\n1. 架空の条文の一つめ。\n2. 架空の条文の二つめ。\f';

describe('Guideline text', () => {
  const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
  const target = (): vscode.Uri => vscode.Uri.joinPath(root(), '.sds', 'guidelines', 'mhlw-5.2.official.yaml');

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(target()).then(undefined, () => {});
  });

  it('is imported into the folder, reported, and shown by the hover', async () => {
    await extension().activate();
    const source = vscode.Uri.joinPath(root(), '架空の本文.txt');
    await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(TEXT));
    const done = vscode.commands.executeCommand('sds.importGuidelineText', source);
    // The list of places has the folder first.
    const report = await until(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.visibleTextEditors.find(({ document }) => document.languageId === 'markdown')?.document.getText();
    }, 'the report');
    await done;
    assert.match(report, /mhlw-5\.2\.official\.yaml/);
    assert.match(report, /6\.4\.C3, 6\.4\.C4/);
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(target())), /架空の条文の二つめ。/);

    const { document } = await openSheet(`${HEAD}回答:\n  11:\n    回答: はい\n    参照項番: 6.4.C2\n`);
    const position = document.positionAt(document.getText().indexOf('6.4.C2') + 2);
    const text = await until(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
      return hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value)).find((one) => one.includes('架空の条文の二つめ'));
    }, 'the official text in the hover');
    assert.match(text, /PDF .*1/);
    await vscode.workspace.fs.delete(source);
  });
});
