import assert from 'node:assert/strict';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import { translator } from '../../../server/src/l10n/translate.ts';
import { at, HEAD } from '../../support/cursor.ts';
import { applyEdits } from '../../support/sheets.ts';

const BEFORE = `${HEAD}回答:\n`;

/** What the sheet is after renaming what is at the cursor, or why that is refused. */
function renamed(body: string, name: string, before = BEFORE): string {
  const { context, offset, text } = at(before + body);
  const edits = rename(context, offset, name);
  return 'refused' in edits ? `refused: ${edits.refused.key}` : applyEdits(text, edits).slice(before.length);
}

/** What an editor would offer to rename. */
function offered(body: string): string {
  const { context, offset, text } = at(BEFORE + body);
  const found = prepareRename(context, offset);
  return 'refused' in found ? `refused: ${found.refused.key}` : `${text.slice(found.span.start, found.span.end)}→${found.name}`;
}

describe('Renaming a remark', () => {
  it('takes every citation with it, from the entry or from any of them', () => {
    const sheet = '  3:\n    備考: 1 # い\n  4: { 回答: はい, 備考: [2, 1] }\n  5:\n    備考:\n      - 1\n備考記載欄:\n  1: 入退室 # ろ\n  2: 委託\n';
    const after = '  3:\n    備考: 入退室 # い\n  4: { 回答: はい, 備考: [2, 入退室] }\n  5:\n    備考:\n      - 入退室\n備考記載欄:\n  入退室: 入退室 # ろ\n  2: 委託\n';
    for (const cursor of ['備考: |1', '[2, 1|]', '- 1|', '  1|: 入退室']) {
      assert.equal(renamed(sheet.replace(cursor.replace('|', ''), cursor), '入退室'), after);
    }
  });

  it('gives a name a number and a number another one', () => {
    assert.equal(renamed('  3: { 備考: 入退室| }\n備考記載欄:\n  入退室: い\n', '７'), '  3: { 備考: 7 }\n備考記載欄:\n  7: い\n');
    assert.equal(renamed('  3: { 備考: 1| }\n備考記載欄:\n  1: い\n', ' ⑫ '), '  3: { 備考: 12 }\n備考記載欄:\n  12: い\n');
  });

  it('swaps two numbers', () => {
    const sheet = '  3: { 備考: [3, 5] }\n  4: { 備考: 5 }\n備考記載欄:\n  3|: い\n  5: ろ\n';
    assert.equal(renamed(sheet, '5'), '  3: { 備考: [5, 3] }\n  4: { 備考: 3 }\n備考記載欄:\n  5: い\n  3: ろ\n');
  });

  it('writes the name so that it is read back, and keeps the quotes', () => {
    const sheet = '  3: { 備考: [1, "1"] }\n  4:\n    備考: \'1\'\n備考記載欄:\n  1|: い\n';
    for (const name of ['a, b', 'い：ろ', 'い、ろ', '# い', 'い #ろ', '- い', '[い', '{', '"い', "い'ろ", 'true', '入　退室', 'a: b', '*a', '&a', '!', '|', '%', '@', '？', '?', 'ｲ', '１の２', '\\n']) {
      const { context, offset, text } = at(BEFORE + sheet);
      const edits = rename(context, offset, name);
      assert.ok(!('refused' in edits), `${name}: ${JSON.stringify(edits)}`);
      const after = at(`|${applyEdits(text, edits)}`).context.sheet;
      assert.deepEqual(after.notices, [], name);
      assert.deepEqual(after.remarks.map((one) => one.key.value), [name]);
      assert.deepEqual(after.answers.map(({ cites }) => cites.map((cite) => cite.text.value)), [[name, name], [name]]);
    }
    assert.equal(renamed(sheet, 'い'), '  3: { 備考: [い, "い"] }\n  4:\n    備考: \'い\'\n備考記載欄:\n  い: い\n');
  });

  it('makes one spelling of several', () => {
    assert.equal(renamed('  3: { 備考: ＲＳＣ }\n  4: { 備考: RSC| }\n備考記載欄:\n  Ｒ ＳＣ: い\n', 'RSC'), '  3: { 備考: RSC }\n  4: { 備考: RSC }\n備考記載欄:\n  RSC: い\n');
  });

  it('works in full-width spellings, which it leaves alone as far as they can stay', () => {
    assert.equal(renamed('  3:\n    備考：［２、１］\n備考記載欄：\n　　１|：い\n　　2：ろ\n', '3'), '  3:\n    備考：［２、3］\n備考記載欄：\n　　3：い\n　　2：ろ\n');
    assert.equal(renamed('  3:\n    備考: 1、２\n備考記載欄:\n  1|: い\n  2: ろ\n', '3'), '  3:\n    備考: 3、２\n備考記載欄:\n  3: い\n  2: ろ\n');
  });

  it('puts a list in brackets where a name would not be read as one of several', () => {
    assert.equal(renamed('  3:\n    備考: 1、２ # い\n備考記載欄:\n  1|: い\n  2: ろ\n', '入退室'), '  3:\n    備考: [入退室, ２] # い\n備考記載欄:\n  入退室: い\n  2: ろ\n');
  });

  it('keeps line ends and a byte order mark', () => {
    const before = `\uFEFF${BEFORE.replaceAll('\n', '\r\n')}`;
    assert.equal(renamed('  3: { 備考: 1 }\r\n備考記載欄:\r\n  1|: い\r\n', '入退室', before), '  3: { 備考: 入退室 }\r\n備考記載欄:\r\n  入退室: い\r\n');
  });

  it('follows what an alias stands for', () => {
    assert.equal(renamed('  3: { 備考: &x 1 }\n  4: { 備考: *x }\n備考記載欄:\n  1|: い\n', '2'), '  3: { 備考: &x 2 }\n  4: { 備考: *x }\n備考記載欄:\n  2: い\n');
    assert.equal(renamed('  3: { 備考: &x [1, 2] }\n  4: { 備考: *x| }\n備考記載欄:\n  1: い\n  2: ろ\n'.replace('*x|', '|*x'), '3'), '  3: { 備考: &x [3, 2] }\n  4: { 備考: *x }\n備考記載欄:\n  3: い\n  2: ろ\n');
    assert.equal(renamed('  3: { 社内: &x 1 }\n  4: { 備考: *x }\n備考記載欄:\n  1|: い\n', '2'), 'refused: rename.unreadable');
  });

  it('is refused where braces cut off a citation that was meant, and not for a number of something else', () => {
    const of = (row: string): string => renamed(`  3: { 備考: 1| }\n  4: { ${row} }\n備考記載欄:\n  1: い\n  2: ろ\n`, '2');
    assert.equal(of('備考: 2,1'), 'refused: rename.unreadable');
    assert.equal(of('備考: ２, "1", 回答: はい'), 'refused: rename.unreadable');
    assert.equal(of('参照項番: 6.5.C1, 6.5.C2'), '  3: { 備考: 2 }\n  4: { 参照項番: 6.5.C1, 6.5.C2 }\n備考記載欄:\n  2: い\n  1: ろ\n');
    assert.equal(renamed('  3: { 備考: 3| }\n  4: { 備考: 2,1 }\n備考記載欄:\n  1: い\n  2: ろ\n  3: は\n', '4'), '  3: { 備考: 4 }\n  4: { 備考: 2,1 }\n備考記載欄:\n  1: い\n  2: ろ\n  4: は\n');
  });

  it('works beside what cannot be read, and is refused where that would lose a citation', () => {
    assert.equal(renamed('  3: { 備考: 1 }\n  4: い: ろ\n  5: "は\n備考記載欄:\n  1|: い\n', '2'), '  3: { 備考: 2 }\n  4: い: ろ\n  5: "は\n備考記載欄:\n  2: い\n');
    assert.equal(renamed('  3: { 備考: 1| }\n  4: { 備考: [1, {] }\n備考記載欄:\n  1: い\n', '2'), 'refused: rename.unreadable');
    assert.equal(renamed('  3: { 備考: 1 }\n  4: { 備考: [1|, {] }\n備考記載欄:\n  1: い\n', '2'), 'refused: rename.unreadable');
    assert.equal(renamed('  3: { 備考: 1 }\n  4: { 備考: [1, {] }\n備考記載欄:\n  1|: い\n', '2'), 'refused: rename.unreadable');
    assert.equal(renamed('備考記載欄:\n  1|: い\n回答:\n  3: { 備考: 1 }\n  4: { 備考: 2, 参照項番: [a, {] }\n  5: { 備考: 1 }\n', '3', HEAD), 'refused: rename.unreadable');
  });

  it('mends an entry given twice, and is refused where two would be meant', () => {
    assert.equal(renamed('  3: { 備考: 1 }\n備考記載欄:\n  1: い\n  1|: ろ\n', '2'), '  3: { 備考: 1 }\n備考記載欄:\n  1: い\n  2: ろ\n');
    assert.equal(renamed('  3: { 備考: 1 }\n備考記載欄:\n  1|: い\n  1: ろ\n  2: は\n', '2'), 'refused: rename.twice');
  });

  it('is refused for what no remark can be called, or another is', () => {
    const sheet = '  3: { 備考: [1, 9] }\n備考記載欄:\n  1|: い\n  2: ろ\n  委託: は\n';
    for (const [name, reason] of [['', 'empty'], [' 　', 'empty'], ['-', 'none'], ['－', 'none'], ['なし', 'none'], ['委託', 'exists'], ['委 託', 'exists'], ['9', 'cited'], ['９', 'cited'], ['い\nろ', 'one-line']] as const) {
      assert.equal(renamed(sheet, name), `refused: rename.${reason}`, JSON.stringify(name));
    }
    assert.equal(renamed(sheet.replace('1|', '1').replace('委託', '委託|'), '1'), 'refused: rename.exists');
  });

  it('changes nothing where the name stays', () => {
    const sheet = '  3: { 備考: 1 }\n備考記載欄:\n  1|: い\n';
    assert.equal(renamed(sheet, '1'), sheet.replace('|', ''));
  });
});

