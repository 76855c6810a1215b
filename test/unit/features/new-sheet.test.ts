import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { newSheet, leadingQuestions } from '../../../server/src/features/new-sheet.ts';
import { lint } from '../../../server/src/lint/lint.ts';
import { readSheet } from '../../../server/src/sheet/read.ts';
import { catalogue } from '../../support/catalogue.ts';

const form = catalogue().form('SDS-4.0')!;
const read = (text: string) => readSheet(TextDocument.create('file:///new.sds.yaml', 'sds-yaml', 1, text), catalogue());

describe('A new sheet', () => {
  it('has every row that may apply, empty, below its question', () => {
    const text = newSheet(catalogue(), form, { header: {}, answers: {} });
    assert.match(text, /^ {2}#\? 6\.11\.C8 リモートメンテナンスサービスを有しているか？\n {2}75:$/m);
    assert.match(text, /^ {2}#= 保存が義務付けられている文書を扱っている場合のみ下記対象$/m);
    assert.equal(read(text).answers.length, 144);
  });

  it('leaves out the rows below a closed gate and keeps what is given', () => {
    const text = newSheet(catalogue(), form, { header: { 作成日: '2026-11-23', サービス名称: '#1 保守' }, answers: { 1: '非該当', 20: '対象外' } });
    const sheet = read(text);
    assert.equal(sheet.header.find((entry) => entry.field.key === 'サービス名称')!.value!.value, '#1 保守');
    assert.ok(!sheet.entryOf(form.row('1.1')!));
    assert.equal(sheet.entryOf(form.row('20')!)!.answer!.word, '対象外');
  });

  it('goes by the options of a question, and loses nothing that is given', () => {
    const text = newSheet(catalogue(), form, { header: { バージョン: '1.0' }, answers: { '17': 'いいえ', '17.1/記憶': 'はい' } });
    assert.match(text, /^バージョン: '1\.0'$/m);
    assert.match(text, /^ {2}17\.1:\n {4}#\? [^\n]*\n {4}記憶: はい$/m);
    assert.ok(!read(text).entryOf(form.row('17.1/生体認証')!));
  });

  it('shows nothing but what is still missing', () => {
    const codes = new Set(lint(read(newSheet(catalogue(), form, { header: {}, answers: {} }))).map((finding) => finding.rule.code));
    assert.deepEqual([...codes].sort(), ['missing-answer', 'missing-field']);
  });

  it('begins with gates and premises', () => {
    const { gates, premises } = leadingQuestions(form);
    assert.equal(gates.length, 11);
    assert.ok(premises.some((row) => row.id === '20'));
  });
});
