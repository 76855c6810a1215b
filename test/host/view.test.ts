import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, closeAll, extension, HEAD, openSheet, until } from './support.ts';

const isJapanese = vscode.env.language.startsWith('ja');
const LEFT_OUT = isJapanese ? '1.1、1.2 対象外' : '1.1, 1.2 対象外';
const SHEET = `${HEAD}回答:\n  1: 非該当\n  3:\n    回答: はい\n    備考: 1\n備考記載欄:\n  1: 6.11.C8 による\n`;

const lenses = (uri: vscode.Uri): Thenable<vscode.CodeLens[]> => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 99);
const hints = (document: vscode.TextDocument): Thenable<vscode.InlayHint[]> =>
  vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, new vscode.Range(0, 0, document.lineCount, 0));
const labels = async (document: vscode.TextDocument): Promise<string[]> => [...await hints(document)].sort((a, b) => a.position.compareTo(b.position)).map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));

function put(editor: vscode.TextEditor, text: string): void {
  const place = behind(editor.document, text);
  editor.selection = new vscode.Selection(place, place);
}

describe('What is shown in a sheet', () => {
  afterEach(closeAll);

  it('are questions behind their numbers, and answers that are left out, as the settings say', async () => {
    const { document } = await openSheet(SHEET);
    await until(async () => (await labels(document)).length > 0, 'hints');
    assert.deepEqual(await labels(document), ['診療録及び診療諸記録の外部保存を受託する…', LEFT_OUT, '医療情報システムを運用する際に、医療情報…']);
    const settings = vscode.workspace.getConfiguration('sds.inlayHints');
    await settings.update('questions', false, vscode.ConfigurationTarget.Workspace);
    try {
      await until(async () => (await labels(document)).join() === LEFT_OUT, 'the hints to go');
    } finally {
      await settings.update('questions', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('are lenses above the sheet, its sections and its remarks, whose commands are all there', async () => {
    const { document } = await openSheet(SHEET);
    const found = await until(async () => (await lenses(document.uri)).length > 0 && lenses(document.uri), 'lenses');
    const titles = found.map(({ command }) => command!.title);
    assert.ok(titles.includes(isJapanese ? '引用: 3' : 'Cited by 3'), titles.join('\n'));
    assert.ok(titles.some((title) => /^8\. .*1[/ of]+1/.test(title)), titles.join('\n'));
    const known = await vscode.commands.getCommands(true);
    const carried = new Set(found.map(({ command }) => command!.command).filter((command) => command !== ''));
    assert.deepEqual([...carried].sort(), ['sds.nextOpenQuestion', 'sds.nextProblem', 'sds.showReferences']);
    for (const command of carried) assert.ok(known.includes(command), command);
    const { command } = found.find((lens) => lens.command!.command === 'sds.showReferences')!;
    await vscode.commands.executeCommand(command!.command, ...command!.arguments as unknown[]);
    await vscode.commands.executeCommand('closeReferenceSearch');
  });
});

describe('The ways through a sheet', () => {
  afterEach(closeAll);

  it('lead to a question that is left out, which is written in one step of undoing, and answered from the list', async () => {
    const editor = await openSheet(SHEET);
    const { document } = editor;
    put(editor, '  1: 非該当');
    await vscode.commands.executeCommand('sds.nextOpenQuestion');
    const added = SHEET.replace('  3:\n', '  2: \n  3:\n');
    assert.equal(document.getText(), added);
    assert.deepEqual(editor.selection.active, behind(document, '  2: '));
    await until(async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText() !== added;
    }, 'the answer to be accepted');
    assert.equal(document.getText(), added.replace('  2: ', '  2: はい'));
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), SHEET);
  });

  it('lead on, back, and from a lens', async () => {
    const editor = await openSheet(`${HEAD}回答:\n  1: 非該当\n  2:\n  3: ○\n  75: ○\n`);
    const { document } = editor;
    const selected = (): string => document.getText(editor.selection);
    put(editor, '  2:');
    await vscode.commands.executeCommand('sds.nextOpenQuestion');
    assert.equal(selected(), '○');
    await vscode.commands.executeCommand('sds.previousOpenQuestion');
    assert.deepEqual(editor.selection.active, behind(document, '  2:'));
    await vscode.commands.executeCommand('sds.nextOpenQuestion', document.uri.toString(), '3');
    assert.equal(editor.selection.active.line, behind(document, '  3: ○').line);
  });

  it('lead from problem to problem', async () => {
    const editor = await openSheet(`${HEAD}回答:\n  1: 非該当\n  1.1: はい\n  75: 非該当\n  75.1: はい\n`);
    const { document } = editor;
    put(editor, '  1: 非該当');
    await vscode.commands.executeCommand('sds.nextProblem');
    assert.deepEqual(editor.selection.active, behind(document, '  1.1: '));
    await vscode.commands.executeCommand('sds.nextProblem');
    assert.deepEqual(editor.selection.active, behind(document, '  75.1: '));
    await vscode.commands.executeCommand('sds.previousProblem');
    assert.deepEqual(editor.selection.active, behind(document, '  1.1: '));
  });

  it('have keys that VS Code itself has no use for', async () => {
    const own = (extension().packageJSON.contributes.keybindings as { command: string; key: string }[]).filter(({ command }) => /Question$|Problem$/.test(command));
    assert.equal(own.length, 4);
    await extension().activate();
    await vscode.commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
    const { document } = (await until(() => vscode.window.activeTextEditor?.document.getText().includes('"key":') && vscode.window.activeTextEditor, 'the default keybindings'));
    const taken = [...document.getText().matchAll(/"key": "([^"]+)",[^}]*?"command": "([^"]+)"/g)].filter(([, , command]) => !command!.startsWith('sds.'));
    assert.ok(taken.length > 500, `${taken.length} keybindings`);
    for (const { command, key } of own) assert.deepEqual(taken.filter(([, other]) => other === key).map(([, , other]) => other), [], command);
  });
});
