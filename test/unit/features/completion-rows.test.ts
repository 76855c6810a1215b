import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { complete } from '../../../server/src/features/completion/complete.ts';
import { lintText } from '../../support/sheets.ts';
import { at, completions, HEAD, type Completed } from '../../support/cursor.ts';

const SNIPPETS = { client: { snippets: true } };
const inAnswers = (lines: string): string => `${HEAD}回答:\n${lines}`;
/** What stands below 回答 once an item is accepted, `|` behind what it writes. */
const accepted = (completed: Completed, label: string): string => completed.accept(label).slice(inAnswers('').length);
const itemOf = ({ items }: Completed, label: RegExp): CompletionItem => items.find((item) => label.test(item.label))!;

describe('Completion of whole rows', () => {
  it('begins with the row whose turn it is', () => {
    assert.deepEqual(completions(inAnswers('  3: はい\n  |\n  7: はい\n')).labels.slice(0, 3), ['4', '4（回答と備考文）', 'この分類の残りの設問（5件）']);
    assert.deepEqual(completions(inAnswers('  75: 該当\n  |\n')).labels.slice(0, 2), ['75.1', '75.1（回答と備考文）']);
    assert.deepEqual(completions(inAnswers('  75: 非該当\n  |\n')).labels.slice(0, 1), ['76']);
  });

  it('writes the answer as a choice, and the remark behind it', () => {
    const list = completions(inAnswers('  |\n'), SNIPPETS);
    assert.equal(accepted(list, '1（回答と備考文）'), '  1:\n    回答: ${1|該当,非該当|}\n    備考文: $2|\n');
    assert.equal(itemOf(list, /回答と/).insertTextFormat, 2);
    assert.equal(accepted(completions(inAnswers('    3: はい\n    |\n')), '4（回答と備考文）'), '    3: はい\n    4:\n        回答: \n        備考文: |\n');
  });

  it('offers first what fits a row that does not apply', () => {
    assert.equal(accepted(completions(inAnswers('  75: 非該当\n  75.1|\n'), SNIPPETS), '75.1（回答と備考文）'), '  75: 非該当\n  75.1:\n    回答: ${1|対象外,はい,いいえ|}\n    備考文: $2|\n');
  });

  it('writes all options of a question, each to be answered', () => {
    const lines = (value: (n: number) => string): string => ['記憶', '生体認証', '物理媒体', '2要素', 'その他'].map((key, n) => `    ${key}: ${value(n + 1)}`).join('\n');
    assert.equal(accepted(completions(inAnswers('  17: はい\n  |\n'), SNIPPETS), '17.1（選択肢すべて）'), `  17: はい\n  17.1:\n${lines((n) => `$${n}`)}|\n`);
    assert.equal(accepted(completions(inAnswers('  17: はい\n  |\n')), '17.1（選択肢すべて）'), `  17: はい\n  17.1:\n${lines(() => '')}|\n`);
  });

  it('comes also behind a number that can be no other', () => {
    assert.deepEqual(completions(inAnswers('  76|\n')).labels, ['76', '76（回答と備考文）']);
    assert.deepEqual(completions(inAnswers('  ７６|\n')).labels, ['76', '76（回答と備考文）']);
    assert.deepEqual(completions(inAnswers('  75|\n')).labels, ['75', '75.1']);
    assert.deepEqual(completions(inAnswers('  76: はい\n  76|\n')).labels, ['76']);
    assert.deepEqual(completions(inAnswers('  76|: はい\n')).labels, ['76']);
    assert.deepEqual(completions(inAnswers('  { 76| }\n')).labels, ['76']);
  });

  it('makes a choice of the answer where the editor cannot open the list of answers itself', () => {
    assert.equal(accepted(completions(inAnswers('  76|\n'), SNIPPETS), '76'), '  76: ${1|はい,いいえ,対象外|}|\n');
    assert.equal(accepted(completions(inAnswers('  17.1:\n    kioku|\n'), SNIPPETS), '記憶'), '  17.1:\n    記憶: ${1|はい,いいえ,対象外|}|\n');
    const { context, offset } = at(inAnswers('  76|\n'));
    const [item] = complete({ ...context, suggestCommand: 'suggest' }, offset, 'ja', 'invoked', { snippets: true }).items;
    assert.equal((item!.textEdit as { newText: string }).newText, '76: ');
  });
});

