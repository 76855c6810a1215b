import assert from 'node:assert/strict';
import { resolveRefactoring, refactorings } from '../../../server/src/features/refactor/index.ts';
import { at, HEAD } from '../../support/cursor.ts';
import { refactor } from '../../support/refactor.ts';

describe('An answer as a word or as a map', () => {
  it('gets lines of keys, its comment behind the answer', () => {
    const { titles, apply } = refactor('  3: は|い # 2024年度\n  4: はい\n');
    assert.deepEqual(titles, ['3 の回答を「回答:」の行に分ける', '3 の回答を { 回答: … } の形にする']);
    assert.equal(apply(/行に分ける/), '  3:\n    回答: はい # 2024年度\n  4: はい\n');
    assert.equal(apply(/の形にする/), '  3: { 回答: はい } # 2024年度\n  4: はい\n');
  });

  it('is a word again where the map says nothing else', () => {
    assert.equal(refactor('  3:\n    回答: |はい # 2024年度\n').apply(/1行の回答/), '  3: はい # 2024年度\n');
    assert.equal(refactor('  3: { 回答: |はい } # 2024年度\n').apply(/1行の回答/), '  3: はい # 2024年度\n');
    for (const other of ['備考: 1', '備考文: い', '参照項番: 6.5.C12', '要確認:', '社内: い', 'だれか: い', '備考:']) {
      assert.ok(!refactor(`  3:\n    回答: |はい\n    ${other}\n`).titles.some((title) => title.includes('1行の回答')), other);
      assert.ok(!refactor(`  3: { 回答: |はい, ${other} }\n`).titles.some((title) => title.includes('1行の回答')), other);
    }
  });

  it('loses no comment on the way', () => {
    assert.equal(refactor('  |3: # 設問\n    # 前\n    回答: はい\n    # 後\n').apply(/1行/), '  # 前\n  3: はい # 設問\n    # 後\n');
    assert.deepEqual(refactor('  |3: # 設問\n    回答: はい # 回答\n').titles, []);
    assert.deepEqual(refactor('  |3: { # 設問\n    回答: はい }\n').titles, []);
  });

  it('opens braces to one key a line', () => {
    const sheet = "  '3': {'回答':はい,備考: [1, 2], 備考文: \"あ, い\", 社内: { 担当: 品質保証部 }} # 注\n  4: はい\n";
    assert.equal(refactor(`|${sheet}`).apply(/開いて/), "  '3': # 注\n    '回答': はい\n    備考: [1, 2]\n    備考文: \"あ, い\"\n    社内: { 担当: 品質保証部 }\n  4: はい\n");
    assert.equal(refactor('  17.1|: { 記憶: はい, 2要素: { 回答: はい, 備考: 1 }, }\n').apply(/開いて/), '  17.1:\n    記憶: はい\n    2要素: { 回答: はい, 備考: 1 }\n');
  });

  it('keeps anchors, quotes, line endings and the sheet\'s indentation', () => {
    assert.equal(refactor('    3: &a "は|い"\r\n').apply(/行に分ける/), '    3:\r\n        回答: &a "はい"\r\n');
    assert.equal(refactor('    3: &a "は|い"\r\n').apply(/の形にする/), '    3: { 回答: &a "はい" }\r\n');
    assert.equal(refactor('  "3":\n    は|い\n').apply(/行に分ける/), '  "3":\n    回答: はい\n');
  });

  it('has only braces where the row itself stands in braces', () => {
    const { titles, apply } = refactor('  17.1: { 記憶: は|い, 生体認証: いいえ }\n', { only: 'refactor.rewrite' });
    assert.deepEqual(titles, ['17.1/記憶 の回答を { 回答: … } の形にする']);
    assert.equal(apply(/./), '  17.1: { 記憶: { 回答: はい }, 生体認証: いいえ }\n');
  });

  it('is left alone where it cannot be read as it stands', () => {
    for (const line of ['  3：は|い', '  3: "は|い', '  3:は|い', '  3: [は|い]', '  3: いいえ\n  3: は|い', '  999: は|い', '  3⟦⟧: |-\n    はい', '  3: # 注|']) {
      assert.deepEqual(refactor(`${line}\n`).titles.filter((title) => /行に分ける|の形にする|1行/.test(title)), [], line);
    }
  });
});

