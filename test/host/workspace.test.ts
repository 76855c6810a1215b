import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, closeAll, codeOf, CONTRADICTORY, diagnostic, extension, HEAD, noDiagnostic, openSheet, replace, until } from './support.ts';

/** Writes a file that no editor has open. */
async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  await extension().activate();
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, crypto.randomUUID(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Shows a file as a person does: what an extension opens, VS Code keeps open for minutes after its editor is closed. */
async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return until(() => vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString()), 'the editor');
}

const isOpen = (uri: vscode.Uri): boolean => vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());

describe('The sheets of the folder', () => {
  afterEach(closeAll);

  it('have their problems shown without ever being opened', async () => {
    const uri = await writeFile('開いていない.sds.yaml', CONTRADICTORY);
    const found = await diagnostic(uri, 'inconsistent-answer');
    assert.equal(isOpen(uri), false);
    assert.equal(found.range.start.line, 7);
    assert.equal(String((found.code as { target: vscode.Uri }).target), 'sds-docs:/rules/inconsistent-answer.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(CONTRADICTORY.replace('75.1: はい', '75.1: 対象外')));
    await noDiagnostic(uri, 'inconsistent-answer');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(CONTRADICTORY));
    await diagnostic(uri, 'inconsistent-answer');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
    await until(() => vscode.languages.getDiagnostics(uri).length === 0, 'no diagnostic of a file that is gone');
  });

  it('have the problems of their files again once they are closed', async () => {
    const uri = await writeFile('書きかけ.sds.yaml', CONTRADICTORY);
    const editor = await show(uri);
    await diagnostic(uri, 'inconsistent-answer');
    await replace(editor, '75.1: はい', '75.1: 対象外');
    await noDiagnostic(uri, 'inconsistent-answer');
    await closeAll();
    await until(() => !isOpen(uri), 'the document to be closed');
    await diagnostic(uri, 'inconsistent-answer');
  });

  it('have none any more once the setting is off and they are closed', async () => {
    const closed = await writeFile('閉.sds.yaml', CONTRADICTORY);
    const { document } = await show(await writeFile('開.sds.yaml', CONTRADICTORY));
    await diagnostic(closed, 'inconsistent-answer');
    await diagnostic(document.uri, 'inconsistent-answer');
    const settings = vscode.workspace.getConfiguration('sds');
    await settings.update('workspaceDiagnostics', false, vscode.ConfigurationTarget.Workspace);
    try {
      await until(() => vscode.languages.getDiagnostics(closed).length === 0, 'no diagnostic of a file that is not open');
      assert.ok(vscode.languages.getDiagnostics(document.uri).some((one) => codeOf(one) === 'inconsistent-answer'));
      await closeAll();
      await until(() => vscode.languages.getDiagnostics(document.uri).length === 0, 'no diagnostic of a file that was closed');
    } finally {
      await settings.update('workspaceDiagnostics', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await diagnostic(closed, 'inconsistent-answer');
  });

  it('are searched for symbols', async () => {
    const one = await writeFile('甲.sds.yaml', `${HEAD.replace('リモート保守サービス', '甲サービス')}回答:\n  75: 該当\n`);
    const other = await writeFile('乙.sds.yaml', `${HEAD.replace('リモート保守サービス', '乙サービス')}回答:\n  75: 非該当\n`);
    const found = async (query: string): Promise<vscode.SymbolInformation[] | false> => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
      const own = [one, other].map((uri) => symbols.find(({ location }) => location.uri.toString() === uri.toString()));
      return own.every((symbol) => symbol !== undefined) && own;
    };
    for (const query of ['75', 'リモートメンテナンスサービス']) {
      const symbols = await until(() => found(query), `the row in both sheets by ${query}`);
      assert.deepEqual(symbols.map(({ name }) => name.split(' ').slice(0, 2).join(' ')), ['75 該当', '75 非該当']);
      assert.match(symbols[0]!.containerName, /甲サービス/);
      assert.deepEqual(symbols[1]!.location.range, new vscode.Range(6, 2, 6, 4));
    }
  });

  it('refer to an item of the guideline across files', async () => {
    const other = await writeFile('別.sds.yaml', `${HEAD}回答:\n  3: { 回答: はい, 備考文: 6.11.C8 による }\n`);
    const { document } = await openSheet(`${HEAD}回答:\n  4:\n    回答: はい\n    参照項番: 6.11.C8\n`);
    await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, behind(document, '6.11.C'));
      const places = [document.uri, other].map((uri) => found.filter((one) => one.uri.toString() === uri.toString()).map(({ range }) => `${range.start.line}:${range.start.character}`));
      return places.every((some) => some.length > 0) && assert.deepEqual(places, [['8:10'], ['6:20']]) === undefined;
    }, 'references in both files');
  });
});
