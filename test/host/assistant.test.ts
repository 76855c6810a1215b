import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, CONTRADICTORY, openSheet, until } from './support.ts';

const NAMES = ['sds_checkSheet', 'sds_lookUp', 'sds_openQuestions', 'sds_proposeAnswer'];

/** What a language model is told. */
async function invoke(name: string, input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return result.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

describe('The tools of a language model', () => {
  let file: string;
  before(async () => {
    const { document } = await openSheet(CONTRADICTORY, '一.sds.yaml');
    file = vscode.workspace.asRelativePath(document.uri);
    await until(() => NAMES.every((name) => vscode.lm.tools.some((tool) => tool.name === name)), 'the tools');
  });
  after(closeAll);

  it('check a sheet, the active one or another, and never say that it conforms', async () => {
    for (const input of [{}, { file }]) {
      const said = await invoke('sds_checkSheet', input);
      assert.match(said, /inconsistent-answer|75\.1/);
      assert.match(said, /適合|conform/, 'with the disclaimer');
    }
  });

  it('look up a question and an item of the guideline', async () => {
    assert.match(await invoke('sds_lookUp', { what: '75.1' }), /75\.1/);
    assert.match(await invoke('sds_lookUp', { what: '６.11.Ｃ8' }), /6\.11\.C8/);
    assert.match(await invoke('sds_lookUp', { what: 'どこか' }), /どこか/);
  });

  it('list what is open', async () => {
    const said = await invoke('sds_openQuestions', { file });
    assert.match(said, /^- 1: .*該当/m);
    assert.doesNotMatch(said, /^- 75:/m);
  });

  it('read no other file', async () => {
    for (const other of ['../../etc/passwd', '/etc/passwd', '../x.sds.yaml', 'gone.sds.yaml']) await assert.rejects(invoke('sds_checkSheet', { file: other }));
  });
});
