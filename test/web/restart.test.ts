import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, CONTRADICTORY, openSheet, until } from '../host/support.ts';

/** What every worker of this host is made of; the host wraps its constructor. */
function workers(): Worker {
  const address = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  worker.terminate();
  return Object.getPrototypeOf(worker) as Worker;
}

const codes = (uri: vscode.Uri): string[] => vscode.languages.getDiagnostics(uri).map(codeOf);

describe('A language server whose worker the browser ends', () => {
  after(closeAll);

  it('is started again, and goes on with what is open and was typed meanwhile', async function () {
    this.timeout(60_000);
    const editor = await openSheet(CONTRADICTORY);
    const { uri } = editor.document;
    await until(() => codes(uri).includes('inconsistent-answer'), 'the first findings');
    const all = workers();
    const postMessage = Reflect.get(all, 'postMessage');
    const seen = new Set<Worker>();
    all.postMessage = function (this: Worker, ...what: Parameters<Worker['postMessage']>) {
      seen.add(this);
      postMessage.apply(this, what);
    } as Worker['postMessage'];
    try {
      const type = (answer: string): Thenable<boolean> => editor.edit((edit) => edit.replace(editor.document.lineAt(editor.document.lineCount - 2).range, `  75.1: ${answer}`));
      await type('対象外');
      await until(() => !codes(uri).includes('inconsistent-answer'), 'findings of the first server');
      const [first, ...others] = seen;
      assert.ok(first !== undefined && others.length === 0, 'one server');
      first.terminate();
      await type('○');
      await until(() => codes(uri).includes('invalid-answer'), 'findings of what was typed');
      assert.equal(seen.size, 2);
    } finally {
      all.postMessage = postMessage;
    }
  });
});
