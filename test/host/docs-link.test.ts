import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const SHEET = `様式: SDS-4.0
回答:
  18: ○
`;

describe('the link from a diagnostic to its page', () => {
  let target: vscode.Uri;

  before(async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, '診断.sds.yaml');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(SHEET));
    await vscode.window.showTextDocument(file);
    const { code } = await diagnosticOf(file, 'invalid-answer');
    assert.ok(typeof code === 'object');
    target = code.target;
  });

  after(async () => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('leads to a resource of the extension', () => {
    assert.equal(target.toString(), 'sds-docs:/rules/invalid-answer.md');
  });

  it('has the page behind it', async () => {
    const page = await vscode.workspace.openTextDocument(target);
    assert.equal(page.languageId, 'markdown');
    assert.match(page.getText(), /^# 使えない回答の語$/m);
  });

  it('opens the page as it reads, not its source', async () => {
    // The way of a click in a hover: the editor's opener, which runs no commands there.
    await vscode.commands.executeCommand('vscode.open', target);
    assert.deepEqual(shownPage(), { type: 'vscode.markdown.preview.editor', uri: target.toString() });
  });

  it('leads on to the list of all diagnostics', async () => {
    const list = vscode.Uri.joinPath(target, '..', 'README.md');
    await vscode.commands.executeCommand('vscode.open', list);
    assert.deepEqual(shownPage(), { type: 'vscode.markdown.preview.editor', uri: list.toString() });
  });

  it('opens nothing but pages', async () => {
    const other = target.with({ path: '/rules/../../package.json' });
    await assert.rejects(async () => vscode.workspace.fs.readFile(other), vscode.FileSystemError);
  });
});

async function diagnosticOf(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  const find = (): vscode.Diagnostic | undefined => vscode.languages.getDiagnostics(uri)
    .find((one) => (typeof one.code === 'object' ? one.code.value : one.code) === code);
  const present = find();
  if (present) return present;
  return new Promise((resolve) => {
    const listening = vscode.languages.onDidChangeDiagnostics(() => {
      const found = find();
      if (!found) return;
      listening.dispose();
      resolve(found);
    });
  });
}

/** The custom editor in front. */
function shownPage(): { type: string; uri: string } | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? { type: input.viewType, uri: input.uri.toString() } : undefined;
}
