import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, diagnostic, extension, openSheet, tell } from './support.ts';

const EDITS = 20;

describe('The time from a keystroke to its diagnostics', () => {
  after(closeAll);

  it('is told of a sheet of full size, each keystroke being answered', async function () {
    this.timeout(60_000);
    const sample = vscode.Uri.joinPath(extension().extensionUri, 'samples', 'remote-maintenance.sds.yaml');
    const editor = await openSheet(new TextDecoder().decode(await vscode.workspace.fs.readFile(sample)));
    const { document } = editor;
    await diagnostic(document.uri, 'unused-remark');
    const line = document.getText().split('\n').indexOf('  75: 該当');
    assert.ok(line >= 0);

    const times: number[] = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      // One letter more, one letter less: the answer is now none, now one that the row has.
      const isWrong = edit % 2 === 0;
      const end = document.lineAt(line).range.end;
      const changed = diagnosticsWith(document.uri, 'invalid-answer', isWrong);
      const start = performance.now();
      await editor.edit((builder) => {
        if (isWrong) builder.insert(end, 'x');
        else builder.delete(new vscode.Range(end.translate(0, -1), end));
      });
      await changed;
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const [median, max] = [times[EDITS / 2]!, times.at(-1)!].map(Math.round);
    tell(`keystroke to diagnostics over ${EDITS} edits: median ${median} ms, max ${max} ms`);
    assert.equal(times.length, EDITS);
  });
});

/** Settles with the event after which there is, or is no longer, a diagnostic with this code. */
function diagnosticsWith(uri: vscode.Uri, code: string, present: boolean): Promise<void> {
  return new Promise((resolve) => {
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (vscode.languages.getDiagnostics(uri).some((one) => codeOf(one) === code) !== present) return;
      listener.dispose();
      resolve();
    });
  });
}
