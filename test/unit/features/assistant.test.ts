import assert from 'node:assert/strict';
import type { FeatureContext } from '../../../server/src/features/context.ts';
import { lookUp } from '../../../server/src/features/look-up.ts';
import { openRows } from '../../../server/src/features/open-rows.ts';
import { propose, type Proposal, type Proposed } from '../../../server/src/features/proposal.ts';
import { translator } from '../../../server/src/l10n/translate.ts';
import { applyEdits } from '../../../server/src/sheet/repair.ts';
import { sheet } from '../../support/sheets.ts';

const contextOf = (text: string, locale: 'ja' | 'en' = 'ja'): FeatureContext => ({ sheet: sheet(text), translate: translator(locale), today: '2026-01-01' });
const of = (answers: string): FeatureContext => contextOf(`様式: SDS-4.0\n回答:\n${answers}`);
const proposed = (context: FeatureContext, proposal: Proposal): Proposed => {
  const result = propose(context, proposal);
  if ('refused' in result) assert.fail(result.refused);
  return result;
};
const written = (context: FeatureContext, proposal: Proposal): string => applyEdits(context.sheet.document.getText(), proposed(context, proposal).edits).text;

describe('What a language model looks up', () => {
  it('is a question, an option or an item, however it is written', () => {
    const context = of('  75: 非該当\n');
    for (const what of ['75', ' 75 ', '７５']) assert.match(lookUp(context, what, 'ja')!, /^\*\*75\*\*/);
    assert.match(lookUp(context, '17.1/記憶', 'ja')!, /記憶/);
    assert.match(lookUp(context, '6.11.c8', 'ja')!, /6\.11\.C8/);
    assert.equal(lookUp(context, 'どこか', 'ja'), undefined);
    assert.equal(lookUp(contextOf('様式: X\n'), '75', 'ja'), undefined);
  });

  it('tells a digest from the official text', () => {
    assert.match(lookUp(of(''), '6.11.C8', 'ja')!, /要旨/);
    assert.match(lookUp(contextOf('様式: SDS-4.0\n', 'en'), '6.11.C8', 'en')!, /digest/i);
  });
});

describe('What a language model is told to be open', () => {
  it('is what applies and is not answered, with the answers that it takes', () => {
    const rows = openRows(of('  1: 非該当\n  2:\n  75: 非該当\n'))!;
    assert.ok(!rows.some(({ row }) => ['1', '1.1', '75', '75.1'].includes(row)));
    assert.deepEqual(rows[0], { row: '2', question: sheet('様式: SDS-4.0\n').form!.row('2')!.text, words: ['はい', 'いいえ', '対象外'] });
    const option = openRows(of('  17: はい\n'))!.find(({ row }) => row === '17.1/記憶');
    assert.match(option!.question, /記憶/);
    assert.equal(openRows(contextOf('様式: X\n')), undefined);
  });
});

describe('What a language model proposes', () => {
  it('is written where the form has it, and nothing else changes', () => {
    const before = '様式: SDS-4.0 # 版\r\n回答:\r\n  3: はい # 済\r\n  5:   はい\r\n';
    assert.equal(written(contextOf(before), { row: '４', answer: ' いいえ ' }), before.replace('  5:', '  4: いいえ\r\n  5:'));
    assert.equal(written(contextOf(before), { row: '3', answer: 'いいえ' }), before.replace('3: はい', '3: いいえ'));
    assert.deepEqual(proposed(contextOf(before), { row: '3', answer: 'はい' }).edits, []);
  });

  it('takes nothing away where it says nothing', () => {
    const text = '様式: SDS-4.0\n回答:\n  3:\n    回答: はい\n    備考文: あ\n    要確認: 回答待ち\n';
    for (const blank of ['', ' ']) assert.equal(written(contextOf(text), { row: '3', answer: 'いいえ', remark: blank, reason: blank }), text.replace('はい', 'いいえ'));
  });

  it('has its remark, and its mark where a person has to confirm it', () => {
    const text = written(of('  3: はい\n'), { row: '3', answer: 'いいえ', remark: '来年度に定める。', reason: '規程を確認する' });
    assert.match(text, /回答: いいえ/);
    assert.match(text, /備考文: 来年度に定める。/);
    assert.match(text, /要確認: 規程を確認する/);
  });

  it('shows what it would replace', () => {
    const context = of('  3: { 回答: はい, 備考文: 前の文, 要確認: 誰か }\n');
    const result = proposed(context, { row: '3', answer: 'いいえ', remark: '新しい文' });
    assert.deepEqual(result.before, { answer: 'はい', remark: '前の文', reason: '誰か' });
    assert.equal(result.question, context.sheet.form!.row('3')!.text);
    assert.match(written(context, { row: '3', answer: 'いいえ' }), /備考文: 前の文/);
  });

  it('comes with the findings that it would bring, and with none that are there already', () => {
    const context = of('  3: 対象外\n  75: 非該当\n');
    const { findings } = proposed(context, { row: '75.1', answer: 'はい' });
    assert.equal(findings.length, 1, findings.join('\n'));
    assert.match(findings[0]!, /75/);
    assert.deepEqual(proposed(context, { row: '4', answer: 'はい' }).findings, []);
    const english = propose({ ...context, translate: translator('en') }, { row: '75.1', answer: 'はい' }) as Proposed;
    assert.match(english.findings[0]!, /^75\.1 does not apply/);
  });

  it('is refused where it cannot be written, with what can', () => {
    const context = of('  3: はい\n  4: はい\n  4: いいえ\n');
    assert.deepEqual(propose(contextOf('様式: X\n'), { row: '3', answer: 'はい' }), { refused: 'form' });
    assert.deepEqual(propose(context, { row: '999', answer: 'はい' }), { refused: 'row' });
    assert.deepEqual(propose(context, { row: '3', answer: '適合' }), { refused: 'answer', answers: ['はい', 'いいえ', '対象外'] });
    assert.deepEqual(propose(context, { row: '4', answer: 'はい' }), { refused: 'text' });
    const heading = context.sheet.form!.rows.find((row) => row.kind === 'heading')!;
    const refusal = propose(context, { row: heading.id, answer: 'はい' });
    assert.ok('rows' in refusal && refusal.rows.length > 0);
    assert.deepEqual(propose(of('  3: "はい\n'), { row: '3', answer: 'いいえ' }), { refused: 'text' });
  });
});