describe('Moving a remark', () => {
  const table = '備考記載欄:\n  1: い\n  3: ろ\n';

  it('from the row to the table, which is made where there is none', () => {
    const sheet = '  3:\n    回答: はい\n    備考文: "あ: |い" # 注\n';
    assert.equal(refactor(sheet).apply('3 の備考文を「備考記載欄」に移し、備考 1 として引用する'), '  3:\n    回答: はい\n    備考: 1 # 注\n\n備考記載欄:\n  1: "あ: い"\n');
    assert.equal(refactor(sheet + table).apply(/引用する/), `  3:\n    回答: はい\n    備考: 4 # 注\n${table}  4: "あ: い"\n`);
    assert.equal(refactor(`  3: { 回答: はい, "備考文": 'あ|い' }\n備考記載欄: { 1: い }\n`).apply(/引用する/), '  3: { 回答: はい, "備考": 2 }\n備考記載欄: { 1: い, 2: \'あい\' }\n');
  });

  it('with the lines of a block text, and the comment behind its sign', () => {
    const sheet = '  3:\n    備考文|: |- # 注\n        あ\n\n          # い\n    回答: はい\n';
    assert.equal(refactor(sheet + table).apply(/引用する/), `  3:\n    備考: 4 # 注\n    回答: はい\n${table}  4: |-\n    あ\n\n      # い\n`);
  });

  it('beside remarks that the row cites already', () => {
    const cited = (cites: string): string => refactor(`  3:\n    回答: はい\n    ${cites}\n    備考文|: あ\n${table}`).apply(/引用する/).split('備考記載欄')[0]!;
    assert.equal(cited('備考: 1 # 注'), '  3:\n    回答: はい\n    備考: [1, 4] # 注\n');
    assert.equal(cited('備考: [1, 3]'), '  3:\n    回答: はい\n    備考: [1, 3, 4]\n');
    assert.equal(cited('備考:\n    - 1 # 注\n    - 3'), '  3:\n    回答: はい\n    備考:\n    - 1 # 注\n    - 3\n    - 4\n');
    assert.equal(cited("備考: '-'"), '  3:\n    回答: はい\n    備考: 4\n');
    assert.equal(cited('備考:'), '  3:\n    回答: はい\n    備考: 4\n');
  });

  it('back into the one row that cites it, from there and from the table', () => {
    const sheet = `  3:\n    回答: はい\n    備考: 3 # 注\n${table}`;
    for (const marked of [sheet.replace('備考: 3', '備考: |3'), sheet.replace('ろ', 'ろ|')]) {
      const { titles, apply } = refactor(marked, { only: 'refactor.inline' });
      assert.deepEqual(titles, ['備考 3 を 3 の「備考文」（この設問だけの備考）にする']);
      assert.equal(apply(/./), '  3:\n    回答: はい\n    備考文: ろ # 注\n備考記載欄:\n  1: い\n');
    }
  });

  it('back into a row that cites others too', () => {
    assert.equal(refactor(`  3:\n    備考: [1, |3]\n${table}`).apply(/備考文/), '  3:\n    備考文: ろ\n    備考: [1]\n備考記載欄:\n  1: い\n');
    assert.equal(refactor(`  3: { 備考: [|1, 3] }\n${table}`).apply(/備考文/), '  3: { 備考文: い, 備考: [3] }\n備考記載欄:\n  3: ろ\n');
    assert.equal(refactor(`  3:\n    備考:\n      - 1 # 注\n      - |3\n${table}`).apply(/備考文/), '  3:\n    備考文: ろ\n    備考:\n      - 1 # 注\n備考記載欄:\n  1: い\n');
    assert.deepEqual(refactor(`  3:\n    備考|: [1, 3]\n${table}`, { only: 'refactor.inline' }).titles, []);
  });

  it('back with all its lines, and the comments on both sides', () => {
    const sheet = '  3:\n    備考: |1 # 注\n    回答: はい\n備考記載欄:\n  1: |- # 表\n    あ\n    い\n  2: う\n';
    assert.equal(refactor(sheet).apply(/備考文/), '  3:\n    # 表\n    備考文: |- # 注\n      あ\n      い\n    回答: はい\n備考記載欄:\n  2: う\n');
  });

  it('with the comment that stands behind it', () => {
    const commented = '備考記載欄:\n  1: い # 表\n  3: ろ\n';
    assert.equal(refactor(`  3:\n    備考: |1\n${commented}`).apply(/備考文/), '  3:\n    備考文: い # 表\n備考記載欄:\n  3: ろ\n');
    assert.equal(refactor(`  3:\r\n    備考: [3, |1]\r\n${commented.replaceAll('\n', '\r\n')}`).apply(/備考文/), '  3:\r\n    備考文: い # 表\r\n    備考: [3]\r\n備考記載欄:\r\n  3: ろ\r\n');
    assert.equal(refactor(`  3: { 備考: |1 } # 注\n${commented}`).apply(/備考文/), '  3: { 備考文: い } # 注\n備考記載欄:\n  # 表\n  3: ろ\n');
    assert.equal(refactor(`  3: { 備考: |1 }\n${commented}`).apply(/備考文/), '  3: { 備考文: い } # 表\n備考記載欄:\n  3: ろ\n');
    assert.equal(refactor(`  3: { 備考: |1, 社内: "あ\n    い" }\n${commented}`).apply(/備考文/), '  3: { 備考文: い, 社内: "あ\n    い" }\n備考記載欄:\n  # 表\n  3: ろ\n');
    assert.equal(refactor('  3:\n    備考: 1\n    備考文|: あ # 注\n備考記載欄:\n  1: い # 表\n').apply(/引用する/), '  3:\n    備考: [1, 2]\n備考記載欄:\n  1: い # 表\n  2: あ # 注\n');
    assert.equal(refactor('  3:\n    備考: 1\n    備考文⟦⟧: |- # 注\n      あ\n      い\n備考記載欄:\n  1: い\n').apply(/引用する/), '  3:\n    備考: [1, 2]\n備考記載欄:\n  1: い\n  2: |- # 注\n    あ\n    い\n');
    assert.equal(refactor('  3:\n    備考: 1\n    備考文|: あ # 注\n備考記載欄: { 1: い }\n').apply(/引用する/), '  3:\n    備考: [1, 2]\n    # 注\n備考記載欄: { 1: い, 2: あ }\n');
  });

  it('with the comments right above it, at whose column it stands', () => {
    const commented = '備考記載欄:\n  # 表\n  1: い\n\n # 左\n  # 一\n  # 二\n  3: ろ # 三\n  # 末\n';
    const left = '備考記載欄:\n  # 表\n  1: い\n\n # 左\n  # 末\n';
    assert.equal(refactor(`  3:\n    備考: |3\n${commented}`).apply(/備考文/), `  3:\n    # 一\n    # 二\n    備考文: ろ # 三\n${left}`);
    assert.equal(refactor(`  3:\n    備考: [1, |3] # 注\n${commented}`).apply(/備考文/), `  3:\n    # 一\n    # 二\n    備考文: ろ # 三\n    備考: [1] # 注\n${left}`);
    assert.equal(refactor(`  3: { 備考: |3 }\n${commented}`).apply(/備考文/), '  3: { 備考文: ろ } # 三\n' + commented.replace('  3: ろ # 三\n', ''));
    const row = '  3:\r\n    備考: 1\r\n    # 一\r\n    備考文|: あ\r\n    # 末\r\n    回答: はい\r\n';
    assert.equal(refactor(`${row}備考記載欄:\r\n  1: い\r\n`).apply(/引用する/), '  3:\r\n    備考: [1, 2]\r\n    # 末\r\n    回答: はい\r\n備考記載欄:\r\n  1: い\r\n  # 一\r\n  2: あ\r\n');
    assert.equal(refactor(`${row}備考記載欄: { 1: い }\r\n`).apply(/引用する/), '  3:\r\n    備考: [1, 2]\r\n    # 一\r\n    # 末\r\n    回答: はい\r\n備考記載欄: { 1: い, 2: あ }\r\n');
    assert.equal(refactor('  3: { 備考: 1,\n    備考文|: あ, # 注\n    回答: はい }\n備考記載欄:\n  1: い\n').apply(/引用する/), '  3: { 備考: [1, 2],\n    # 注\n    回答: はい }\n備考記載欄:\n  1: い\n  2: あ\n');
  });

  it('without a comment in braces, which stays once', () => {
    assert.equal(refactor('  3: { 備考: |1 }\n備考記載欄: {\n  1: い, # 注\n  2: ろ }\n').apply(/備考文/), '  3: { 備考文: い }\n備考記載欄: {\n  # 注\n  2: ろ }\n');
  });

  it('is not offered where it would say something else', () => {
    const none = (answers: string): void => assert.deepEqual(refactor(answers, { only: 'refactor.inline' }).titles, [], answers);
    none(`  3:\n    備考: |1\n  4:\n    備考: 1\n${table}`);
    none(`  3:\n    備考: |1\n    備考文: は\n${table}`);
    none(`  3:\n    備考: |1\n備考記載欄:\n  1: い\n  １: ろ\n`);
    none(`  3:\n    備考: |9\n${table}`);
    none(`  3: { 備考: |1 }\n備考記載欄:\n  1: |-\n    い\n    ろ\n`);
    const cut = '  3:\n    備考文: あ|い #1\n';
    assert.deepEqual(refactor(cut, { only: 'refactor.extract' }).titles, [], 'a part of the text is lost already');
    assert.deepEqual(refactor('  3:\n    備考文⟦⟧: |+\n      あ\n\n', { only: 'refactor.extract' }).titles, []);
  });

  it('there and back again changes nothing', () => {
    for (const text of ['あ', '"あ: い"', "'あ''い'", '|-\n      あ\n        い\n\n      # う', '>-\n      あ\n      い']) {
      const sheet = `  4:\n    備考文: ${text}\n    回答: はい\n${table}`;
      const extracted = refactor(sheet.replace('備考文', '|備考文')).apply(/引用する/);
      assert.equal(refactor(extracted.replace('備考: 4', '備考: |4')).apply(/備考文/), sheet, text);
    }
  });
});

