import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formatSheet, type FormatOptions, type LineRange } from '../../server/src/edits/format/format.ts';
import { newSheet } from '../../server/src/features/new-sheet.ts';
import { catalogue } from '../support/catalogue.ts';
import { applyEdits, sheet } from '../support/sheets.ts';

const HEAD = '様式: SDS-4.0\n';

function format(text: string, options: Partial<FormatOptions> = {}, range?: LineRange): string {
  return applyEdits(text, formatSheet(sheet(text), { tabSize: 2, ...options }, range));
}

/** Formats what stands below 回答. */
function answers(text: string): string {
  const formatted = format(`${HEAD}回答:\n${text}`);
  assert.ok(formatted.startsWith(`${HEAD}回答:\n`), formatted);
  return formatted.slice(`${HEAD}回答:\n`.length);
}

describe('Formatting leaves alone', () => {
  it('the samples and new sheets', () => {
    for (const name of ['remote-maintenance', 'inconsistent']) {
      const text = readFileSync(new URL(`../../samples/${name}.sds.yaml`, import.meta.url), 'utf8');
      assert.equal(format(text, { insertFinalNewline: true, trimFinalNewlines: true }), text);
    }
    const made = newSheet(catalogue(), catalogue().form('SDS-4.0')!, { header: {}, answers: {} });
    assert.equal(format(made), made);
  });

  it('quotes, blank lines, and the distance of comments', () => {
    const text = `  3: "はい"      # 三\n\n\n  4: 'いいえ'    # 四\n  5: はい # 五\n`;
    assert.equal(answers(text), text);
  });

  it('the order of questions, options and remarks', () => {
    const text = `  4: はい\n  3: はい\n  17.1:\n    その他: いいえ\n    記憶: はい\n備考記載欄:\n  2: い\n  1: あ\n`;
    assert.equal(answers(text), text);
  });

  it('what is no sheet, or several', () => {
    for (const text of ['', '\n', '- a\n- b\n', `${HEAD}回答:\n  3:   はい\n---\n様式:   X\n`]) assert.equal(format(text), text);
  });

  it('what must be mended first', () => {
    assert.equal(answers('  3：はい\n  ４:　はい\n'), '  3：はい\n  ４:　はい\n');
  });
});

describe('Formatting sets spacing', () => {
  it('behind colons, commas and dashes, and none before', () => {
    assert.equal(answers('  3 :   はい\n  21:\n    回答:\tはい\n    備考:   [ 1 ,2,  3 ]\n    参照項番:\n      -   6.5.C12\n'),
      '  3: はい\n  21:\n    回答: はい\n    備考: [1, 2, 3]\n    参照項番:\n      - 6.5.C12\n');
  });

  it('inside braces, however they nest', () => {
    assert.equal(answers('  3: {回答: はい,備考:  [1,2]}\n  4: {  }\n  17.1: {記憶: {"回答":"はい"},\n         その他: いいえ  }\n'),
      '  3: { 回答: はい, 備考: [1, 2] }\n  4: {}\n  17.1: { 記憶: { "回答": "はい" },\n         その他: いいえ }\n');
  });

  it('at the ends of lines', () => {
    assert.equal(answers('  3: はい  \n \t \n  # 注 \t\n  4: はい # 四  \n'), '  3: はい\n\n  # 注\n  4: はい # 四\n');
  });

  it('never within a text', () => {
    const text = `  21:\n    回答: はい\n    備考文: 注意:  a ,b { c }\n  22:\n    回答: はい\n    備考文: |\n      3:   はい  \n        { a }  \n  23:\n    回答: はい\n    備考文: "あ  \n      い ,う"\n`;
    assert.equal(answers(text), text);
  });

  it('with nothing lost of an anchor and its alias', () => {
    assert.equal(answers('  3:   &a   はい\n  4:  *a\n  5: { 回答:  *a }\n'), '  3: &a   はい\n  4: *a\n  5: { 回答: *a }\n');
  });
});

