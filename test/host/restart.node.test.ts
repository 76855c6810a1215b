import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { languageServersOf } from '../support/language-servers.ts';
import { closeAll, codeOf, CONTRADICTORY, openSheet, until } from './support.ts';

const servers = (): number[] => languageServersOf(process.pid);
const codes = (uri: vscode.Uri): string[] => vscode.languages.getDiagnostics(uri).map(codeOf);

describe('A language server that dies', () => {
  after(closeAll);

  it('is started again, and goes on with what is open and was typed meanwhile', async () => {
    const editor = await openSheet(CONTRADICTORY);
    const { uri } = editor.document;
    await until(() => codes(uri).includes('inconsistent-answer'), 'the first findings');
    const [first, ...others] = servers();
    assert.ok(first !== undefined && others.length === 0, 'one server');
    process.kill(first, 'SIGKILL');
    await editor.edit((edit) => edit.replace(editor.document.lineAt(editor.document.lineCount - 2).range, '  75.1: ○'));
    await until(() => codes(uri).includes('invalid-answer'), 'findings of what was typed');
    assert.ok(!servers().includes(first));
    assert.equal(servers().length, 1);
  });
});
