import assert from 'node:assert/strict';
import { answerState, progressOf, type AnswerState } from '../../server/src/conditions/state.ts';
import { HEAD } from '../support/cursor.ts';
import { sheet } from '../support/sheets.ts';

const read = (lines: string): ReturnType<typeof sheet> => sheet(`${HEAD}回答:\n${lines}`);
const stateOf = (lines: string, id: string): AnswerState => {
  const one = read(lines);
  return answerState(one, one.form!.row(id)!);
};

describe('How a row stands in a sheet', () => {
  const states: [AnswerState, string, string][] = [
    ['answered', '  75: 該当\n', '75'],
    ['implied', '  75: 非該当\n', '75.1'],
    ['implied', '  75: 非該当\n  75.1:\n', '75.1'],
    ['missing', '  75: 該当\n', '75.1'],
    ['missing', '  75.1:\n  75: 該当\n', '75.1'],
    ['undecided', '  3: はい\n', '75.1'],
    ['invalid', '  75: ○\n', '75'],
    ['invalid', '  75: [該当]\n', '75'],
    ['repeated', '  75: 該当\n  75: 該当\n', '75'],
    ['heading', '', '17.1'],
    ['unread', '  3: はい\n回答:\n  75: 該当\n', '75'],
  ];
  for (const [state, lines, id] of states) it(`is ${state}: ${id} in ${JSON.stringify(lines)}`, () => assert.equal(stateOf(lines, id), state));
});

describe('How far rows are answered', () => {
  const progress = (lines: string, ...ids: string[]): object => {
    const one = read(lines);
    const { answered, applicable, open, provisional } = progressOf(one, ids.map((id) => one.form!.row(id)!));
    return { answered, applicable, open: open.map((row) => row.id).join(), provisional };
  };

  it('counts what applies, and names what is open in the form\'s order', () => {
    assert.deepEqual(progress('  75: 該当\n  3: ○\n', '3', '4', '75', '75.1'), { answered: 1, applicable: 4, open: '3,4,75.1', provisional: 0 });
  });

  it('does not count what is out of scope, written or not', () => {
    assert.deepEqual(progress('  75: 非該当\n  1: 非該当\n  1.1: 対象外\n', '1', '1.1', '1.2', '75', '75.1'), { answered: 2, applicable: 2, open: '', provisional: 0 });
  });

  it('says nothing of what hangs on an open answer, or cannot be read', () => {
    assert.deepEqual(progress('  3: はい\n回答:\n  4: はい\n', '3', '4', '75.1'), { answered: 1, applicable: 1, open: '', provisional: 0 });
  });

  it('counts what is still to be confirmed, answered or not', () => {
    assert.deepEqual(progress('  3:\n    要確認:\n  4: { 回答: はい, 要確認: 未 }\n  5: はい\n', '3', '4', '5'), { answered: 2, applicable: 3, open: '3', provisional: 2 });
  });
});