describe('Moving a remark to another number', () => {
  const rows = '  3: { 備考: [5, 2] } # い\n  4:\n    備考: "５"\n  5:\n    備考:\n      - 3\n      - 委託\n';
  const table = '備考記載欄:\n  1: あ\n  # 2について\n  2: い\n  3: >-\n    う\n    2\n  4: え # 4\n  委託: お\n  5: か\n';
  const shift = (marked: string, title: string | RegExp): string => refactor(marked, { only: 'refactor.move' }).apply(title);

  it('is offered for as many remarks as anybody picks from', () => {
    const remarks = (count: number): string[] =>
      refactor(`  3: はい\n備考記載欄:\n  1|: い\n${Array.from({ length: count - 1 }, (_, at) => `  ${at + 2}: い\n`).join('')}`, { only: 'refactor.move' }).titles;
    assert.ok(remarks(20).length > 10);
    assert.deepEqual(remarks(301), []);
  });

  it('shifts those between, with every citation and in the order of the table', () => {
    const after = '  3: { 備考: [2, 3] } # い\n  4:\n    備考: "2"\n  5:\n    備考:\n      - 4\n      - 委託\n備考記載欄:\n  1: あ\n  2: か\n  # 2について\n  3: い\n  4: >-\n    う\n    2\n  5: え # 4\n  委託: お\n';
    const title = '備考 5 を 2 番に移し、2～4 番を1つずつ後ろにずらす';
    assert.equal(shift(rows + table.replace('5: か', '5: |か'), title), after);
    assert.equal(shift(rows.replace('[5,', '[5|,') + table, title), after);
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    assert.equal(shift(crlf(rows + table.replace('5: か', '5: |か')), title), crlf(after));
    const back = shift(after.replace('2: か', '2: |か'), '備考 2 を 5 番に移し、3～5 番を1つずつ前にずらす');
    assert.deepEqual(back.split('\n').toSorted(), (rows + table).replace('"５"', '"5"').split('\n').toSorted());
  });

  it('keeps gaps, and the order of a table that is in none', () => {
    assert.equal(shift('  3: { 備考: [2, 4, 10] }\n備考記載欄:\n  10|: い\n  2: ろ\n  4: は\n', /を 2 番に/), '  3: { 備考: [4, 10, 2] }\n備考記載欄:\n  2: い\n  4: ろ\n  10: は\n');
    assert.equal(shift('  3: { 備考: [1, 2] }\n備考記載欄: { 1|: い, 2: ろ }\n', '備考 1 を 2 番に移し、2 番を前にずらす'), '  3: { 備考: [2, 1] }\n備考記載欄: { 2: い, 1: ろ }\n');
  });

  it('is offered for each number, or as one that opens the list of them', () => {
    const { titles } = refactor(rows + table.replace('3: ', '|3: '), { only: 'refactor.move' });
    assert.deepEqual(titles, [1, 2, 4, 5].map((to) => titles.find((title) => title.startsWith(`備考 3 を ${to} 番に`))));
    const { context, document, offset } = at(`${HEAD}回答:\n${rows}備考記載欄:\n  1|: い\n  2: ろ\n  3: は\n  5: に\n`);
    const range = { start: document.positionAt(offset), end: document.positionAt(offset) };
    const ask = (only?: string[]): (string | undefined)[][] => refactorings(range, only, { ...context, codeActionsCommand: 'list' }, true).map((one) => [one.title, one.command?.command]);
    assert.deepEqual(ask(['refactor']), [['備考 1 を別の番号へ移す（間の番号はずらす）…', 'list']]);
    assert.deepEqual(ask(['refactor.move']).map(([title, command]) => [title!.slice(0, 8), command]), [['備考 1 を 2', undefined], ['備考 1 を 3', undefined], ['備考 1 を 5', undefined]]);
  });

  it('is not offered where nothing lies between, and where it could go wrong', () => {
    for (const marked of [
      '  3: { 備考: 1 }\n備考記載欄:\n  1|: い\n  委託: ろ\n', '  3: { 備考: 委託 }\n備考記載欄:\n  1: い\n  2: い\n  委託|: ろ\n', '  3: { 備考: 9| }\n備考記載欄:\n  1: い\n  2: い\n',
      '  3: { 備考: 1 }\n備考記載欄:\n  1|: い\n  2: い\n  ２: ろ\n', '  3: { 備考: 1 }\n  4: { 備考: [1, {] }\n備考記載欄:\n  1|: い\n  2: い\n', '  3|: { 備考: 1 }\n備考記載欄:\n  1: い\n  2: い\n',
    ]) assert.deepEqual(refactor(marked, { only: 'refactor.move' }).titles, [], marked);
  });
});

