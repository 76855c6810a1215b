import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver-types';
import { codeLenses } from '../../../server/src/features/code-lens.ts';
import type { ClientCommands } from '../../../server/src/features/context.ts';
import { documentSymbols } from '../../../server/src/features/document-symbols.ts';
import type { Locale } from '../../../server/src/l10n/translate.ts';
import { lint } from '../../../server/src/lint/lint.ts';
import { at, HEAD } from '../../support/cursor.ts';

const COMMANDS: ClientCommands = { nextOpenQuestion: 'x.open', nextProblem: 'x.problem', showReferences: 'x.references' };

function lenses(text: string, commands: ClientCommands | undefined = COMMANDS, locale: Locale = 'ja'): CodeLens[] {
  const { context } = at(`|${text}`, locale);
  return codeLenses({ ...context, ...(commands ? { commands } : {}) }, lint(context.sheet));
}

/** Where each lens is, what it says, and what it leads to. */
const told = (text: string, ...given: [ClientCommands?, Locale?]): string[] =>
  lenses(text, ...given).map(({ range, command }) => `${range.start.line}: ${command!.title}${command!.command === '' ? '' : ` → ${command!.command}`}`);
const above = (all: string[], line: number): string[] => all.filter((one) => one.startsWith(`${line}: `)).map((one) => one.slice(one.indexOf(' ') + 1));

/** Everything of the section 8., and of 6.12, is answered or out of scope. */
const LINES = ['  1: 非該当', '  2: はい', '  3:', '    回答: はい', '    要確認: 未', '  77: 該当', '  78: 非該当', '  78.1: はい'];
const SHEET = `${HEAD}回答:\n${LINES.join('\n')}\n`;

describe('Code lenses', () => {
  it('tell above the sheet how far it is, and lead to what is left', () => {
    const [state, open, problems, ...others] = above(told(SHEET), 0);
    assert.match(state!, /^回答 5\/\d+・要確認 1件$/);
    assert.match(open!, /^次の未回答の設問へ（残り\d+件） → x\.open$/);
    assert.match(problems!, /^エラー 1件・警告 \d+件・情報 1件 → x\.problem$/);
    assert.deepEqual(others, []);
  });

  it('tell above the first row of each section of the sheet how far that is', () => {
    const all = told(SHEET);
    const lineOf = (line: string): number => SHEET.split('\n').indexOf(line);
    assert.deepEqual(above(all, lineOf('  1: 非該当')), ['8. 診療録及び診療諸記録を外部に保存する際の基準: 回答 1/1']);
    assert.deepEqual(above(all, lineOf('  3:')), ['6.3 組織的安全管理対策 (体制、運用管理規程): 回答 1/7・要確認 1件 → x.open', '情報 1件 → x.problem']);
    assert.deepEqual(above(all, lineOf('  78: 非該当')), ['6.12 法令で定められた記名・押印を電子署名で行うことについて: 回答 1/1', 'エラー 1件 → x.problem']);
    const [lens] = lenses(SHEET).filter(({ range }) => range.start.line === lineOf('  3:'));
    assert.deepEqual(lens!.command!.arguments, ['file:///test.sds.yaml', '3'], 'the section is named by its first row');
  });

  it('stand once where the questions of a section are scattered', () => {
    const lines = told(`${HEAD}回答:\n  1: 非該当\n  2: はい\n  1.1: はい\n`).filter((one) => one.includes(': 8. '));
    assert.deepEqual(lines.length, 1);
    assert.ok(told(`${HEAD}回答:\n  1: 非該当\n  2: はい\n  1.1: はい\n`).includes('6: エラー 1件 → x.problem'), 'the problem further below counts');
  });

  it('tell above each remark who cites it, and show the places', () => {
    const text = `${HEAD}回答:\n  3: { 回答: はい, 備考: [1, 規程] }\n  21:\n    回答: はい\n    備考: 1\n備考記載欄:\n  1: 本文\n  規程: 本文その2\n  2: 誰も引用しない\n`;
    const remarks = lenses(text).slice(-3);
    assert.deepEqual(remarks.map(({ command }) => command!.title), ['引用: 3、21', '引用: 3', '引用している設問はありません']);
    const [uri, position, locations] = remarks[0]!.command!.arguments as [string, object, { range: { start: { line: number } } }[]];
    assert.deepEqual([uri, position, locations.map(({ range }) => range.start.line)], ['file:///test.sds.yaml', remarks[0]!.range.start, [6, 9]]);
    assert.equal(remarks[2]!.command!.command, '');
  });

  it('name a few of the rows that cite a remark, and count the others', () => {
    const rows = Array.from({ length: 11 }, (_, at) => `  ${at + 2}: { 回答: はい, 備考: 1 }\n`).join('');
    assert.ok(told(`${HEAD}回答:\n${rows}備考記載欄:\n  1: 本文\n`).at(-1)!.includes('引用: 2、3、4、5、6、7、8、9、ほか3件'));
  });

  it('only tell where the client has no commands', () => {
    const all = told(SHEET, {});
    assert.ok(all.some((one) => /^0: 未回答 \d+件$/.test(one)), all.join('\n'));
    assert.ok(lenses(SHEET, {}).every(({ command }) => command!.command === '' && command!.arguments === undefined && command!.title !== ''));
  });

  it('count while a part of the text cannot be read, as the outline does, and lead to no question that may stand there', () => {
    const text = `${HEAD}回答:\n  1: 非該当\n  2: [\n  3: はい\n  4:\n  5: いいえ\n`;
    const broken = told(text);
    const [unreadable, state, open, problems, ...others] = above(broken, 0);
    assert.deepEqual([unreadable, open, others], ['読み取れない箇所があります', '次の未回答の設問へ（残り2件） → x.open', []]);
    assert.match(state!, /^回答 3\/\d+$/);
    assert.match(problems!, /^エラー 1件/);
    assert.deepEqual(above(broken, 6), ['8. 診療録及び診療諸記録を外部に保存する際の基準: 回答 1/1']);
    assert.equal(above(broken, 8)[0], '6.3 組織的安全管理対策 (体制、運用管理規程): 回答 2/7 → x.open');
    const { context } = at(`|${text}`);
    const outline = documentSymbols(context).filter(({ detail }) => detail?.startsWith('6.3 '));
    assert.deepEqual(outline.map(({ detail }) => detail), ['6.3 回答 2/7']);
    assert.deepEqual(above(told(`${HEAD}回答:\n  1: 非該当\n備考記載欄:\n  1: [\n  2: "い\n`), 0).filter((one) => one.includes('次の')), []);
  });

  it('hold in a document with CRLF and a byte order mark', () => {
    assert.deepEqual(told(`\uFEFF${SHEET.replaceAll('\n', '\r\n')}`), told(SHEET));
  });

  it('are none where there is no form, or no line to stand above', () => {
    assert.deepEqual(told('回答:\n  1: 非該当\n備考記載欄:\n  1: 本文\n'), []);
    assert.deepEqual(told(`${HEAD}回答: { 1: 非該当 }\n備考記載欄: { 1: 本文 }\n`).filter((one) => !one.startsWith('0: ')), []);
  });

  it('speak English too', () => {
    assert.match(above(told(SHEET, COMMANDS, 'en'), 0).join('; '), /^5 of \d+ answered, 1 to be confirmed; Next open question \(\d+ left\) → x\.open; 1 error, \d+ warnings?, 1 note → x\.problem$/);
  });
});
