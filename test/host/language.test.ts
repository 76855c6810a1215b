import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, CONTRADICTORY, diagnostic, extension, HEAD, openSheet } from './support.ts';

const LANGUAGE = 'sds-yaml';

describe('The language of disclosure sheets', () => {
  afterEach(closeAll);

  for (const name of ['開示書.sds.yaml', '開示書.sds.yml']) {
    it(`is that of ${name}, with its settings and checks`, async () => {
      const { document } = await openSheet(CONTRADICTORY, name);
      assert.equal(document.languageId, LANGUAGE);
      assertDefaults(document);
      await diagnostic(document.uri, 'inconsistent-answer');
    });
  }

  it('is not that of other YAML files', async () => {
    const { document } = await openSheet(HEAD, '設定.yaml');
    assert.equal(document.languageId, 'yaml');
  });

  it('works in a document that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content: CONTRADICTORY });
    await vscode.window.showTextDocument(document);
    assert.ok(document.isUntitled);
    assertDefaults(document);
    await diagnostic(document.uri, 'inconsistent-answer');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider', document.uri, document.positionAt(document.getText().indexOf('75.1')));
    assert.ok(hover);
  });

  it('starts to be checked when a document is told to be a sheet', async () => {
    const { document } = await openSheet(CONTRADICTORY, '下書き.txt');
    assert.notEqual(document.languageId, LANGUAGE);
    const sheet = await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
    await diagnostic(sheet.uri, 'inconsistent-answer');
  });
});

/** Every editor setting that the extension declares for its language is in effect. */
function assertDefaults(document: vscode.TextDocument): void {
  const defaults = extension().packageJSON.contributes.configurationDefaults[`[${LANGUAGE}]`] as Record<string, unknown>;
  assert.ok(Object.keys(defaults).length > 0);
  const settings = vscode.workspace.getConfiguration(undefined, document);
  for (const [name, value] of Object.entries(defaults)) {
    // Where a setting is a map, VS Code adds the entries that the extension leaves as they are.
    if (typeof value === 'object') assert.deepEqual({ ...settings.get<object>(name), ...value }, { ...settings.get<object>(name) }, name);
    else assert.deepEqual(settings.get(name), value, name);
  }
}
