import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { serverEnvironment } from '../../client/src/server-environment.ts';
import { languageServersOf } from '../support/language-servers.ts';
import { closeAll, codeOf, CONTRADICTORY, openSheet, until } from './support.ts';

const servers = (): number[] => languageServersOf(process.pid);
const variablesOf = (pid: number): string[] => readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
const codes = (uri: vscode.Uri): string[] => vscode.languages.getDiagnostics(uri).map(codeOf);

describe('A language server that dies', () => {
  after(closeAll);

  it('is started again, and goes on with what is open and was typed meanwhile', async () => {
    const editor = await openSheet(CONTRADICTORY);
    const { uri } = editor.document;
    await until(() => codes(uri).includes('inconsistent-answer'), 'the first findings');
    const [first, ...others] = servers();
    assert.ok(first !== undefined && others.length === 0, 'one server');
    const lean = Object.entries(serverEnvironment(process.env)).map((variable) => variable.join('='));
    assert.deepEqual(lean.filter((one) => !variablesOf(first).includes(one)), []);
    process.kill(first, 'SIGKILL');
    await editor.edit((edit) => edit.replace(editor.document.lineAt(editor.document.lineCount - 2).range, '  75.1: ○'));
    await until(() => codes(uri).includes('invalid-answer'), 'findings of what was typed');
    const [second, ...more] = servers();
    assert.ok(second !== undefined && second !== first && more.length === 0, 'one other server');
    assert.deepEqual(lean.filter((one) => !variablesOf(second).includes(one)), []);
  });
});
