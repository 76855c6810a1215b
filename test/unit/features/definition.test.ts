import assert from 'node:assert/strict';
import { definition } from '../../../server/src/features/definition.ts';
import { at, HEAD } from '../../support/cursor.ts';
import { checkMarked } from '../../support/marks.ts';

/** Checks where the cursor leads to, which the document marks. */
function check(body: string, head = HEAD): void {
  checkMarked(`${head}回答:\n${body}`, (context, offset) => definition(context, offset)?.destinations.map(({ key }) => key) ?? []);
}

describe('Definition', () => {
  const table = '備考記載欄:\n  «1»: 入退室を記録する\n  2: 委託先\n';

  it('leads from a citation to the remark', () => {
    for (const row of ['3:\n    備考: |1', '3: { 回答: はい, 備考: [2, 1|] }', '3:\n    備考:\n      - 2\n      - "1|"', '3:\n    備考：２、１|', '3: { 備考: |１ }']) {
      check(`  ${row}\n${table}`);
      check(`  ${row}\n${table}`.replaceAll('\n', '\r\n'), `\uFEFF${HEAD.replaceAll('\n', '\r\n')}`);
    }
    check('  3: { 備考: 入退|室 }\n備考記載欄: { 1: い, «入退室»: ろ }\n');
  });

  it('leads to the first of two entries, which is the one that counts, and from each to itself', () => {
    check('  3: { 備考: 1| }\n備考記載欄:\n  «1»: い\n  1: ろ\n');
    check('  3: { 備考: 1 }\n備考記載欄:\n  1: い\n  «1|»: ろ\n');
  });

  it('leads from a row, or its answer, to the row that rules it out', () => {
    for (const row of ['75.|1: はい', '75.1: は|い', '75.1: { 回答: は|い }', '７５．|１：はい']) check(`  «75»: 非該当\n  ${row}\n`);
    check('  «12»: いいえ\n  12.1: はい\n  12.2|: はい\n');
    check('  «17»: いいえ\n  17.1:\n    記|憶: はい\n  17.1.1: はい\n');
  });

  it('leads to the row that leaves open whether it applies', () => {
    check('  «17»: ○\n  17.1:\n    記憶: はい\n  17.1|.1: はい\n');
  });

  it('leads to every row that a row which applies rests on', () => {
    check('  «77»: 該当\n  77.1: はい\n  «77.2»: はい\n  77.3|: はい\n');
    check('  «17»: はい\n  17.1:\n    «記憶»: はい\n  17.1.1|: はい\n');
  });

  it('leads to what the form would look at where the deciding row is not written', () => {
    check('  75.1: はい\n  77.2: はい\n  77.3|: はい\n'.replace('77.2:', '«77.2»:'));
  });

  it('leads from an entry that rests on nothing to itself, and from its answer nowhere', () => {
    check('  «3|»: はい\n');
    check('  3: は|い\n');
    check(`  3: はい\n${table.replace('«1»', '«1|»')}`);
  });

  it('leads from a reference to the rows that ask about it, wherever it stands', () => {
    for (const row of ['3: { 参照項番: [6.5.C12, 6.11|.C8] }', '3:\n    備考文: ６.１１.|Ｃ８による', '3: はい # 6.11|.C8', '#? 6.11|.C8 リモート', '3: { 社内: 6.11|.C8 }']) {
      check(`  ${row}\n  «75»: 該当\n  «75.1»: はい\n  76: 該当\n`);
    }
    check('  3: { 参照項番: 8.3.C1(2)～(3)| }\n  1: 該当\n  «1.1»: はい\n');
  });

  it('leads to the rows that ask about a part, or about the whole, where none asks about the item itself', () => {
    check('  3: { 参照項番: 6.6.|C1 }\n  «24»: はい\n  32: はい\n');
    check('  3: { 参照項番: 6.7.C1(1)| }\n  24: はい\n  «32»: はい\n');
  });

  it('leads somewhere although the sheet cannot be read', () => {
    check('  3: { 備考: 1| }\n  4: { 備考: [1, {] }\n備考記載欄:\n  «1»: い\n');
    check('  «75»: 非該当\n  [4: x\n  75.1|: はい\n');
  });

  it('leads nowhere from what is no name, or names what is not there', () => {
    for (const body of ['  3: { 備考: 9| }\n備考記載欄:\n  1: い\n', '  3: { 備考: な|し }\n', '  9999|: はい\n', '  3:\n    備|考: 1\n', '  3: { 参照項番: 6.5.C99| }\n', '備考記載欄:\n  1: 入退|室\n']) check(body);
  });

  it('tells the whole entry, and what at the cursor leads there', () => {
    const { context, offset, text } = at(`${HEAD}回答:\n  3: はい # 6.11.C|8\n  75.1:\n    回答: はい\n    備考: 1\n`);
    const found = definition(context, offset)!;
    assert.equal(text.slice(found.origin.start, found.origin.end), '6.11.C8');
    assert.deepEqual(found.destinations.map(({ whole }) => text.slice(whole.start, whole.end)), ['75.1:\n    回答: はい\n    備考: 1']);
  });
});