describe('One answer for many rows', () => {
  it('is set on a row and all below it', () => {
    const { titles, apply } = refactor('  58|: いいえ # 注\n  58.1:\n    回答: 対象外\n    備考: 1\n  58.3:\n  59: 該当\n', { only: 'refactor.rewrite' });
    assert.deepEqual(titles.slice(0, 3), ['58 とその下位の設問を「はい」にする（4件）', '58 とその下位の設問を「いいえ」にする（3件）', '58 とその下位の設問を「対象外」にする（3件）']);
    // 58.2 applies once 58 and 58.1 are はい.
    assert.equal(apply(/「はい」/), '  58: はい # 注\n  58.1:\n    回答: はい\n    備考: 1\n  58.2: はい\n  58.3: はい\n  59: 該当\n');
    assert.equal(apply(/「対象外」/), '  58: 対象外 # 注\n  58.1:\n    回答: 対象外\n    備考: 1\n  58.3: 対象外\n  59: 該当\n');
  });

  it('is set below a gate without touching the gate, and never so that it contradicts', () => {
    const closed = refactor('  75|: 非該当\n  75.1: はい\n', { only: 'refactor.rewrite' }).titles;
    // Who does not see the text is offered nothing that is about how it is written.
    const asked = refactor('  75|: 非該当\n  75.1: はい\n', { only: 'refactor.rewrite.answers' }).titles;
    assert.deepEqual(asked, closed.filter((title) => !title.includes('回答:')));
    assert.ok(asked.length > 0 && asked.length < closed.length);
    assert.deepEqual(closed.filter((title) => title.includes('下位の設問を「')), ['75 の下位の設問を「対象外」にする（1件）']);
    assert.equal(refactor('  77|: 該当\n  77.2: いいえ\n').apply('77 の下位の設問を「はい」にする（3件）'), '  77: 該当\n  77.1: はい\n  77.2: はい\n  77.3: はい\n');
    assert.equal(refactor('  77|: 該当\n  77.2: いいえ\n').apply('77 の下位の設問を「いいえ」にする（2件）'), '  77: 該当\n  77.1: いいえ\n  77.2: いいえ\n');
  });

  it('is set below a question without leaving there what it rules out', () => {
    const { titles, apply } = refactor('  17|: はい\n  17.3: いいえ\n  17.4: はい\n');
    assert.ok(titles.some((title) => title.startsWith('17 とその下位の設問を「はい」にする') && title.includes('。それにより対象外となる1件は「対象外」にする')), titles.join(' / '));
    assert.match(apply(/17 とその下位の設問を「はい」/), / {2}17\.3: はい\n[^]* {2}17\.4: 対象外\n/);
  });

  it('is set on the options of a question', () => {
    assert.equal(refactor('  17.1|:\n    記憶: はい\n    その他:\n  17.1.1:\n', { only: 'refactor.rewrite' }).titles.filter((title) => title.includes('いいえ')).length, 1);
    assert.match(refactor('  17: はい\n  17.1|:\n    記憶: はい\n    その他:\n').apply(/「いいえ」/), /^ {2}17\.1:\n {4}記憶: いいえ\n {4}生体認証: いいえ\n {4}物理媒体: いいえ\n {4}2要素: いいえ\n {4}その他: いいえ\n/m);
  });

  it('is set on what is selected, where it is one of the row\'s words', () => {
    const { titles, apply } = refactor('  1⟦: 非該当\n  3:\n  4: いいえ # 注\n  17.1:\n    記憶: ○\n⟧  18: いいえ\n');
    assert.deepEqual(titles, ['選択した設問を「該当」にする（1件）', '選択した設問を「はい」にする（3件）', '選択した設問を「いいえ」にする（2件）', '選択した設問を「対象外」にする（3件）']);
    assert.equal(apply(/「はい」/), '  1: 非該当\n  3: はい\n  4: はい # 注\n  17.1:\n    記憶: はい\n  18: いいえ\n');
  });

  it('is set on what is selected without that anything contradicts it', () => {
    const gate = refactor('⟦  51: 該当\n  51.1: はい # 注\n  51.2: 対象外\n  52: はい⟧\n');
    assert.ok(gate.titles.includes('選択した設問を「非該当」にする（1件。それにより対象外となる1件は「対象外」にする）'), gate.titles.join(' / '));
    assert.equal(gate.apply(/「非該当」にする/), '  51: 非該当\n  51.1: 対象外 # 注\n  51.2: 対象外\n  52: はい\n');
    // What stands outside is not changed, so that the gate stays open.
    assert.deepEqual(refactor('⟦  50: 対象外\n  51: 該当⟧\n  51.1: はい\n').titles.filter((title) => title.includes('非該当')), []);
    assert.equal(refactor('⟦  51: 該当\n  51.1: 規程で定める⟧\n').apply(/「非該当」/), '  51: 非該当\n  51.1: 規程で定める\n');
    // Below a closed gate, and as a substitute for what there is, はい could only contradict.
    assert.equal(refactor('⟦  50: 対象外\n  51: 非該当\n  51.1: 対象外\n  51.2:⟧\n').apply(/「はい」/), '  50: はい\n  51: 非該当\n  51.1: 対象外\n  51.2:\n');
    assert.equal(refactor('⟦  17.3: いいえ\n  17.4: はい⟧\n').apply(/「はい」/), '  17.3: はい\n  17.4: 対象外\n');
    assert.equal(refactor('⟦  51: 該当\n  51.1: はい⟧\n', { locale: 'en' }).titles.find((title) => title.includes('非該当')), 'Answer what is selected with “非該当” (1 row; 1 that no longer applies becomes “対象外”)');
  });

  it('never takes the place of a text that somebody wrote', () => {
    assert.equal(refactor('⟦  3: 規程で定めている\n  4: いいえ\n  5: いいえ⟧\n').apply(/「はい」/), '  3: 規程で定めている\n  4: はい\n  5: はい\n');
    assert.equal(refactor('  75|: 該当\n  75.1: 制限している\n').titles.filter((title) => title.includes('下位')).length, 0);
  });

  it('is set in braces too', () => {
    assert.equal(refactor('⟦  17.1: { 記憶: はい,\n    生体認証: }⟧\n').apply(/「いいえ」/), '  17.1: { 記憶: いいえ,\n    生体認証: いいえ }\n');
  });
});

