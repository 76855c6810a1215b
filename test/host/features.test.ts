import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, closeAll, codeOf, CONTRADICTORY, diagnostic, fixesFor, HEAD, noDiagnostic, openSheet, replace, until } from './support.ts';

const isJapanese = vscode.env.language.startsWith('ja');
/** VS Code asks for an item's documentation when it is looked at; here for as many as there may be. */
const RESOLVED = 200;

describe('Completion', () => {
  afterEach(closeAll);

  it('gets from 6.11.C to 6.11.C8, replaces what was typed and tells what the item is about', async () => {
    const { document } = await openSheet(`${HEAD}回答:\n  75:\n    回答: 該当\n    参照項番: [6.5.C12, 6.11.C]\n`);
    const place = behind(document, '6.11.C');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider', document.uri, place, 'C', RESOLVED);
    const item = [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1))[0]!;
    assert.equal(typeof item.label === 'string' ? item.label : item.label.label, '6.11.C8');
    const range = item.range instanceof vscode.Range ? item.range : item.range!.replacing;
    assert.equal(document.getText(range), '6.11.C');
    assert.match((item.documentation as vscode.MarkdownString).value, /6\.11\.C8[^]*6\.11 /);
  });

  it('writes what is accepted in the editor, in one step of undoing', async () => {
    const editor = await openSheet(`${HEAD}回答:\n  75: 該当\n  75.1: y\n`);
    const before = editor.document.getText();
    const end = behind(editor.document, '75.1: y');
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await until(async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText() !== before;
    }, 'the suggestion to be accepted');
    assert.equal(editor.document.getText(), before.replace('75.1: y', '75.1: はい'));
    assert.deepEqual(editor.selection.active, behind(editor.document, '75.1: はい'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });
});

describe('Hover', () => {
  afterEach(closeAll);

  it('shows a question in full', async () => {
    const { document } = await openSheet(CONTRADICTORY);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, behind(document, '75.'));
    const text = hover!.contents.map((one) => (one as vscode.MarkdownString).value).join('\n');
    assert.match(text, /リモートメンテナンスサービスに関し、不必要なリモートログインを制限する仕組みを有しているか？/);
    assert.match(text, isJapanese ? /この開示書では対象外です/ : /does not apply to this sheet/);
    assert.equal(document.getText(hover!.range), '75.1');
  });
});

describe('Diagnostics and their fixes', () => {
  afterEach(closeAll);

  it('say what contradicts what, where, and how badly', async () => {
    const { document } = await openSheet(CONTRADICTORY);
    const found = await diagnostic(document.uri, 'inconsistent-answer');
    assert.equal(found.source, 'sds');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(found.range), 'はい');
    assert.match(found.message, isJapanese ? /75\.1 は、75 が「非該当」のため対象外です/ : /75\.1 does not apply, because 75 is “非該当”/);
    const [related] = found.relatedInformation!;
    assert.equal(document.getText(related!.location.range), '非該当');
  });

  it('mend a contradiction and nothing else; undoing takes one step', async () => {
    const editor = await openSheet(CONTRADICTORY);
    const { document } = editor;
    const fixes = await fixesFor(document.uri, await diagnostic(document.uri, 'inconsistent-answer'));
    const fix = fixes.find((one) => one.isPreferred);
    assert.equal(fix?.title, isJapanese ? '75.1 を「対象外」にする' : 'Answer 75.1 with “対象外”');
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.equal(document.getText(), CONTRADICTORY.replace('75.1: はい #', '75.1: 対象外 #'));
    await noDiagnostic(document.uri, 'inconsistent-answer');

    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), CONTRADICTORY);
    await diagnostic(document.uri, 'inconsistent-answer');
  });

  it('undo a fix of many places in one step', async () => {
    const { document } = await openSheet(`${HEAD}回答:\n  1: 非該当\n`);
    const before = document.getText();
    const fixes = await fixesFor(document.uri, await diagnostic(document.uri, 'missing-answer'));
    assert.ok(await vscode.workspace.applyEdit(fixes[0]!.edit!));
    assert.ok(document.lineCount > before.split('\n').length + 50, fixes[0]!.title);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('mend every spelling by one command', async () => {
    const wide = `${HEAD}回答:\n  3：はい\n  １７．２:　いいえ\n`;
    const { document } = await openSheet(wide);
    await diagnostic(document.uri, 'full-width-punctuation');
    // VS Code drops the command without a word while it asks for something else.
    await until(async () => {
      await vscode.commands.executeCommand('editor.action.fixAll');
      return document.getText() === `${HEAD}回答:\n  3: はい\n  17.2: いいえ\n`;
    }, 'the fixed text');
  });

  it('arrive after an edit, and leave with what they were about', async () => {
    const editor = await openSheet(CONTRADICTORY);
    const { uri } = editor.document;
    await diagnostic(uri, 'inconsistent-answer');
    await replace(editor, '75: 非該当', '75: 該当');
    await noDiagnostic(uri, 'inconsistent-answer');
    await replace(editor, '75: 該当', '75: ○');
    await diagnostic(uri, 'invalid-answer');
  });

  it('stay with their own sheet when two are open', async () => {
    const clean = await openSheet(CONTRADICTORY.replace('非該当', '該当'), '整合.sds.yaml');
    const { document } = await openSheet(CONTRADICTORY, '矛盾.sds.yaml');
    await diagnostic(document.uri, 'inconsistent-answer');
    assert.ok(!vscode.languages.getDiagnostics(clean.document.uri).some((one) => codeOf(one) === 'inconsistent-answer'));
  });
});
