import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { behind, closeAll, HEAD, openSheet, until } from './support.ts';

const isJapanese = vscode.env.language.startsWith('ja');
const SHEET = `${HEAD}回答:
  75: 該当 # 保守
  75.1: はい
  76:
    回答: はい
    備考文: 自社で行う
  77: 非該当
  78: 該当
  78.1: いいえ
備考記載欄:
  1: い
`;

/** The refactorings at a selection, with their edits, which VS Code asks for when one is chosen. */
function refactorings(uri: vscode.Uri, range: vscode.Range, kind = 'refactor'): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind, 20);
}

describe('Refactorings', () => {
  afterEach(closeAll);

  /** Does what begins with a title where a text ends, and takes it back by one step of undoing. */
  async function check(place: string, kind: string, title: RegExp, expected: string, to = place): Promise<void> {
    const { document } = await openSheet(SHEET);
    const start = place === to ? behind(document, place) : behind(document, place).translate(0, -place.length);
    const range = new vscode.Range(start, behind(document, to));
    const action = await until(async () => (await refactorings(document.uri, range, kind)).find((one) => title.test(one.title)), `the refactoring ${String(title)}`);
    assert.ok(action.edit, action.title);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.equal(document.getText(), expected);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), SHEET);
  }

  it('close a question with all that is below it', () => check(
    '75: 該当', 'refactor.rewrite', isJapanese ? /省く/ : /leave out/, SHEET.replace('75: 該当', '75: 非該当').replace('  75.1: はい\n', ''),
  ));

  it('open one and add what is below it', () => check(
    '77: 非該当', 'refactor.rewrite', isJapanese ? /空欄で追加/ : /add what is below/, SHEET.replace('77: 非該当\n', '77: 該当\n  77.1:\n  77.2:\n  77.3:\n'),
  ));

  it('answer what is selected', () => check(
    '75.1', 'refactor', isJapanese ? /選択した設問を「いいえ」/ : /what is selected with “いいえ”/, SHEET.replace('75.1: はい', '75.1: いいえ').replace('回答: はい', '回答: いいえ'), '78.1: いいえ',
  ));

  it('move a remark to the table', () => check(
    '自社で行う', 'refactor.extract', /./, `${SHEET.replace('備考文: 自社で行う', '備考: 2')}  2: 自社で行う\n`,
  ));

  it('move a remark to another number, those between shifting', async () => {
    const text = `${HEAD}回答:\n  3: { 回答: はい, 備考: [3, 1] }\n備考記載欄:\n  1: い\n  2: ろ\n  3: は\n`;
    const { document } = await openSheet(text);
    const place = new vscode.Range(behind(document, '3: は'), behind(document, '3: は'));
    const move = await until(async () => (await refactorings(document.uri, place)).find(({ command }) => command), 'the move');
    const [{ kind }] = move.command!.arguments as [{ kind: string }];
    const [first] = await refactorings(document.uri, place, kind);
    assert.ok(await vscode.workspace.applyEdit(first!.edit!));
    assert.equal(document.getText(), `${HEAD}回答:\n  3: { 回答: はい, 備考: [1, 2] }\n備考記載欄:\n  1: は\n  2: い\n  3: ろ\n`);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('write an answer as a map', () => check(
    '75.1: はい', 'refactor.rewrite', isJapanese ? /行に分ける/ : /on a line of its own/, SHEET.replace('75.1: はい', '75.1:\n    回答: はい'),
  ));
});