describe('One answer for many rows in braces', () => {
  it('is set on rows that are not there yet', () => {
    assert.equal(refactor('  { 23: は|い, 24: はい } # い\n').apply(/いいえ/), '  { 23: いいえ, 23.1: いいえ, 23.2: いいえ, 23.3: いいえ, 24: はい } # い\n');
    assert.match(refactor('  { 17: は|い, 17.1: { 記憶: はい } }\n').apply(/対象外/), /^ {2}\{ 17: 対象外, 17\.1: \{ 記憶: 対象外 \}, 17\.3: 対象外 \}$/m);
  });
});

describe('Closing a gate', () => {
  const sheet = '  76: はい\n  77|: 該当\n  77.1: いいえ\n  77.2:\n    回答: はい\n  77.3:\n  78: 非該当\n';

  it('leaves out what is below it', () => {
    const { titles, apply } = refactor(sheet);
    assert.deepEqual(titles.slice(0, 2), ['77 を「非該当」にし、下位の設問を省く（3件）', '77 を「非該当」にし、下位の設問を「対象外」にする（3件）']);
    assert.equal(apply(titles[0]!), '  76: はい\n  77: 非該当\n  78: 非該当\n');
    assert.equal(apply(titles[1]!), '  76: はい\n  77: 非該当\n  77.1: 対象外\n  77.2:\n    回答: 対象外\n  77.3: 対象外\n  78: 非該当\n');
  });

  it('keeps rows that say more than an answer', () => {
    const kept = ['77.1:\n    回答: はい\n    備考: 1', '77.1:\n    回答: はい\n    社内: い', '77.1: はい # 2024年度', '# 委託先に確認\n  77.1: はい', '77.1: はい\n    # 続き'];
    for (const row of kept) {
      assert.equal(
        refactor(`  77|: 該当\n  ${row}\n  77.2: はい\n`).apply('77 を「非該当」にし、下位の設問を省く（1件。備考などのある1件は残して「対象外」にする）'),
        `  77: 非該当\n  ${row.replace('はい', '対象外')}\n`, row,
      );
    }
  });

  it('takes the tool\'s own comment of a row with it, and leaves those of a section', () => {
    const commented = '  #? 6.11.C8 有しているか？\n  |75: 該当\n  #= 分類\n  #? 制限する仕組みを有しているか？\n  75.1: はい\n';
    assert.equal(refactor(commented).apply(/省く/), '  #? 6.11.C8 有しているか？\n  75: 非該当\n  #= 分類\n');
  });

  it('never overwrites or drops what is no answer', () => {
    const text = '  75|: 該当\n  75.1: 制限している\n';
    assert.deepEqual(refactor(text).titles.slice(0, 1), ['75 を「非該当」にする']);
    assert.equal(refactor(text).apply('75 を「非該当」にする'), '  75: 非該当\n  75.1: 制限している\n');
  });

  it('tidies up below a gate that is closed already', () => {
    const { titles, apply } = refactor('  75|: 非該当\r\n  75.1: はい\r\n  76: はい\r\n');
    assert.equal(titles[0], '75（非該当）の下位の設問を省く（1件）');
    assert.equal(apply(titles[0]), '  75: 非該当\r\n  76: はい\r\n');
  });

  it('can only say so in braces', () => {
    const titles = refactor('  { 75|: 該当, 75.1: はい }\n').titles;
    assert.equal(titles[0], '75 を「非該当」にし、下位の設問を「対象外」にする（1件）');
  });
});

