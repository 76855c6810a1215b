import assert from 'node:assert/strict';
import { lookUp, openRows } from '../../../server/src/features/assistant.ts';
import { translator } from '../../../server/src/l10n/translate.ts';
import { sheet } from '../../support/sheets.ts';

const of = (answers: string): Parameters<typeof lookUp>[0] => ({ sheet: sheet(`様式: SDS-4.0\n回答:\n${answers}`), translate: translator('ja'), today: '2026-01-01' });

describe('What a language model asks', () => {
  it('is a question, an option or an item, however it is written', () => {
    const context = of('  75: 非該当\n');
    for (const what of ['75', ' 75 ', '７５']) assert.match(lookUp(context, what, 'ja')!, /^\*\*75\*\*/);
    assert.match(lookUp(context, '17.1/記憶', 'ja')!, /記憶/);
    assert.match(lookUp(context, '6.11.c8', 'ja')!, /6\.11\.C8/);
    assert.equal(lookUp(context, 'どこか', 'ja'), undefined);
    assert.equal(lookUp({ ...context, sheet: sheet('様式: X\n') }, '75', 'ja'), undefined);
  });

  it('is what is open, with the answers that it takes', () => {
    const rows = openRows(of('  1: 非該当\n  2:\n  75: 非該当\n'))!;
    assert.ok(!rows.some(({ row }) => ['1', '1.1', '75', '75.1'].includes(row)));
    assert.deepEqual(rows[0]!.row, '2');
    assert.deepEqual(rows[0]!.words, ['はい', 'いいえ', '対象外']);
    assert.match(rows.find(({ row }) => row === '17.1/記憶')?.question ?? '記憶', /記憶/);
    assert.equal(openRows({ ...of(''), sheet: sheet('様式: X\n') }), undefined);
  });
});
