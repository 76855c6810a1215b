import assert from 'node:assert/strict';
import { answersOf, applyEdits, lintText, sheet } from '../support/sheets.ts';

const HEAD = '様式: SDS-4.0\n回答:\n';

/** The rows that a text answers, written as in a sheet. */
const rows = (text: string): Record<string, string | undefined> => answersOf(sheet(text));

/** What stands in the table of remarks. */
const remarks = (text: string): Record<string, string | undefined> =>
  Object.fromEntries(sheet(text).remarks.map((remark) => [remark.id, remark.text?.value]));

const header = (text: string): Record<string, string | undefined> =>
  Object.fromEntries(sheet(text).header.map((entry) => [entry.field.key, entry.value?.value]));

/** Why the text was repaired, each cause once. */
const causes = (text: string): string[] => [...new Set(sheet(text).lines.repairs.map((repair) => repair.cause))].sort();

const codes = (text: string): string[] => [...new Set(lintText(text).map((finding) => finding.rule.code))];

function entry(text: string, id: string): ReturnType<typeof sheet>['answers'][number] {
  const found = sheet(text).answers.find((one) => one.id === id);
  assert.ok(found, `no ${id}`);
  return found;
}

describe('reading as meant', () => {
  const reads: [string, string, Record<string, string>, string[]][] = [
    ['full-width digits and dots', '  １７．２: はい\n  17．3: はい\n', { '17.2': 'はい', '17.3': 'はい' }, []],
    ['spaces inside an id', '  1 7. 3: はい\n  1　8: はい\n', { '17.3': 'はい', 18: 'はい' }, []],
    ['a compatibility form of an option', '  17.1:\n    ⽣体認証: はい\n    ２要素: いいえ\n', { '17.1/生体認証': 'はい', '17.1/2要素': 'いいえ' }, []],
    ['spaces inside an answer', '  3: は い\n  1: 非　該当\n', { 3: 'はい', 1: '非該当' }, []],
    ['a full-width colon', '  3：はい\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['punctuation']],
    ['a full-width space behind the colon', '  3:　はい\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['punctuation']],
    ['both, and spaces before', '  3 ：　はい\n  4　：はい\n  5: はい\n', { 3: 'はい', 4: 'はい', 5: 'はい' }, ['punctuation']],
    ['a full-width and a half-width colon', '  3：: はい\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['punctuation']],
    ['an indent of full-width spaces', '  3: はい\n　　4: はい\n　 5: はい\n  6: はい\n', { 3: 'はい', 4: 'はい', 5: 'はい', 6: 'はい' }, ['punctuation']],
    ['a line of full-width spaces', '  3: はい\n　\n  　\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['punctuation']],
    ['a full-width indent below a row', '  3:\n　　　回答：はい\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['punctuation']],
    ['full-width braces', '  3: ｛ 回答：はい、備考：1 ｝\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['punctuation']],
    ['full-width braces over lines', '  3: ｛\n    回答：はい、\n    備考：［\n      1、\n      2\n    ］\n  ｝\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['punctuation']],
    ['full-width braces on the next line', '  3:\n    ｛回答：はい｝\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['punctuation']],
    ['braces with comments at any column', '  3: { 回答: はい,\n# a\n  # b\n\n    備考: 1 } # c\n  4: { # d\n    # e\n    回答: はい # f\n# g\n    }\n', { 3: 'はい', 4: 'はい' }, []],
    ['full-width punctuation behind a comment in braces', '  3: { # a\n    回答：はい、 # b\n# c\n    備考：1 }\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['punctuation']],
    ['braces that nothing closes before comments', '  3: { 回答: はい, 備考: [1, 2\n    # a\n# b\n\n  # c\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['unclosed-bracket']],
    ['a full-width comment sign', '  ＃ 見出し\n  3: はい ＃ 注\n  4: はい　# 注\n', { 3: 'はい', 4: 'はい' }, ['punctuation']],
    ['no space behind a colon', '  3:はい\n  4:\n    回答:はい\n', { 3: 'はい', 4: 'はい' }, ['missing-space']],
    ['unlike indentation', '  3: はい\n   4: はい\n 5: はい\n    6: はい\n  7: はい\n', { 3: 'はい', 4: 'はい', 5: 'はい', 6: 'はい', 7: 'はい' }, ['indent']],
    ['rows at the left edge', '  3: はい\n4: はい\n  5: はい\n', { 3: 'はい', 4: 'はい', 5: 'はい' }, ['indent']],
    ['all rows at the left edge', '3: はい\n4: はい\n', { 3: 'はい', 4: 'はい' }, ['indent']],
    ['keys of an answer at the column of its row', '  3:\n  回答: はい\n  備考: 1\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['indent']],
    ['no-break spaces as indentation', '  3: はい\n\u00a0\u00a04: はい\n  5: はい\n', { 3: 'はい', 4: 'はい', 5: 'はい' }, ['indent']],
    ['tabs as indentation', '\t3: はい\n\t4:\n\t\t回答: はい\n  5: はい\n', { 3: 'はい', 4: 'はい', 5: 'はい' }, ['tab']],
    ['more keys below a bare answer', '  3: はい # c\n    備考: 1\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['bare-answer']],
    ['more keys at the column of a bare answer', '  3: はい\n  備考: 1\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['bare-answer', 'indent']],
    ['two rows on a line', '  3: はい, 4: はい\n  5: はい\n', { 3: 'はい, 4: はい', 5: 'はい' }, ['nested-key']],
    ['text behind quotes and braces', '  3: "はい" です\n  4: { 回答: はい }}\n  5: はい\n', { 3: 'はい', 4: 'はい', 5: 'はい' }, ['stray', 'stray-text']],
    ['an unresolved merge', '<<<<<<< HEAD\n  3: はい\n=======\n>>>>>>> x\n  4: はい\n', { 3: 'はい', 4: 'はい' }, ['conflict-marker']],
  ];
  for (const [what, text, expected, why] of reads) {
    it(`reads ${what}`, () => {
      const text_ = `${HEAD}${text}備考記載欄:\n  1: a\n  2: b\n`;
      assert.deepEqual(rows(text_), expected);
      assert.deepEqual(remarks(text_), { 1: 'a', 2: 'b' }, 'what comes behind is still read');
      assert.deepEqual(causes(text_), why);
    });
  }

  it('reads a sheet in which everything is full-width', () => {
    const text = '様式：ＳＤＳ－４.０\n回答：\n　３：はい\n　１７．１：\n　　記憶：はい\n　　２要素：｛回答：はい、備考：［１、２］｝\n備考記載欄：\n　１：あ\n　２：い\n';
    assert.deepEqual(rows(text), { 3: 'はい', '17.1/記憶': 'はい', '17.1/2要素': 'はい' });
    assert.deepEqual(remarks(text), { 1: 'あ', 2: 'い' });
    assert.deepEqual(entry(text, '17.1/2要素').cites.map((cite) => cite.entry?.id), ['1', '2']);
  });

  it('reads lists of remarks and references without brackets, or with full-width ones', () => {
    const text = `${HEAD}  3:\n    回答: はい\n    備考: 1、２\n    参照項番: ［6.5.C12、6.11.C5］\n  4:\n    回答: はい\n    備考: 1, 2\n    参照項番:\n      － 6.11.C5\n      - ６.５.Ｃ１２\n備考記載欄:\n  1: a\n  ②: b\n`;
    for (const id of ['3', '4']) {
      assert.deepEqual(entry(text, id).cites.map((cite) => cite.entry?.id), ['1', '2']);
      assert.deepEqual(entry(text, id).references.map(({ reference }) => reference?.canonical).sort(), ['6.11.C5', '6.5.C12']);
    }
  });

  it('never reads other words as answers', () => {
    for (const word of ['○', 'yes', 'ハイ', 'N/A', 'はい。', '該当', 'true', '~']) {
      const { word: written, answer } = entry(`${HEAD}  3: ${word}\n`, '3');
      assert.equal(written?.value, word);
      assert.equal(answer, undefined);
    }
  });

  it('reports what it read as meant once', () => {
    const text = `${HEAD}  ３：　は　い　\n`;
    assert.deepEqual(lintText(text).filter((finding) => finding.span.start > HEAD.length).map((finding) => finding.rule.code).sort(), ['full-width-punctuation', 'spelling', 'spelling']);
  });
});

describe('text that means what it says', () => {
  const texts: [string, string, string | undefined][] = [
    ['full-width punctuation', 'あ：い、う（え）［お］｛か｝　＃き', undefined],
    ['a number and a full-width colon', '3：はい、4：いいえ', undefined],
    ['times and addresses', '10:30 http://a.jp:80/b#c', undefined],
    ['a hash without a space', 'C#で開発', undefined],
    ['brackets further on', 'これは [1] と {2} です', undefined],
    ['a continuation line that looks like a key', '入退室を記録し、\n      対策：保管する', '入退室を記録し、 対策：保管する'],
    ['a continuation line that looks like a row', '入退室を記録し、\n      3：はい', '入退室を記録し、 3：はい'],
    ['a continuation line that looks like a list', 'あ\n      - い\n      ・う', 'あ - い ・う'],
    ['a continuation line that begins with a quote', 'あ\n      "い\n      [う', 'あ "い [う'],
    ['a continuation line of full-width spaces and text', 'あ\n      　い', 'あ 　い'],
    ['single quotes', "'あ: い # う ''え'''", "あ: い # う 'え'"],
    ['double quotes over lines', '"あ\n      3：はい\n      # い"', 'あ 3：はい # い'],
    ['a block text', '|-\n      対策: あ\n      3：はい\n        # い\n\n      "う', '対策: あ\n3：はい\n  # い\n\n"う'],
    ['a block text with full-width indents', '|-\n      　一字下げ\n      　　二字下げ', '　一字下げ\n　　二字下げ'],
    ['a folded text', '>-\n      あ\n      い', 'あ い'],
    ['a block text with its own indent', '|2-\n        あ\n      い', '  あ\nい'],
  ];
  for (const [what, written, value] of texts) {
    it(`leaves ${what} alone`, () => {
      for (const text of [`${HEAD}  3:\n    回答: はい\n    備考文: ${written}\n  4: はい\n`, `${HEAD}  3: はい\n  4: はい\n備考記載欄:\n    1: ${written}\n    2: x\n`]) {
        const read = sheet(text);
        assert.deepEqual(read.lines.repairs, []);
        assert.equal((read.remark('1')?.text ?? read.entryOf(read.form!.row('3')!)?.remark)?.value, value ?? written);
        assert.deepEqual(rows(text), { 3: 'はい', 4: 'はい' });
        assert.ok(!codes(text).includes('full-width-punctuation') && !codes(text).includes('syntax'));
      }
    });
  }

  it('takes full-width spaces before a block text for its indentation', () => {
    for (const [block, value] of [
      ['  1: |-\n　　あ\n　　　い\n', 'あ\n  い'], ['  1: |-\n    あ\n　　い\n　\n    う\n', 'あ\nい\n\nう'], ['  1: ｜－\n　　 あ\n    い\n', 'あ\nい'],
    ]) {
      const text = `様式: SDS-4.0\n備考記載欄:\n${block}  2: x\n`;
      assert.deepEqual(remarks(text), { 1: value, 2: 'x' });
    }
  });

  it('takes lines that are not indented enough for the block text that they can only be', () => {
    for (const [block, value] of [
      ['  1: |-\n  あ\n   い\n', 'あ\n い'], ['  1: |-\nあ\nい。\n', 'あ\nい。'], ['  1: |-\n    あ\n  い。\n\n    う\n', 'あ\nい。\n\nう'],
    ]) {
      const text = `様式: SDS-4.0\n備考記載欄:\n${block}  2: x\n回答:\n  3: はい\n`;
      assert.deepEqual(remarks(text), { 1: value, 2: 'x' });
      assert.deepEqual(rows(text), { 3: 'はい' });
      assert.deepEqual(causes(text), ['block-indent']);
    }
  });

  it('quotes, for YAML, what braces would end or take for punctuation', () => {
    const written = ['!重要', '*要', '@a', '`b`', '%c', 'あ: い', 'あ #い', '[1] と {2}', 'あ[1]'];
    for (const text of written) {
      const read = entry(`${HEAD}  3: { 備考文: ${text}, 回答: はい }\n`, '3');
      assert.deepEqual([read.remark?.value, read.word?.value], [text, 'はい']);
    }
  });

  it('quotes, for YAML, a text with its punctuation', () => {
    const text = '様式: SDS-4.0\nサービス名称: あ: い\n連絡先: @x\n文書番号: - 12\n想定システム: "あ" と "い"\nバージョン: [1] 版\n社内: x\n';
    assert.deepEqual(header(text), { サービス名称: 'あ: い', 連絡先: '@x', 文書番号: '- 12', 想定システム: '"あ" と "い"', バージョン: '[1] 版' });
    assert.deepEqual(causes(text), ['needs-quotes']);
  });

  it('quotes it over lines', () => {
    const text = '様式: SDS-4.0\n備考記載欄:\n  1: 対象: 全て\n     \'次の行\' も # 注\n  2: い\n';
    assert.deepEqual(remarks(text), { 1: "対象: 全て '次の行' も", 2: 'い' });
    assert.deepEqual(causes(text), ['needs-quotes']);
    assert.deepEqual(remarks(applyEdits(text, sheet(text).lines.repairs)), remarks(text));
  });

  it('keeps its hands off what is internal', () => {
    const text = `${HEAD}  3:\n    回答: はい\n    社内:\n      メモ：これ、あれ\n  4:\n    回答: はい\n    社内: ｛メモ：［あ、い］｝\n  5:\n    社内:\n      a: "複数\n        行"\n      b: [ c,\n        d ]\n      e: |\n        "閉じない\n      f: plain\n        - "x\n    回答: はい\n社内: |\n  3：はい\n`;
    assert.deepEqual(sheet(text).lines.repairs, []);
    assert.deepEqual(rows(text), { 3: 'はい', 4: 'はい', 5: 'はい' });
  });
});

describe('values as written', () => {
  it('never makes numbers, dates or truth values', () => {
    const text = '様式: SDS-4.0\n作成日: 2023-10-04\nバージョン: 17.10\n文書番号: 007\n連絡先: 1e3\n想定システム: yes\nサービス名称: ~\nサービス事業者: 0x1F\n';
    assert.deepEqual(header(text), {
      作成日: '2023-10-04', バージョン: '17.10', 文書番号: '007', 連絡先: '1e3', 想定システム: 'yes', サービス名称: '~', サービス事業者: '0x1F',
    });
  });

  it('keeps 1.10 and 1.1 apart', () => {
    const text = `${HEAD}  1.1: はい\n  1.10: はい\n  6.10: はい\n`;
    assert.deepEqual(sheet(text).answers.map((one) => [one.id, one.row?.id]), [['1.1', '1.1'], ['1.10', undefined], ['6.10', undefined]]);
    assert.deepEqual(remarks('様式: SDS-4.0\n備考記載欄:\n  1: a\n  10: b\n  1.0: c\n'), { 1: 'a', 10: 'b', '1.0': 'c' });
  });

  it('counts an empty value as omitted, however it is written', () => {
    for (const empty of ['', ' ""', " ''", ' " "', ' # c', ' !!str', ' |', ' { }']) {
      const text = `様式: SDS-4.0\n作成日:${empty}\n回答:\n  3:${empty}\n  4: はい\n`;
      assert.equal(entry(text, '3').word, undefined, empty);
      assert.equal(header(text)['作成日'], undefined, empty);
      assert.deepEqual(lintText(text).filter(({ rows: ids, rule }) => ids[0] === '3' && rule.code !== 'missing-answer'), [], empty);
    }
    const inside = entry(`${HEAD}  3:\n    回答: ""\n    備考: ''\n    備考文: ""\n    参照項番: ""\n    要確認: ""\n`, '3');
    assert.deepEqual([inside.word, inside.cites, inside.remark, inside.references], [undefined, [], undefined, []]);
    assert.ok(inside.provisional && inside.provisional.text === undefined);
  });
});

describe('the keys of the dialect', () => {
  const text = `様式: SDS-4.0
作成日: 2023-10-04
サービス事業者: a
サービス名称: b
バージョン: 1.1
想定システム: c
文書番号: d
連絡先: e
社内: { f: [g] }
回答:
  1: 非該当
  17.1:
    記憶: はい
    参照項番: 6.5.C1
    社内: x
  21:
    回答: はい
    備考: [1, 入退室]
    備考文: 無害化する
    参照項番: [6.5.C12, 6.11.C5]
    要確認: 開発部
    社内: { 根拠: y }
備考記載欄:
  1: い
  入退室: ろ
`;

  it('are all read', () => {
    assert.deepEqual(header(text), { 作成日: '2023-10-04', サービス事業者: 'a', サービス名称: 'b', バージョン: '1.1', 想定システム: 'c', 文書番号: 'd', 連絡先: 'e' });
    assert.deepEqual(rows(text), { 1: '非該当', '17.1/記憶': 'はい', 21: 'はい' });
    const answer = entry(text, '21');
    assert.deepEqual(answer.cites.map((cite) => [cite.text.value, cite.entry?.text?.value]), [['1', 'い'], ['入退室', 'ろ']]);
    assert.equal(answer.remark?.value, '無害化する');
    assert.equal(answer.provisional?.text?.value, '開発部');
    assert.deepEqual(answer.references.map((one) => one.reference?.canonical), ['6.5.C12', '6.11.C5']);
    assert.deepEqual(entry(text, '17.1').references.map((one) => one.reference?.canonical), ['6.5.C1']);
    assert.deepEqual(sheet(text).notices, []);
    assert.deepEqual(sheet(text).lines.repairs, []);
  });

  it('may be quoted, and read in any order', () => {
    const quoted = text.replace(/^(\s*)([^\s:{#]+):(?=\s)/gm, '$1"$2":');
    assert.deepEqual(rows(quoted), rows(text));
    const [top, answers, table] = text.split(/^(?=回答:|備考記載欄:)/m) as [string, string, string];
    assert.deepEqual(rows(table + answers + top), rows(text));
    assert.equal(entry(table + answers + top, '21').cites[1]?.entry?.text?.value, 'ろ');
  });

  it('may be written as JSON', () => {
    const json = '{\n  "様式": "SDS-4.0",\n  "回答": {\n    "3": "はい",\n    "4": {\n      "回答": "はい",\n      "備考": ["1"]\n    }\n  },\n  "備考記載欄": { "1": "a" }\n}\n';
    assert.deepEqual(rows(json), { 3: 'はい', 4: 'はい' });
    assert.deepEqual(sheet(json).lines.repairs, []);
    assert.deepEqual(entry(json, '4').cites.map((cite) => cite.entry?.id), ['1']);
  });
});

describe('remarks', () => {
  it('are named by numbers in ASCII digits, or by what is written', () => {
    const text = '様式: SDS-4.0\n備考記載欄:\n  ３: a\n  ④: b\n  入 退室: c\n  05: d\n';
    assert.deepEqual(Object.keys(remarks(text)).sort(), ['05', '3', '4', '入 退室']);
  });

  it('are found by any spelling of their key', () => {
    const read = sheet('様式: SDS-4.0\n備考記載欄:\n  ③: a\n  入退室: b\n');
    assert.equal(read.remark('3')?.text?.value, 'a');
    assert.equal(read.remark(' 入　退室')?.text?.value, 'b');
    assert.equal(read.remark('4'), undefined);
  });

  it('are none where a dash or なし stands', () => {
    for (const none of ['-', '－', 'なし', '"-"', '[なし]', '[-]', '– # c']) {
      const { cites, citesNone } = entry(`${HEAD}  3:\n    回答: はい\n    備考: ${none}\n  4: はい\n`, '3');
      assert.deepEqual([cites, citesNone], [[], true], none);
    }
    const inBraces = entry(`${HEAD}  3: { 回答: はい, 備考: - }\n  4: はい\n`, '3');
    assert.deepEqual([inBraces.cites, inBraces.citesNone], [[], true]);
  });

  it('keep their line breaks', () => {
    assert.deepEqual(remarks('様式: SDS-4.0\n備考記載欄:\n  1: |-\n    い\n\n    ろ\n  2: は\n    に\n'), { 1: 'い\n\nろ', 2: 'は に' });
    assert.deepEqual(remarks('様式: SDS-4.0\r\n備考記載欄:\r\n  1: |-\r\n    い\r\n    ろ\r\n'), { 1: 'い\nろ' });
  });
});

describe('aliases', () => {
  it('stand for what they name', () => {
    const text = `${HEAD}  3: &a はい\n  4: *a\n  5: &m { 回答: はい, 備考文: い }\n  6: *m\n  7: はい\n`;
    assert.deepEqual(rows(text), { 3: 'はい', 4: 'はい', 5: 'はい', 6: 'はい', 7: 'はい' });
    const { remark } = entry(text, '6');
    assert.equal(text.slice(remark!.span.start, remark!.span.end), '*m', 'what an alias brings is placed on the alias');
    assert.deepEqual(sheet(text).lines.repairs, []);
  });

  it('are quoted in prose only where nothing has that name', () => {
    assert.equal(entry(`${HEAD}  3: { 回答: はい }\n  4:\n    備考文: *重要* なこと\n`, '4').remark?.value, '*重要* なこと');
    assert.equal(entry(`${HEAD}  3: { 備考文: &い ろ }\n  4:\n    備考文: *い\n`, '4').remark?.value, 'ろ');
  });

  it('that name nothing or themselves are reported, the rest is read', () => {
    const text = `${HEAD}  3: *b\n  4: &c { 社内: [ *c ], 回答: はい }\n  5: はい\n`;
    assert.deepEqual(rows(text), { 3: undefined, 4: 'はい', 5: 'はい' });
    assert.equal(lintText(text).filter((finding) => finding.rule.code === 'syntax').length, 2);
  });
});

describe('documents', () => {
  it('begin behind directives, comments and a marker', () => {
    for (const start of ['---\n', '--- # c\n', '%YAML 1.2\n---\n', '# c\n\n---\n', '\uFEFF---\n']) {
      assert.deepEqual(rows(`${start}${HEAD}  3：はい\n`), { 3: 'はい' }, start);
    }
  });

  it('end at a marker', () => {
    const text = `${HEAD}  3: はい\n...\n`;
    assert.deepEqual(rows(text), { 3: 'はい' });
    assert.ok(!codes(text).includes('syntax'));
  });

  it('are one a file: the first is read', () => {
    const text = `${HEAD}  3: はい\n---\n${HEAD}  3：いいえ\n`;
    assert.deepEqual(rows(text), { 3: 'はい' });
    assert.deepEqual(codes(text).filter((code) => code === 'syntax' || code === 'full-width-punctuation'), ['syntax']);
  });

  it('may be empty', () => {
    for (const text of ['', '\n', '# c\n', '\uFEFF', '---\n', '　\n']) {
      assert.deepEqual(rows(text), {});
      assert.ok(codes(text).includes('unknown-form'), JSON.stringify(text));
    }
  });
});

describe('line breaks and byte order mark', () => {
  const text = `${HEAD}  3：はい\n  4:\n    回答: ○ # c\n    備考文: |-\n      い\n      ろ\n　　5: "は\n    い"\n備考記載欄:\n  1: い\n`;
  const findings = (of: string): unknown[] => {
    const { document } = sheet(of);
    return lintText(of).map(({ rule, span }) => [rule.code, document.positionAt(span.start), of.slice(span.start, span.end)]);
  };

  for (const [name, change] of [['CRLF', (of: string) => of.replaceAll('\n', '\r\n')], ['CR', (of: string) => of.replaceAll('\n', '\r')]] as const) {
    it(`read the same with ${name}`, () => {
      const changed = change(text);
      assert.deepEqual(rows(changed), rows(text));
      assert.deepEqual(remarks(changed), remarks(text));
      assert.equal(entry(changed, '4').remark?.value, 'い\nろ');
      assert.deepEqual(findings(changed), findings(text));
    });
  }

  it('never count the byte order mark', () => {
    const changed = `\uFEFF${text}`;
    assert.deepEqual(rows(changed), rows(text));
    assert.equal(changed.slice(sheet(changed).formKey!.span.start, sheet(changed).formKey!.span.end), '様式');
  });

  it('place every part where it is written', () => {
    for (const changed of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
      const at = (span: { start: number; end: number }): string => changed.slice(span.start, span.end);
      assert.equal(at(entry(changed, '3').key.span), '3');
      assert.equal(at(entry(changed, '3').word!.span), 'はい');
      assert.equal(at(entry(changed, '4').word!.span), '○');
      assert.equal(at(entry(changed, '5').key.span), '5');
      assert.equal(at(sheet(changed).remarksKey!.span), '備考記載欄');
    }
  });
});

describe('a sheet being typed', () => {
  /** Twenty rows, and the place between the tenth and the eleventh. */
  const before = `${HEAD}${[2, 3, 4, 5, 6].map((id) => `  ${id}: はい\n`).join('')}`;
  const after = `  76: はい\n  77: 非該当\n備考記載欄:\n  1: い\n  2: ろ\n`;
  const others = { 2: 'はい', 3: 'はい', 4: 'はい', 5: 'はい', 6: 'はい', 76: 'はい', 77: '非該当' };

  for (const typed of [
    '  7', '  75', '  75.', '  75.1', '  75.1:', '  75.1: ', '  75.1: は', '  75：', '  75：は', '  ７', '75', '75:', '  17.1:\n    記', '  17.1:\n    記憶', '  17.1:\n    記憶: はい\n    生',
    '  17.1:\n    記\n    生体認証: はい', '  75: [', '  75: {', '  75: "', "  75: '", '  75: "該当', '  75: { 回', '  75: { 回答', '  75: { 回答:', '  75: { 回答: 該当, 備', '  75: { 回答: 該当, 備考: [',
    '  75: { 回答: 該当, 備考: [1,', '  75: ｛', '  75: ｛回答：', '  75:\n    回', '  75:\n    回答', '  75:\n    回答: 該当\n    備', '  75:\n    回答: 該当\n    備考: [', '  75:\n    回答: 該当\n    備考:\n      -',
    '  75:\n    備考文: "', '  75:\n    備考文:\n      "い', '  75:\n    備考文: |', '  75:\n    備考文: >-\n      い', '  75:\n    社内:\n      "い', '  75:\n    社内:\n      a: [ b', '  75:\n    社内: {',
    '  75: 該当\n    備', '  75: 該当\n    備考', '  75: 該当\n    備考:', '  75: 該当\n    備考: 1', '  75: -', '  75: - ', '  75: &', '  75: *', '  75: |', '  75: ?', '  75: !', '  75: @', '  75: %', '  75: }', '  75: ]', '  75: ,',
    '  #', '  ＃', '　', '　　75', '  -', '  - ', '  "75', '  "75":', '  "75": 該当', '  ?', '  ? 75', '  &', '  *', '  {', '  [', '  75: 該当 x: y', '  75: 該当: ', '  75::', '  75: : 該当', '\t75: 該当',
  ]) {
    it(`keeps the other rows while ${JSON.stringify(typed)} is typed`, () => {
      for (const eol of ['\n', '\r\n']) {
        const text = `${before}${typed}\n${after}`.replaceAll('\n', eol);
        const read = rows(text);
        for (const [id, word] of Object.entries(others)) assert.equal(read[id], word, id);
        assert.deepEqual(remarks(text), { 1: 'い', 2: 'ろ' });
      }
    });
  }

  for (const typed of ['  1', '  1: "', "  1: '", '  1: [', '  1: い\n   ろ: は', '  入', '  入退室', '  入退室：', '  入退室:は', '  3: い: ろ', '  1: |\n い', '  1: - い', '　1：い']) {
    it(`keeps the other remarks while ${JSON.stringify(typed)} is typed`, () => {
      const text = `様式: SDS-4.0\n備考記載欄:\n  8: い\n${typed}\n  9: ろ\n回答:\n  3: はい\n`;
      assert.equal(remarks(text)['8'], 'い');
      assert.equal(remarks(text)['9'], 'ろ');
      assert.deepEqual(rows(text), { 3: 'はい' });
    });
  }

  for (const typed of ['作', '作成日', '作成日:', '作成日：', '作成日:2', '作成日: "', '作成日: [', '作成日: 令和: 5', 'サービス事業者: @', '　作成日: x', ' 作成日: x', '"', '{', '-', 'サービス名称: い\n ろ']) {
    it(`keeps the sheet while ${JSON.stringify(typed)} is typed in its header`, () => {
      const text = `様式: SDS-4.0\n${typed}\nバージョン: 1.1\n回答:\n  3: はい\n  4: はい\n`;
      assert.deepEqual(rows(text), { 3: 'はい', 4: 'はい' });
      assert.equal(header(text)['バージョン'], '1.1');
    });
  }

  it('becomes, by its repairs, a sheet that needs none', () => {
    const text = `${before}  7：　｛回答：はい、備考：［1、2］｝\n 8: はい\n  9\n  10: "はい\n  11: はい\n    備考文: い: ろ\n${after}`;
    const repaired = applyEdits(text, sheet(text).lines.repairs);
    assert.deepEqual(sheet(repaired).lines.repairs, []);
    assert.deepEqual(rows(repaired), rows(text));
  });
});

describe('slips around which the sheet is kept', () => {
  it('reads full-width braces with half-width colons', () => {
    const text = `${HEAD}  5: ｛ 回答: はい ｝\n  6: ｛回答: はい, 備考: 1｝\n  7: はい\n備考記載欄:\n  1: a\n`;
    assert.deepEqual(codes(text).filter((code) => !code.startsWith('missing-')), ['full-width-punctuation']);
    assert.deepEqual(rows(text), { 5: 'はい', 6: 'はい', 7: 'はい' });
  });

  it('keeps the rows behind a comment indented with a full-width space', () => {
    assert.deepEqual(rows(`${HEAD}  3: はい\n　# コメント\n  5: はい\n`), { 3: 'はい', 5: 'はい' });
  });

  it('keeps a sheet behind a stray bracket at its beginning', () => {
    for (const slip of ['[# 記入例', '{', '[', '{ 記入例 }']) {
      const text = `${slip}\n${HEAD}  3: はい\n`;
      assert.deepEqual(rows(text), { 3: 'はい' }, slip);
      assert.equal(lintText(text).filter((one) => one.rule.code === 'syntax').length, 1, slip);
    }
  });
});