describe('Formatting indents', () => {
  it('by the unit that the sheet has, or else by that of the editor', () => {
    assert.equal(answers('    3: はい\n    21:\n      回答: はい\n備考記載欄:\n  1: あ\n'), '    3: はい\n    21:\n        回答: はい\n備考記載欄:\n    1: あ\n');
    assert.equal(format(`${HEAD}回答:\n備考記載欄: {1: あ}\n`, { tabSize: 4 }), `${HEAD}回答:\n備考記載欄: { 1: あ }\n`);
  });

  it('each map alike, with its comments', () => {
    assert.equal(answers(`  17.1:
        # 記憶について
        記憶: はい
        物理媒体:
           # 回答について
           回答: はい
           備考: 1
              # 深い
           # 終わり
         # どこでもない
  # 三
  18: はい
# 左端
  19: はい
`), `  17.1:
    # 記憶について
    記憶: はい
    物理媒体:
      # 回答について
      回答: はい
      備考: 1
         # 深い
      # 終わり
  # どこでもない
  # 三
  18: はい
# 左端
  19: はい
`);
  });

  it('texts of several lines as a whole', () => {
    assert.equal(answers(`  21:
        備考文: |-
            一
              二
                

            # 三
        要確認: あ
            い
        社内:
            - a:
                b
              # c
            - [d,
               e]
`), `  21:
    備考文: |-
        一
          二
            

        # 三
    要確認: あ
        い
    社内:
        - a:
            b
          # c
        - [d,
           e]
`);
  });

  it('a list where it was: below its key, or deeper', () => {
    assert.equal(answers('  21:\n      備考:\n      - 1\n      参照項番:\n         - 6.5.C12\n'), '  21:\n    備考:\n    - 1\n    参照項番:\n      - 6.5.C12\n');
  });

  it('what is indented by full-width spaces', () => {
    assert.equal(answers('　　3: はい\n　　21:\n　　　　回答: はい\n'), '    3: はい\n    21:\n        回答: はい\n');
  });
});

describe('Formatting orders keys', () => {
  it('of an answer, with what belongs to them', () => {
    assert.equal(answers(`  21: # 二十一
    # 社内用
    社内: { 担当: 品質保証部 }
    要確認:
    # 項番
    参照項番:
      - 6.5.C12 # 一つ
    備考文: |-
      文

    備考: 1
    回答: はい # 答
    # 終わり
`), `  21: # 二十一
    回答: はい # 答

    備考: 1
    備考文: |-
      文
    # 項番
    参照項番:
      - 6.5.C12 # 一つ
    要確認:
    # 社内用
    社内: { 担当: 品質保証部 }
    # 終わり
`);
  });

  it('of a question with options, which stand first', () => {
    assert.equal(answers('  17.1:\n    参照項番: 6.5\n    その他:\n      備考: 1\n      回答: はい\n    社内: a\n    記憶: はい\n'),
      '  17.1:\n    その他:\n      回答: はい\n      備考: 1\n    記憶: はい\n    参照項番: 6.5\n    社内: a\n');
  });

  it('of an answer in braces, where it is one line', () => {
    for (const [before, after] of [
      ['{備考: 1, 回答: はい}', '{ 回答: はい, 備考: 1 }'], ['{ 社内: {b: [1,2], a: "}"}  , 備考: [ 1 ,2 ], 回答: "は" , } # い', '{ 回答: "は", 備考: [1, 2], 社内: { b: [1, 2], a: "}" }, } # い'],
      ["{ 備考文: '、, {', '回答':はい, だれ: か }", "{ '回答': はい, だれ: か, 備考文: '、, {' }"], ['{ 要確認, 備考: 1, 回答: }', '{ 回答:, 備考: 1, 要確認 }'],
      ['{ 参照項番: 6.5, 回答: はい, 備考: 1 }', '{ 回答: はい, 備考: 1, 参照項番: 6.5 }'],
    ]) assert.equal(answers(`  21: ${before}\n  22: はい\n`), `  21: ${after}\n  22: はい\n`);
    const text = '  21: { 備考: 1, 回答: はい } # い\r\n';
    const edits = formatSheet(sheet(`${HEAD}回答:\r\n${text}`), { tabSize: 2 });
    assert.deepEqual(edits.map((edit) => edit.text), ['回答: はい', '備考: 1']);
  });

  it('of options in braces, which stand first', () => {
    assert.equal(answers('  17.1: { 社内: a, その他: { 備考: 1, 回答: はい }, 記憶: { 回答: はい } }\n'), '  17.1: { その他: { 回答: はい, 備考: 1 }, 記憶: { 回答: はい }, 社内: a }\n');
    assert.equal(answers('  17.1:\n    社内: a\n    その他: { 備考: 1, 回答: はい }\n'), '  17.1:\n    その他: { 回答: はい, 備考: 1 }\n    社内: a\n');
    assert.equal(format(`${HEAD}回答: { 21: { 備考: 1, 回答: はい }, 3: はい }\n`), `${HEAD}回答: { 21: { 回答: はい, 備考: 1 }, 3: はい }\n`);
  });

  it('of an answer in braces not over several lines, and not where something must be mended first', () => {
    for (const text of ['  21: { 備考: 1, # い\n    回答: はい }\n', '  21: { 備考: &a 1, 回答: はい }\n  22: { 備考: *a }\n', '  21: { 備考：1, 回答: はい }\n', '  21: { 備考: 1, 回答: はい\n']) assert.equal(answers(text), text);
  });

  it('of the sheet, below what stands above all of it', () => {
    assert.equal(format(`# 開示書
# sds-disable unused-remark

サービス名称: 保守
# いつ
作成日: 2023-10-04
様式: SDS-4.0
備考記載欄:
  1: あ

# 答え
回答:
  3: はい
`), `# 開示書
# sds-disable unused-remark

様式: SDS-4.0
# いつ
作成日: 2023-10-04
サービス名称: 保守

# 答え
回答:
  3: はい
備考記載欄:
  1: あ
`);
  });

  it('and moves as few as possible', () => {
    const text = `${HEAD}回答:\n  21:\n    備考: 1\n    備考文: あ\n    回答: はい\n    参照項番: 6.5\n`;
    assert.deepEqual(formatSheet(sheet(text), { tabSize: 2 }).map(({ span, text: by }) => [text.slice(span.start, span.end), by]),
      [['', '    回答: はい\n'], ['    回答: はい\n', '']]);
  });

  it('but not an unknown key, and nothing where an alias could come first', () => {
    const text = '  3: { 回答: はい, 担当: a, 備考: 1 }\n  4:\n    回答: はい\n    担当: a\n    備考: 1\n';
    assert.equal(answers(text), text);
    const aliased = '  3:\n    備考: &a 1\n    回答: はい\n  4:\n    備考: *a\n    回答: はい\n';
    assert.equal(answers(aliased), aliased);
    assert.equal(answers('  4:\n    備考: 1\n    担当: a\n    回答: はい\n'), '  4:\n    回答: はい\n    備考: 1\n    担当: a\n');
  });

  it('of a form that is not known: only those of answers that need none', () => {
    assert.equal(format('備考記載欄:\n  1:  あ\n様式: X\n'), '備考記載欄:\n  1: あ\n様式: X\n');
  });

  it('where the last one ends without a line break, too', () => {
    assert.equal(answers('  21:\n    備考: 1\n    回答:  はい'), '  21:\n    回答: はい\n    備考: 1');
  });
});

