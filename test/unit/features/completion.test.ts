import assert from 'node:assert/strict';
import { completions, HEAD } from '../../support/cursor.ts';

const inRow = (line: string): string => `${HEAD}回答:\n  75:\n    回答: 該当\n    ${line}\n`;
const inAnswers = (lines: string): string => `${HEAD}回答:\n  3: はい\n${lines}\n`;

describe('Completion of guideline references', () => {
  for (const typed of ['6.', '6.1', '6.11', '6.11.', '6.11.C', '6.11.C8', 'C8', 'c8', '６．１１．Ｃ', 'Ｃ８']) {
    it(`gets to 6.11.C8 by “${typed}”, first because the row cites it`, () => {
      for (const line of [`参照項番: ${typed}|`, `参照項番: [6.5.C12, ${typed}|]`, `備考文: 詳細は${typed}|`]) {
        assert.equal(completions(inRow(line)).labels[0], '6.11.C8', line);
      }
    });
  }

  it('replaces what was typed, and the rest of the token behind the cursor', () => {
    assert.match(completions(inRow('参照項番: 6.11.C|')).accept('6.11.C8'), /参照項番: 6\.11\.C8\|\n/);
    assert.match(completions(inRow('参照項番: ６．１１|．Ｃ１')).accept('6.11.C8'), /参照項番: 6\.11\.C8\|\n/);
    assert.match(completions(inRow('参照項番: [6.5.C12, C8|]')).accept('6.11.C8'), /\[6\.5\.C12, 6\.11\.C8\|\]/);
    assert.match(completions(inRow('備考文: 詳細は6.11.C|を参照')).accept('6.11.C8'), /詳細は6\.11\.C8\|を参照/);
  });

  it('works in lists of lines, block text and the table of remarks', () => {
    assert.equal(completions(inRow('参照項番:\n      - 6.11.C|')).labels[0], '6.11.C8');
    assert.equal(completions(inRow('備考文: >\n      詳細は\n      6.11.C|を参照')).labels[0], '6.11.C8');
    assert.ok(completions(`${HEAD}回答:\n  3: はい\n備考記載欄:\n  1: 6.11.C|\n`).labels.includes('6.11.C8'));
  });

  it('shows the digest, and before it that the guideline itself was not checked', () => {
    const item = completions(inRow('参照項番: 6.11.C8|')).items.find((one) => one.label === '6.11.C8')!;
    const text = (item.documentation as { value: string }).value;
    assert.ok(text.indexOf('原文未確認：質問文からの推定') >= 0);
    assert.ok(text.indexOf('原文未確認：質問文からの推定') < text.indexOf('要旨:'));
    // Shorter in the list, where the digest must be seen as well.
    assert.match(item.labelDetails!.description!, /^原文未確認 リモートメンテナンス/);
  });

  it('opens by itself in prose only behind what can become a reference', () => {
    assert.deepEqual(completions(inRow('備考文: 認証は2|'), { occasion: 'triggered' }).labels, []);
    assert.deepEqual(completions(inRow('備考文: 第5|'), { occasion: 'triggered' }).labels, []);
    assert.equal(completions(inRow('備考文: 詳細は6.|'), { occasion: 'triggered' }).labels[0], '6.11.C8');
    assert.equal(completions(inRow('備考文: 詳細は６．|'), { occasion: 'triggered' }).labels[0], '6.11.C8');
  });

  it('offers a section only where a section is a reference', () => {
    assert.ok(completions(inRow('参照項番: 6.11|')).labels.includes('6.11'));
    assert.ok(!completions(inRow('備考文: 6.11|')).labels.includes('6.11'));
  });
});

