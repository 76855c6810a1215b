import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createCatalogue } from '../../../server/src/catalogue/catalogue.ts';
import { semanticTokens } from '../../../server/src/features/semantic-tokens.ts';
import { readSheet } from '../../../server/src/sheet/read.ts';
import { readForm, readGuideline } from '../../../server/src/workspace/data.ts';
import { shippedData } from '../../support/catalogue.ts';
import { sheet } from '../../support/sheets.ts';
import { validators } from '../../support/validators.ts';
import { fixture } from '../../support/workspace.ts';

const told = (text: string): string[] => semanticTokens(sheet(text)).map(({ span, type, modifiers }) => `${text.slice(span.start, span.end)} ${[type, ...modifiers].join('.')}`);

describe('Semantic tokens', () => {
  it('tell ids, gates and answers by what they mean', () => {
    assert.deepEqual(told('様式: SDS-4.0\n回答:\n  1: 非該当\n  75: 該当\n  3: はい\n  4: いいえ\n  8: 対象外\n  17.1:\n    記憶: はい\n'), [
      '1 property.gate', '非該当 enumMember.closed', '75 property.gate', '該当 enumMember.open', '3 property', 'はい enumMember.yes',
      '4 property', 'いいえ enumMember.no', '8 property', '対象外 enumMember.inapplicable', '17.1 property', '記憶 parameter', 'はい enumMember.yes',
    ]);
  });

  it('tell remarks and references, also inside text', () => {
    assert.deepEqual(told('様式: SDS-4.0\n回答:\n  3: { 回答: はい, 備考: [1, 入退室], 参照項番: 6.3.C1 }\n備考記載欄:\n  1: 6.11.C8 による。TLS 1.2\n  入退室: "管理"\n').slice(2), [
      '1 variable', '入退室 variable', '6.3.C1 type', '1 variable.declaration', '6.11.C8 type', '入退室 variable.declaration',
    ]);
  });

  it('are those of the form that the sheet names, also where a workspace brings it', () => {
    const { dialect, forms, guidelines } = shippedData();
    const form = readForm(fixture('.sds/forms/model-2.yaml'), validators(), dialect).data!;
    const guideline = readGuideline(fixture('.sds/guidelines/model-2.yaml'), validators()).data!;
    const text = '様式: MODEL-2.0\n回答:\n  A1: 有\n  A2: { 回答: 適合, 参照項番: 企画管理編 7⑥ }\n  B1:\n    暗証: 不適合\n  3: はい\n';
    const read = readSheet(TextDocument.create('file:///a.sds.yaml', 'sds-yaml', 1, text), createCatalogue({ dialect, forms: [...forms, form], guidelines: [...guidelines, guideline] }));
    assert.deepEqual(semanticTokens(read).map(({ span, type, modifiers }) => `${text.slice(span.start, span.end)} ${[type, ...modifiers].join('.')}`), [
      'A1 property.gate', '有 enumMember.open', 'A2 property', '適合 enumMember.yes', '企画管理編 7⑥ type', 'B1 property', '暗証 parameter', '不適合 enumMember.no',
    ]);
  });

  it('are silent on what the form does not have', () => {
    assert.deepEqual(told('様式: SDS-4.0\n回答:\n  999: はい\n  3: ○\n  4:\n    備考: 9\n'), ['3 property', '4 property']);
    assert.deepEqual(told('様式: なし\n回答:\n  3: はい\n'), []);
  });

  it('are right behind surrogate pairs, after a byte order mark, in full width, and where the document is broken', () => {
    assert.deepEqual(told('\uFEFF様式: SDS-4.0\r\n回答:\r\n  ３：はい\r\n  4:\r\n    備考文: 𠮷田 6.11.C8\r\n  5: "開いた\r\n'), [
      '３ property', 'はい enumMember.yes', '4 property', '6.11.C8 type', '5 property',
    ]);
  });

  it('can be had for a part of the document', () => {
    const read = sheet('様式: SDS-4.0\n回答:\n  3: はい\n  4: はい\n');
    const start = read.document.getText().indexOf('  4');
    assert.equal(semanticTokens(read, { start, end: start + 3 }).length, 1);
  });
});
