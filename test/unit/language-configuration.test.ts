import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const file = readFileSync(new URL('../../language-configuration.json', import.meta.url), 'utf8');
const configuration = JSON.parse(file.replace(/^\s*\/\/.*$/gm, ''));

describe('word pattern', () => {
  const { pattern, flags } = configuration.wordPattern;

  /** The word around a place, as VS Code looks for it: in a window that grows to the left, 15 characters at a time. */
  function wordAt(text: string, place: number): string | undefined {
    const word = new RegExp(pattern, `g${flags}`);
    let found: string | undefined;
    for (let from = place - 15; ; from -= 15) {
      word.lastIndex = Math.max(0, from);
      let here: string | undefined;
      for (let match = word.exec(text); match; match = word.exec(text)) {
        if (match.index <= place && word.lastIndex >= place) here = match[0];
        if (match.index > place || here !== undefined) break;
      }
      if (here === undefined && found !== undefined) return found;
      found = here;
      if (from <= 0) return found;
    }
  }

  const words = (text: string): string[] => text.match(new RegExp(pattern, `g${flags}`)) ?? [];

  const single = [
    '17.1.1.2', '6.11', '6.11.C8', '6.5.C14(4)', '6.6.C2(1)a', '6.5.D1', '8.3.C1(1)～(5)', '17.1/記憶', '17.1/2要素',
    '１７．１', '６.１１.Ｃ８（１）', '17', 'SDS-4.0', '2023-10-04', 'sds-disable-next-line', 'TLS1.3',
    'はい', '非該当', '備考記載欄', '2要素', 'バージョン', 'ﾊﾞｰｼﾞｮﾝ', 'ICカード', 'IP-VPN利用', '人々', '葛\u{e0100}城', '𠮟る', 'か\u3099',
    // While it is being typed.
    '6.11.C',
  ];
  for (const word of single) {
    it(`holds ${word} together`, () => {
      assert.deepEqual(words(word), [word]);
      const text = `「${word}」、「${word}」、「${word}」`;
      assert.equal(wordAt(text, text.lastIndexOf(word) + 1), word);
    });
  }

  const apart: [string, string[]][] = [
    ['3: はい', ['3', 'はい']],
    ['3：はい', ['3', 'はい']],
    ['[6.5.C12, 6.11.C5]', ['6.5.C12', '6.11.C5']],
    ['［6.5.C12、6.11.C5］', ['6.5.C12', '6.11.C5']],
    ['設問17.1の6.11.C8を参照', ['設問', '17.1', 'の', '6.11.C8', 'を参照']],
    ['6.6.C2(1)A社', ['6.6.C2(1)', 'A社']],
    ['ICカード（社員証）による「入退室」管理、記録。', ['ICカード', '社員証', 'による', '入退室', '管理', '記録']],
    ['電子カルテ+リモート　ID/パスワード', ['電子カルテ', 'リモート', 'ID', 'パスワード']],
    [' 、。「」（）：－＃#?-.,/ ', []],
  ];
  for (const [text, expected] of apart) it(`takes ${text.trim()} apart`, () => assert.deepEqual(words(text), expected));

  it('never matches nothing, nor hangs on long text', () => {
    assert(!new RegExp(`^(?:${pattern})$`, flags).test(''));
    for (const text of ['あ', '1', '1.', 'a-', '17/', '6.5.C1('].map((one) => one.repeat(3000))) {
      // A pattern that tries everything would take longer than a test has.
      words(text);
      wordAt(text, text.length - 1);
    }
  });
});

describe('enter behind a key', () => {
  const indents = configuration.onEnterRules.map((rule: { beforeText: string }) => new RegExp(rule.beforeText));
  const deeper = (line: string): boolean => indents.some((rule: RegExp) => rule.test(line));

  for (const line of ['回答:', '  17.1:', '  17.1: ', '  17.1: # 認証方式', '  1: |-', '備考文: >', '  - 根拠:', '  8: &a']) {
    it(`goes deeper after ${line}`, () => assert(deeper(line)));
  }
  for (const line of ['  3: はい', '# 注意:', '  # 注意:', '    - 6.5.C12', '', '備考文: 本文', '  1: 本文 | 続き']) {
    it(`stays after ${JSON.stringify(line)}`, () => assert(!deeper(line)));
  }
});

describe('pairs', () => {
  it('close what Japanese text is put in, also within text', () => {
    for (const pair of ['「」', '（）']) {
      const rule = configuration.autoClosingPairs.find((one: { open: string }) => one.open === pair[0]);
      assert.deepEqual(rule, { open: pair[0], close: pair[1] });
      assert(configuration.surroundingPairs.some((one: string[]) => one.join('') === pair));
    }
  });
});
