import assert from 'node:assert/strict';
import { factsOf, rangeOf } from '../../../../server/src/features/workspace/facts.ts';
import { HEAD } from '../../../support/cursor.ts';
import { sheet } from '../../../support/sheets.ts';

const BODY = `回答:
  75: 該当
  １７．１:
    記憶: はい
  99: どこか
  3: { 回答: はい, 備考: 1, 参照項番: [6.5.C12, 6.11] }
備考記載欄:
  1: 6.11.C8 による
  入退室: |-
    ICカードで管理する
    二行目
`;

describe('What is remembered of a sheet', () => {
  it('is what it is about, its rows with their answers, its remarks and the items that it names', () => {
    const { places, weight, ...facts } = factsOf(sheet(HEAD + BODY));
    assert.deepEqual(facts, {
      name: 'リモートメンテナンス株式会社 リモート保守サービス 1.1', form: 'SDS-4.0', guideline: 'mhlw-5.2',
      rows: ['75', '17.1', '17.1/記憶', '99', '3'], words: ['該当', '', 'はい', 'どこか', 'はい'],
      remarks: ['1', '入退室'], texts: ['6.11.C8 による', 'ICカードで管理する'], named: ['6.5.C12', '6.11', '6.11.C8'], broken: false,
    });
    assert.equal(places.length, 3 * 11);
    assert.ok(weight > 100 && weight < 5000, String(weight));
  });

  it('is where all that stands', () => {
    const text = HEAD + BODY;
    const facts = factsOf(sheet(text));
    const lines = text.split('\n');
    const written = [...Array(11).keys()].map((at) => {
      const { start, end } = rangeOf(facts, at);
      return lines[start.line]!.slice(start.character, end.character);
    });
    assert.deepEqual(written, ['サービス事業者', '75', '１７．１', '記憶', '99', '3', '1', '入退室', '6.5.C12', '6.11', '6.11.C8']);
  });

  it('is what there is of a sheet without a form, of a broken one and of an empty one', () => {
    const unknown = factsOf(sheet(`様式: なにか\n回答:\n  1: はい\n`));
    assert.deepEqual([unknown.form, unknown.rows, unknown.words, unknown.named], [undefined, ['1'], ['はい'], []]);
    const broken = factsOf(sheet(`${HEAD}回答:\n  75: 該当\n  76: [6.11.C8\n備考記載欄:\n  1: x\n`));
    assert.equal(broken.broken, true);
    assert.ok(broken.rows.includes('75'));
    assert.deepEqual(factsOf(sheet('')).rows, []);
  });

  it('keeps of long texts the beginnings only', () => {
    const long = 'あ'.repeat(10_000);
    const facts = factsOf(sheet(`${HEAD.replace('リモート保守サービス', long)}回答:\n  1: ${long}\n  ${'い'.repeat(5000)}: はい\n備考記載欄:\n  ${'う'.repeat(1000)}: ${long}\n`));
    const all = [facts.name, ...facts.rows, ...facts.words, ...facts.remarks, ...facts.texts];
    assert.ok(Math.max(...all.map((text) => text.length)) < 150, all.join('\n'));
  });
});
