import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, codeOf, CONTRADICTORY, openSheet, until } from './support.ts';

/** The language servers that this extension host has started. */
function servers(): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]);
      return parent === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').some((part) => part.endsWith('dist/server.js'));
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}

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
