import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { sheetSchema } from '../../scripts/generate/sheet-schema.mjs';
import { shippedData } from '../support/catalogue.ts';
import { fixture } from '../support/workspace.ts';
import { root, sample } from './fake-io.ts';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

describe('schemas/sheet.schema.json', () => {
  const schema = JSON.parse(read('schemas/sheet.schema.json'));
  const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);
  const accepts = (text: string): void => {
    for (const yaml of ['core', 'failsafe'] as const) {
      assert.ok(validate(parse(text, { schema: yaml })), `${yaml}: ${JSON.stringify(validate.errors?.slice(0, 3), null, 2)}`);
    }
  };
  const rejects = (...replaced: [string, string][]): void => {
    assert.ok(!validate(parse(sample(...replaced))), JSON.stringify(replaced));
  };

  it('is what the data makes', () => {
    assert.deepEqual(schema, JSON.parse(JSON.stringify(sheetSchema(shippedData()))));
  });

  it('accepts the sample, read with and without numbers', () => accepts(sample()));

  it('accepts everything that the dialect has', () => {
    accepts(sample(
      ['バージョン: 1.1', 'バージョン: 2\n文書番号: 001\n連絡先: 03-0000-0000\n社内: [何でも, { a: 1 }]'],
      ['  3: はい\n', '  3: { 回答: はい, 備考: [1, 入退室], 備考文: 2, 参照項番: [6.5.C12, 6.10], 要確認: , 社内: { 担当: x } }\n'],
      ['  4: はい\n', '  4:\n'],
      ['  5: はい\n', '  5: { 回答: , 備考: "-" }\n'],
      ['    記憶: はい\n', '    記憶: { 回答: はい, 備考: なし }\n    参照項番: 6.5.C13\n    社内: x\n'],
      ['備考記載欄:\n', '備考記載欄:\n  入退室: 文\n  11: 12\n'],
    ));
  });

  it('leaves spellings that are read as meant to the language server', () => {
    accepts(sample(['  3: はい\n', '  ３: はい\n'], ['  17.2: はい', '  17．2: はい'], ['生体認証: いいえ', '⽣体認証: いいえ'], ['様式: SDS-4.0', '様式: ＳＤＳ-4.0']));
  });

  it('says nothing of gates', () => {
    accepts(sample(['  1: 非該当\n', '  1: 非該当\n  1.1: はい\n']));
    assert.ok(!JSON.stringify(schema).includes('oneOf'));
  });

  it('rejects what no sheet has', () => {
    rejects(['  3: はい', '  3: 丸']);
    rejects(['  3: はい', '  3: 該当']);
    rejects(['  1: 非該当', '  1: はい']);
    rejects(['  3: はい', '  3: [はい]']);
    rejects(['  3: はい', '  3: { 備考: 1 }']);
    rejects(['  3: はい', '  3: { 回答: はい, 備考: { a: 1 } }']);
    rejects(['  3: はい', '  3: { 回答: はい, comment: x }']);
    rejects(['  3: はい', '  3: はい\n  999: はい']);
    rejects(['    記憶: はい\n', '    記憶: はい\n    回答: はい\n']);
    rejects(['    記憶: はい\n', '    指紋: はい\n']);
    rejects(['様式: SDS-4.0', '様式: [SDS-4.0]']);
    rejects(['様式: SDS-4.0', '様式:']);
    rejects(['様式: SDS-4.0\n', '']);
    rejects(['作成日: 2023-10-04', '作成日: 2023年10月4日']);
    rejects(['作成日: 2023-10-04', '作成日: 2023-13-04']);
    rejects(['バージョン: 1.1', 'バージョン:']);
    rejects(['バージョン: 1.1', 'バージョン: [1]']);
    rejects(['バージョン: 1.1', 'バージョン: 1.1\nversion: 1']);
    rejects(['備考記載欄:\n', '備考記載欄:\n  9: [a]\n']);
  });

  it('says nothing of a form that does not ship, as a workspace has one', () => {
    accepts(fixture('example.sds.yaml'));
    accepts(sample(['様式: SDS-4.0', '様式: SDS-9'], ['  3: はい', '  3: 丸']));
  });

  it('describes every question by its text', () => {
    const [form] = shippedData().forms;
    const answers = schema.definitions[`sheet-${form!.id}`].properties['回答'].properties;
    for (const row of form!.sections.flatMap((section) => section.rows)) assert.ok(answers[row.id].description.startsWith(row.text), row.id);
  });

  it('tells forms apart by what the sheet names', () => {
    const data = shippedData();
    const other = structuredClone(data.forms[0]!);
    other.id = 'SDS-9.0';
    other.sections[0]!.rows[0]!.id = '900';
    const both = new Ajv({ strict: false }).compile(sheetSchema({ ...data, forms: [...data.forms, other] }));
    const [first, second] = [sample(), sample(['SDS-4.0', 'SDS-9.0'], ['  1: 非該当', '  900: 非該当'])].map((text) => parse(text) as object);
    assert.deepEqual([both(first), both(second)], [true, true]);
    assert.equal(both(parse(sample(['  1: 非該当', '  900: 非該当']))), false);
  });
});