describe('Completion of many rows', () => {
  it('adds what is missing of a section, empty, each with its place', () => {
    const sheet = inAnswers('  3: はい\n  |\n  6: はい\n');
    assert.equal(accepted(completions(sheet), 'この分類の残りの設問（5件）'), '  3: はい\n  4:\n  5:|\n  6: はい\n  7:\n  8:\n  9:\n');
    assert.equal(accepted(completions(sheet, SNIPPETS), 'この分類の残りの設問（5件）'), '  3: はい\n  4: $1\n  5: $2|\n  6: はい\n  7:\n  8:\n  9:\n');
    assert.equal(itemOf(completions(sheet), /この分類/).labelDetails!.description, '組織的安全管理対策 (体制、運用管理規程)');
  });

  it('adds all that is missing of the form, in its order, and nothing that is ruled out', () => {
    const completed = completions(inAnswers('  1: 非該当\n  75: 非該当\n  |\n'));
    const { label } = itemOf(completed, /残りの設問すべて/);
    const text = completed.accept(label).replace('|', '');
    const found = lintText(text).filter(({ rule, message }) => rule.code === 'question-order' || message.key === 'missing-answer.absent');
    assert.deepEqual(found, []);
    assert.doesNotMatch(text, /^ {2}(?:1\.1|75\.1):/m);
    assert.match(text, /^ {2}17\.1:\n {4}記憶:\n/m);
    assert.ok(text.includes('  1: 非該当\n  2:\n'));
    assert.ok(text.includes('  75: 非該当\n  76:\n'));
  });

  it('brings the questions as comments where the sheet has them', () => {
    const sheet = inAnswers('  #? 6.11.C8 有しているか？\n  76: はい\n  |\n');
    assert.match(accepted(completions(sheet), itemOf(completions(sheet), /この分類/).label), /\n {2}76: はい\n {2}#\? .+\n {2}77:\n {2}#\? .+\n {2}77\.1:\n/);
  });

  it('is found by name, and never among numbers', () => {
    assert.deepEqual(completions(inAnswers('  3: はい\n  bunrui|\n')).labels, ['この分類の残りの設問（6件）']);
    assert.deepEqual(completions(inAnswers('  3: はい\n  残り|\n')).labels.length, 1);
    assert.ok(completions(inAnswers('  3: はい\n  subete|\n')).labels[0]!.startsWith('残りの設問すべて'));
    assert.ok(!completions(inAnswers('  3: はい\n  1|\n')).labels.some((label) => label.includes('残り')));
  });

  it('is not offered for a single row, nor where there is no place', () => {
    const all = inAnswers(Array.from({ length: 6 }, (_, n) => `  ${n + 3}: はい\n`).join(''));
    assert.ok(!completions(`${all}  |\n`).labels.some((label) => label.includes('この分類')));
    assert.deepEqual(completions(inAnswers('  78: 非該当\n  |\n')).labels.filter((label) => label.includes('残り')), []);
    assert.deepEqual(completions(inAnswers('  { | }\n')).labels.filter((label) => label.includes('残り')), []);
  });

  it('counts rows that cannot be read as written', () => {
    const { labels } = completions(inAnswers('  3: "はい\n  4: はい\n  |\n  6: [\n'));
    assert.ok(labels.slice(0, 3).includes('5'));
    assert.ok(!labels.slice(0, -3).includes('4'));
  });
});

describe('Completion of a new sheet', () => {
  it('writes the header, the form and the questions that decide about others', () => {
    const text = completions('|').accept('新しい開示書（SDS-4.0）').replace('|', '');
    assert.ok(text.startsWith('様式: SDS-4.0\n作成日:\nサービス事業者:\nサービス名称:\nバージョン:\n\n回答:\n'));
    assert.match(text, /\n {2}#= 診療録.*\n {2}#\? .*\n {2}1:\n/);
    assert.deepEqual([...text.matchAll(/^ {2}([\d.]+):/gm)].map(([, id]) => id), ['1', '51', '53', '59', '60', '61', '62', '63', '75', '77', '78']);
    assert.deepEqual(lintText(text).filter(({ rule }) => !['missing-field', 'missing-answer'].includes(rule.code)), []);
  });

  it('goes from field to field, with today as the date, and ends where the rows are to be', () => {
    const text = completions('# 下書き\n|', SNIPPETS).accept('新しい開示書（SDS-4.0）');
    assert.ok(text.startsWith('# 下書き\n様式: SDS-4.0\n作成日: ${1:2026-11-23}\nサービス事業者: $2\n'));
    assert.ok(text.endsWith('\n  78: $15\n  $0|'));
  });

  it('is found by name, in an empty document only', () => {
    assert.deepEqual(completions('shinki|').labels, ['新しい開示書（SDS-4.0）']);
    assert.deepEqual(completions('新|').labels, ['新しい開示書（SDS-4.0）']);
    assert.ok(completions('sds|').labels.includes('新しい開示書（SDS-4.0）'));
    for (const other of ['作成日: 2023-10-04\n|', '|\n作成日:\n', '回答:\n  |', '# |']) assert.ok(!completions(other).labels.some((label) => label.includes('新しい開示書')), other);
  });
});