describe('Opening a gate', () => {
  it('adds what is below it, where the form has it', () => {
    const { titles, apply } = refactor('  76: はい\n  77|: 非該当 # 注\n  78: 非該当\n');
    assert.equal(titles[0], '77 を「該当」にし、下位の設問を空欄で追加する（3件）');
    assert.equal(apply(titles[0]), '  76: はい\n  77: 該当 # 注\n  77.1:\n  77.2:\n  77.3:\n  78: 非該当\n');
  });

  it('leaves what is there as it is', () => {
    assert.equal(refactor('  77|:\n  77.2: 対象外 # 注\n').apply(/「該当」/), '  77: 該当\n  77.1:\n  77.2: 対象外 # 注\n');
    assert.equal(refactor('  75|: 非該当\n  75.1: 対象外\n').apply('75 を「該当」にする'), '  75: 該当\n  75.1: 対象外\n');
  });

  it('adds it in braces too, on lines where the rows have lines', () => {
    assert.equal(refactor('  { 51: 非|該当, 52: はい }\n').apply(/該当/), '  { 51: 該当, 51.1: , 51.2: , 51.3: , 51.4: , 52: はい }\n');
    assert.equal(refactor('  { 75: { 回答: 非|該当 } }\n').apply(/該当/), '  { 75: { 回答: 該当 }, 75.1:  }\n');
    assert.equal(refactor('  {\n    75: 非|該当, # い\n    # ろ\n    76: はい\n  }\n').apply(/該当/), '  {\n    75: 該当, # い\n    75.1: ,\n    # ろ\n    76: はい\n  }\n');
  });

  it('is not offered for a gate that is open, or answered twice', () => {
    assert.ok(!refactor('  75|: 該当\n').titles.some((title) => title.includes('「該当」')));
    assert.deepEqual(refactor('  75|: 非該当\n  75: 該当\n', { only: 'refactor.rewrite' }).titles.filter((title) => title.includes('「該当」')), []);
  });
});

