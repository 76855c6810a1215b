import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, CONTRADICTORY, diagnostic, noDiagnostic, openSheet, until } from './support.ts';

describe('The folder .sds beside a sheet', () => {
  afterEach(closeAll);

  it('has its settings hold, changed and taken away while the sheet is open, and its mistakes told on its file', async () => {
    const { document: { uri } } = await openSheet(CONTRADICTORY);
    await diagnostic(uri, 'inconsistent-answer');
    const config = vscode.Uri.joinPath(uri, '..', '.sds', 'config.yaml');
    const write = (text: string): Thenable<void> => vscode.workspace.fs.writeFile(config, new TextEncoder().encode(text));
    await write('rules: { inconsistent-answer: off }\n');
    await noDiagnostic(uri, 'inconsistent-answer');
    assert.deepEqual(vscode.languages.getDiagnostics(config), []);
    await write('rules: { inconsistent-answer: loud }\n');
    const [problem] = await until(() => vscode.languages.getDiagnostics(config).length > 0 && vscode.languages.getDiagnostics(config), 'the mistake in the settings');
    assert.equal(problem!.source, 'sds');
    assert.match(problem!.message, /loud/);
    await diagnostic(uri, 'inconsistent-answer');
    await write('rules: { inconsistent-answer: hint }\n');
    await until(async () => (await diagnostic(uri, 'inconsistent-answer')).severity === vscode.DiagnosticSeverity.Hint, 'another severity');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(config, '..'), { recursive: true });
    await until(async () => (await diagnostic(uri, 'inconsistent-answer')).severity === vscode.DiagnosticSeverity.Error, 'the severity of the rule');
    assert.deepEqual(vscode.languages.getDiagnostics(config), []);
  });
});