describe('Completion of question ids', () => {
  it('finds them by number, full-width too', () => {
    assert.deepEqual(completions(inAnswers('  75|')).labels, ['75', '75.1']);
    assert.deepEqual(completions(inAnswers('  ７５|')).labels, ['75', '75.1']);
  });

  it('finds them by words of the question and by reference', () => {
    assert.ok(completions(inAnswers('  リモートログイン|')).labels.includes('75.1'));
    assert.deepEqual(completions(inAnswers('  6.11.C8|')).labels, ['75', '75.1']);
  });

  it('puts what is answered already last', () => {
    const { labels, items } = completions(inAnswers('  |'));
    assert.equal(labels.at(-1), '3');
    assert.match(items.at(-1)!.labelDetails!.description!, /^回答済み/);
  });

  it('writes the colon, unless there is one', () => {
    assert.match(completions(inAnswers('  75|')).accept('75.1'), /^ {2}75\.1: \|$/m);
    assert.match(completions(inAnswers('  75|: はい')).accept('75.1'), /^ {2}75\.1\|: はい$/m);
  });

  it('leaves the rows around a half-typed one in the model', () => {
    assert.ok(!completions(inAnswers('  |\n  75.1: はい')).labels.slice(0, -2).includes('75.1'));
  });
});

describe('Completion of answers', () => {
  it('offers what the row takes, in the form\'s order', () => {
    assert.deepEqual(completions(inAnswers('  4: |')).labels, ['はい', 'いいえ', '対象外']);
    assert.deepEqual(completions(inAnswers('  1: |')).labels, ['該当', '非該当']);
  });

  for (const [typed, word] of [['は', 'はい'], ['hai', 'はい'], ['yes', 'はい'], ['y', 'はい'], ['ｙ', 'はい'], ['iie', 'いいえ'], ['taishougai', '対象外'], ['na', '対象外']]) {
    it(`finds ${word} by “${typed}”`, () => {
      assert.match(completions(inAnswers(`  4: ${typed}|`)).accept(word!), new RegExp(`^ {2}4: ${word}\\|$`, 'm'));
    });
  }

  it('puts the space behind the colon that is not there yet', () => {
    assert.match(completions(inAnswers('  4:|')).accept('はい'), /^ {2}4: はい\|$/m);
  });

  it('has one item per answer', () => {
    assert.equal(completions(inAnswers('  4: |')).items.length, 3);
  });

  it('offers them behind 回答 and on options', () => {
    assert.deepEqual(completions(inAnswers('  4:\n    回答: |')).labels, ['はい', 'いいえ', '対象外']);
    assert.deepEqual(completions(inAnswers('  17.1:\n    記憶: |')).labels, ['はい', 'いいえ', '対象外']);
    assert.deepEqual(completions(inAnswers('  17.1: { 記憶: | }')).labels, ['はい', 'いいえ', '対象外']);
  });

  it('has none for a question that carries options', () => {
    assert.deepEqual(completions(inAnswers('  17.1: |')).labels, []);
  });
});

describe('Completion of remark keys', () => {
  const withTable = (line: string): string => `${HEAD}回答:\n  3:\n    回答: はい\n    ${line}\n備考記載欄:\n  1: 入退室を管理している\n  2: 委託先と契約している\n`;

  it('offers the table\'s remarks with their text, and a new one', () => {
    const { labels, items } = completions(withTable('備考: |'));
    assert.deepEqual(labels, ['1', '2', '新しい備考 3']);
    assert.equal(items[0]!.labelDetails!.description, '入退室を管理している');
  });

  it('finds a remark by its text', () => {
    assert.equal(completions(withTable('備考: 委託|')).labels[0], '2');
  });

  it('adds the new entry to the table', () => {
    assert.match(completions(withTable('備考: |')).accept('新しい備考 3'), /備考: 3\|\n[^]* {2}2: 委託先と契約している\n {2}3: 要記入\n$/);
  });

  it('offers them in quotes, and writes a name as YAML reads it', () => {
    assert.deepEqual(completions(withTable('備考: "|"')).labels, ['1', '2', '新しい備考 3']);
    assert.deepEqual(completions(withTable('備考: ["委託|"]')).labels, ['2']);
    assert.match(completions(withTable("備考: [1, '委託|']")).accept('2'), /備考: \[1, 2\|\]\n/);
    assert.match(completions(`${inRow('備考: [委|]')}\n備考記載欄:\n  "委託, 保守": い\n`).accept('委託, 保守'), /備考: \["委託, 保守"\|\]\n/);
  });
});

