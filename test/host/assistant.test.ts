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
  beforeEach(async () => {
    const { document } = await openSheet(CONTRADICTORY, '一.sds.yaml');
    file = vscode.workspace.asRelativePath(document.uri);
    await until(() => NAMES.every((name) => vscode.lm.tools.some((tool) => tool.name === name)), 'the tools');
  });
  afterEach(closeAll);

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

  it('answer a question, in one step, and do not save; what has to be confirmed is marked', async () => {
    const { document } = await openSheet(CONTRADICTORY, '二.sds.yaml');
    const before = document.getText();
    const said = await invoke('sds_proposeAnswer', { row: '７５．１', answer: '対象外', reason: '担当に聞く', file: document.uri.toString() });
    assert.match(said, /75\.1/);
    const after = document.getText();
    assert.match(after, /75\.1:.*対象外/s);
    assert.match(after, /要確認: 担当に聞く/);
    assert.ok(after.includes('# 2024年度まで') && after.includes('# 要確認'), after);
    assert.ok(document.isDirty);
    assert.match(await invoke('sds_proposeAnswer', { row: '75.1', answer: '対象外' }), /75\.1/);
    assert.equal(document.getText(), after);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await until(() => document.getText() === before, 'the text as it was');
  });

  it('tell of the findings that an answer brings', async () => {
    const { document } = await openSheet(CONTRADICTORY.replace('75.1: はい', '75.1: 対象外'), '三.sds.yaml');
    assert.match(await invoke('sds_proposeAnswer', { row: '75.1', answer: 'はい' }), /\n- 75\.1/);
    assert.match(document.getText(), /75\.1: はい/);
  });

  it('change nothing where there is no such answer, and say what there is', async () => {
    const { document } = await openSheet(CONTRADICTORY, '四.sds.yaml');
    await assert.rejects(invoke('sds_proposeAnswer', { row: '3', answer: '適合' }), /はい \/ いいえ \/ 対象外/);
    await assert.rejects(invoke('sds_proposeAnswer', { row: '999', answer: 'はい' }), /999/);
    await assert.rejects(invoke('sds_proposeAnswer', { row: '17.1', answer: 'はい' }), /17\.1\/記憶/);
    assert.equal(document.getText(), CONTRADICTORY);
  });

  it('find a sheet that is not open, by its path or its address', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const uri = vscode.Uri.joinPath(folder, crypto.randomUUID(), '別.sds.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(CONTRADICTORY));
    for (const name of [vscode.workspace.asRelativePath(uri), uri.fsPath, uri.toString(), uri.toString(true)]) {
      assert.match(await invoke('sds_checkSheet', { file: name }), /別\.sds\.yaml/, name);
    }
  });

  it('read no other file', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const outside = vscode.Uri.joinPath(folder, '..', `${crypto.randomUUID()}.sds.yaml`);
    await vscode.workspace.fs.writeFile(outside, new TextEncoder().encode(CONTRADICTORY));
    const name = outside.path.slice(outside.path.lastIndexOf('/') + 1);
    try {
      const others = ['/etc/passwd', '../../etc/passwd', 'gone.sds.yaml', `../${name}`, outside.fsPath, outside.toString(), `${folder.toString()}/../${name}`, `${folder.toString()}/%2e%2e/${name}`];
      for (const other of others) await assert.rejects(() => invoke('sds_checkSheet', { file: other }));
    } finally {
      await vscode.workspace.fs.delete(outside);
    }
  });
});