describe('The end of a formatted sheet', () => {
  const text = `${HEAD}回答:\n  3: はい`;

  it('is as the editor asks', () => {
    assert.equal(format(text), text);
    assert.equal(format(text, { insertFinalNewline: true }), `${text}\n`);
    assert.equal(format(`${text}\n\n \n`, { trimFinalNewlines: true }), `${text}\n`);
    assert.equal(format(`${text}\n\n \n`), `${text}\n\n\n`);
    assert.equal(format(`${text.replaceAll('\n', '\r\n')}`, { insertFinalNewline: true }), `${text.replaceAll('\n', '\r\n')}\r\n`);
  });

  it('is a block text\'s own where that keeps it', () => {
    const kept = `${HEAD}備考記載欄:\n  1: |+\n    あ\n\n\n`;
    assert.equal(format(kept, { trimFinalNewlines: true }), kept);
    assert.equal(format(kept.replace('|+', '|'), { trimFinalNewlines: true }), `${HEAD}備考記載欄:\n  1: |\n    あ\n`);
  });
});

describe('Formatting what cannot be read', () => {
  it('sets the spacing of what can, and nothing else', () => {
    assert.equal(answers(`  3:   はい\n  4:   "はい\n      b: c  \n  5:   はい  \n  21:\n      備考:   1\n      回答: はい\n`),
      `  3: はい\n  4:   "はい\n      b: c  \n  5: はい\n  21:\n      備考: 1\n      回答: はい\n`);
  });

  it('leaves a half-typed line and its text alone', () => {
    assert.equal(answers('  3:   はい\n  4  \n  5:   はい\n'), '  3: はい\n  4  \n  5: はい\n');
  });
});

describe('Formatting a range', () => {
  const text = `${HEAD}回答:\n    3:   はい\n    21:\n      備考:  1\n      回答:  はい\n    4:   はい\n`;

  it('touches its lines only', () => {
    assert.equal(format(text, {}, { first: 2, last: 2 }), text.replace('3:   はい', '3: はい'));
    assert.equal(format(text, {}, { first: 4, last: 4 }), text.replace('備考:  1', '備考: 1'));
  });

  it('indents and orders maps that are in it as a whole', () => {
    assert.equal(format(text, {}, { first: 4, last: 5 }), text.replace('      備考:  1\n      回答:  はい\n', '        回答: はい\n        備考: 1\n'));
    assert.equal(format(text, {}, { first: 5, last: 6 }), text.replace('回答:  はい', '回答: はい').replace('4:   はい', '4: はい'));
  });
});

describe('Line breaks and the byte order mark', () => {
  it('stay as they are', () => {
    const messy = `\uFEFF${HEAD}回答:\n    21:\n      備考:  1\n      回答:  はい\n`;
    const tidy = `\uFEFF${HEAD}回答:\n    21:\n        回答: はい\n        備考: 1\n`;
    for (const eol of ['\n', '\r\n', '\r']) assert.equal(format(messy.replaceAll('\n', eol)), tidy.replaceAll('\n', eol), JSON.stringify(eol));
  });
});