describe('Refactorings', () => {
  it('are of the kinds asked for', () => {
    const sheet = '  3:\n    回答: は|い\n    備考文: い\n';
    assert.deepEqual(refactor(sheet, { only: 'refactor.extract' }).titles, ['3 の備考文を「備考記載欄」に移し、備考 1 として引用する']);
    assert.deepEqual(refactor(sheet, { only: 'refactor.inline' }).titles, []);
  });

  it('stay away from sheets in which one value stands for several rows', () => {
    assert.deepEqual(refactor('  3: &a は|い\n  4: *a\n').titles, []);
  });

  it('speak English to those who do', () => {
    assert.deepEqual(refactor('  75|: 該当\n  75.1: はい\n', { locale: 'en' }).titles.slice(0, 2), [
      'Answer 75 with “非該当” and leave out what is below it (1 row)', 'Answer 75 with “非該当” and what is below it with “対象外” (1 row)',
    ]);
  });

  it('get no edit for a text that is no more', () => {
    const { context, offset, document } = at(`${HEAD}回答:\n  3: は|い\n`);
    const range = { start: document.positionAt(offset), end: document.positionAt(offset) };
    const [action] = refactorings(range, undefined, context, true);
    const later = at(`${HEAD}回答:\n  3: は|い\n`, 'ja').context;
    assert.ok(resolveRefactoring(action!, later).edit);
    const stale = { ...action!, data: { ...(action!.data as object), version: 0 } };
    assert.equal(resolveRefactoring(stale, later).edit, undefined);
  });
});