describe('Completion of keys', () => {
  for (const [typed, key] of [['bikou', '備考'], ['sanshou', '参照項番'], ['youkakunin', '要確認'], ['備', '備考文']]) {
    it(`finds ${key} by “${typed}”`, () => {
      assert.ok(completions(inAnswers(`  4:\n    回答: はい\n    ${typed}|`)).labels.includes(key!));
    });
  }

  it('finds the option 記憶 by “kioku”, also as the first one', () => {
    assert.ok(completions(inAnswers('  17.1:\n    kioku|')).labels.includes('記憶'));
    assert.ok(completions(inAnswers('  17.1:\n    kioku|\n    生体認証: はい')).labels.includes('記憶'));
    assert.match(completions(inAnswers('  17.1: { kioku| }')).accept('記憶'), /\{ 記憶: \| \}/);
  });

  it('leaves out keys that are there already', () => {
    assert.deepEqual(completions(inAnswers('  4:\n    回答: はい\n    備考: 1\n    |')).labels, ['備考文', '参照項番', '要確認', '社内']);
  });

  it('offers the sheet\'s own keys at the left margin', () => {
    assert.deepEqual(completions('様式: SDS-4.0\n作成日: 2023-10-04\n|').labels.slice(0, 2), ['サービス事業者', 'サービス名称']);
    assert.ok(completions('様式: SDS-4.0\nsakusei|').labels.includes('作成日'));
  });
});

describe('Completion of header values', () => {
  it('offers the installed forms and today\'s date', () => {
    assert.deepEqual(completions('様式: |').labels, ['SDS-4.0']);
    assert.deepEqual(completions('様式: SDS-4.0\n作成日: |').labels, ['2026-11-23']);
  });
});

describe('Completion elsewhere', () => {
  it('is silent in comments and free text of the header', () => {
    assert.deepEqual(completions(inAnswers('  4: はい # 6.11|')).labels, []);
    assert.deepEqual(completions('様式: SDS-4.0\nサービス名称: 6.|').labels, []);
  });

  it('is silent in a comment in braces, and speaks behind it as elsewhere', () => {
    for (const comment of ['# |', '# 備|', '#|', '# 備考: |']) {
      assert.deepEqual(completions(inAnswers(`  4: { 回答: はい, ${comment}\n    備考文: a }`)).labels, [], comment);
      assert.deepEqual(completions(inAnswers(`  4: { 備考: [1, ${comment}\n    2] }`)).labels, [], comment);
    }
    assert.deepEqual(completions(inAnswers('  4: { 回答: はい, # a\n    備考: 1, # b\n    |}')).labels, ['備考文', '参照項番', '要確認', '社内']);
    assert.deepEqual(completions(inAnswers('  4: { # a\n    回答: | }')).labels, ['はい', 'いいえ', '対象外']);
    assert.deepEqual(completions(`${inAnswers('  4: { 備考: [1, # a\n    |] }')}\n備考記載欄:\n  1: い\n  入退室: ろ\n`).labels, ['1', '入退室', '新しい備考 2']);
  });

  it('gives every item an explicit edit', () => {
    for (const text of [inAnswers('  |'), inRow('参照項番: |'), inRow('備考: |'), '|', inAnswers('  4: |')]) {
      for (const item of completions(text).items) assert.ok(item.textEdit, item.label);
    }
  });
});