describe('What can be renamed', () => {
  const table = '備考記載欄:\n  1: い\n';

  it('is a remark\'s key, without its quotes', () => {
    assert.equal(offered(`  3: { 備考: 1| }\n${table}`), '1→1');
    assert.equal(offered(`  3: { 備考: "１|" }\n${table}`), '１→１');
    assert.equal(offered('  3: はい\n備考記載欄:\n  入退|室: い\n'), '入退室→入退室');
  });

  it('is nothing else, for a reason', () => {
    const reasons: Record<string, string> = {
      '  3|: はい\n': 'question', '  17.1:\n    記|憶: はい\n': 'key', '  3: は|い\n': 'answer', '  3:\n    備|考: 1\n': 'key', '  3: { 参照項番: 6.5.C|12 }\n': 'reference',
      '  3: はい # 6.5.C|12\n': 'reference', '  3: { 備考: 9| }\n': 'dangling', '  3: { 備考: なし| }\n': 'nothing', '  3: はい\n備考記載欄:\n  1: い|\n': 'nothing', '  3: はい # い|\n': 'nothing',
      '  3: はい\n備考|記載欄:\n': 'key',
    };
    for (const [body, reason] of Object.entries(reasons)) assert.equal(offered(body), `refused: rename.${reason}`, body);
  });

  it('is told in the language of the person who asks', () => {
    const { context, offset } = at(`${BEFORE}  3: { 備考: 9| }\n`);
    const found = prepareRename(context, offset);
    assert.ok('refused' in found);
    assert.equal(translator('ja')(found.refused), '備考「9」が「備考記載欄」にありません。先に備考を追加するか、引用を直してください。');
    assert.equal(translator('en')(found.refused), '“備考記載欄” has no remark “9”. Add the remark first, or mend the citation.');
  });
});
