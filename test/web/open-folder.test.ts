import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, CONTRADICTORY, diagnostic, openSheet, until } from '../host/support.ts';

describe('In a browser, the folder .sds', () => {
  after(closeAll);

  it('is looked for in the open folder, and not above it', async function () {
    this.timeout(60_000);
    const root = vscode.workspace.workspaceFolders![0]!.uri;
    const write = (config: vscode.Uri, text: string): Thenable<void> => vscode.workspace.fs.writeFile(config, new TextEncoder().encode(text));
    const [above, within] = [vscode.Uri.joinPath(root, '..', '.sds'), vscode.Uri.joinPath(root, '.sds')];
    try {
      await write(vscode.Uri.joinPath(above, 'config.yaml'), 'rules: { inconsistent-answer: hint, missing-answer: hint }\n');
      await write(vscode.Uri.joinPath(within, 'config.yaml'), 'rules: { missing-answer: info }\n');
      const { document: { uri } } = await openSheet(CONTRADICTORY);
      const severity = async (code: string): Promise<vscode.DiagnosticSeverity> => (await diagnostic(uri, code)).severity;
      await until(async () => (await severity('missing-answer')) === vscode.DiagnosticSeverity.Information, 'the settings of the open folder');
      assert.equal(await severity('inconsistent-answer'), vscode.DiagnosticSeverity.Error, 'by the rule itself');
      // The very settings hold where they are in the open folder.
      await write(vscode.Uri.joinPath(within, 'config.yaml'), 'rules: { inconsistent-answer: hint, missing-answer: hint }\n');
      await until(async () => (await severity('inconsistent-answer')) === vscode.DiagnosticSeverity.Hint, 'the settings of the open folder, changed');
    } finally {
      for (const folder of [above, within]) await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });
});