describe('Completion that nobody asked for', () => {
  // An editor asks after every word that is typed, and says only that it was "invoked".
  for (const prose of ['認証は|', 'ログを|', 'ログを6|', 'ログを6か月|', '認証は2|', '第5.2版|', 'は12|', 'Cisco 3.|', 'Cisco|', '保存する|', 'C|', 'ICカード|']) {
    it(`is silent in “${prose}”`, () => {
      for (const occasion of ['invoked', 'triggered'] as const) assert.deepEqual(completions(inRow(`備考文: ${prose}`), { occasion }).labels, [], prose);
    });
  }

  it('still comes where a word has not begun, when it is asked for', () => {
    assert.equal(completions(inRow('備考文: |')).labels[0], '6.11.C8');
    assert.equal(completions(inRow('備考文: 詳細は、|')).labels[0], '6.11.C8');
    assert.equal(completions(inRow('備考文: 詳細はC8|')).labels[0], '6.11.C8');
  });

  it('is silent behind a finished answer', () => {
    assert.deepEqual(completions(inAnswers('  4: はい |')).labels, []);
  });
});

describe('Completion in odd places', () => {
  it('replaces an answer in quotes', () => {
    assert.match(completions(inAnswers("  4: 'ha|'")).accept('はい'), /^ {2}4: はい\|$/m);
  });

  it('puts the space behind a colon or a dash that lacks it', () => {
    assert.match(completions(inAnswers('  4:hai|')).accept('はい'), /^ {2}4: はい\|$/m);
    assert.match(completions(inRow('参照項番:\n      -|')).accept('6.11.C8'), /^ {6}- 6\.11\.C8\|$/m);
  });

  it('shows a digest never without how far it was checked', () => {
    for (const item of completions(inRow('参照項番: |')).items) {
      if (item.kind === 18) assert.match(item.labelDetails!.description!, /未確認|確認済み/, item.label);
    }
  });
});

describe('Completion of keys in quotes', () => {
  const lines = (marked: string, label: string): string => completions(marked).accept(label).split('回答:\n').slice(1).join('回答:\n').replace(/\n$/, '');

  it('finds questions as without them, and writes what is missing of them', () => {
    for (const [typed, written] of [['"16|"', '"16": |'], ["'16|", "'16': |"], ['"1|"', '"16": |'], ['"１６|"', '"16": |'], ['"16"|', '"16": |'], ['"|', '"16": |'], ["'1|6': はい", "'16'|: はい"]]) {
      assert.equal(lines(inAnswers(`  ${typed}\n  76: 該当`), '16'), `  3: はい\n  ${written}\n  76: 該当`, typed);
    }
    assert.match(lines(inAnswers('  "リモートログイン|"'), '75.1'), /^ {2}"75\.1": \|$/m);
    assert.match(lines(inAnswers('  "17.1|" # い'), '17.1'), /^ {2}"17\.1":\n {4}\| # い$/m);
    assert.deepEqual(completions(inAnswers('  "75|"')).labels, ['75', '75.1']);
    assert.deepEqual(completions(inAnswers('  "75"い|')).labels, []);
  });

  it('finds them in braces, and takes nothing that stands behind an open quote', () => {
    assert.match(completions(`${HEAD}回答: { 3: はい, "16|" }\n`).accept('16'), /\{ 3: はい, "16": \| \}/);
    assert.match(completions(`${HEAD}回答: { "1|, 3: はい }\n`).accept('16'), /\{ "16": \|, 3: はい \}/);
    assert.match(completions(`${HEAD}回答: { "1|: いいえ, 3: はい }\n`).accept('16'), /\{ "16"\|: いいえ, 3: はい \}/);
  });

  it('keeps the quotes of options and of the dialect\'s keys', () => {
    assert.match(lines(inAnswers('  17.1:\n    "記|"\n    生体認証: はい'), '記憶'), /^ {4}"記憶": \|\n {4}生体/m);
    assert.match(lines(inAnswers('  4:\n    回答: はい\n    \'bikou|'), '備考'), /^ {4}'備考': \|$/m);
    assert.deepEqual(completions(inAnswers('  4:\n    回答: はい\n    "備考": 1\n    "備|"')).labels, ['備考文']);
    assert.match(completions('様式: SDS-4.0\n"作|"\n').accept('作成日'), /\n"作成日": \|\n/);
  });
});
