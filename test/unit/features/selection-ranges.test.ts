import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRange } from '../../../server/src/features/selection-ranges.ts';
import { at, HEAD } from '../../support/cursor.ts';

/** What is selected step by step, each on one line. */
function steps(marked: string): string[] {
  const { context, offset } = at(marked);
  const found: string[] = [];
  for (let range: SelectionRange | undefined = selectionRange(context.sheet, offset); range; range = range.parent) {
    found.push(context.sheet.document.getText(range.range).replace(/\r?\n\s*/g, '⏎'));
  }
  return found;
}

describe('Selection ranges', () => {
  it('grow from a word over value, key and value, and row to the section and all answers', () => {
    const text = `${HEAD}回答:\n  2: はい\n  3: はい\n  4:\n    回答: はい\n    備考文: 入退室を管|理している\n備考記載欄:\n  1: a\n`;
    assert.deepEqual(steps(text).slice(0, -1), [
      '管理', '入退室を管理している', '備考文: 入退室を管理している', '4:⏎回答: はい⏎備考文: 入退室を管理している',
      '3: はい⏎4:⏎回答: はい⏎備考文: 入退室を管理している', '回答:⏎2: はい⏎3: はい⏎4:⏎回答: はい⏎備考文: 入退室を管理している',
    ]);
    assert.equal(steps(text).at(-1), text.replace('|', '').replace(/\n\s*/g, '⏎'));
  });

  it('take a reference and a quoted text as one', () => {
    assert.deepEqual(steps('様式: SDS-4.0\n回答:\n  3:\n    備考文: "詳細は 6.11|.C8 を参照"\n').slice(0, 5), [
      '6.11', '6.11.C8', '詳細は 6.11.C8 を参照', '"詳細は 6.11.C8 を参照"', '備考文: "詳細は 6.11.C8 を参照"',
    ]);
  });

  it('grow by pairs and by what is around them in braces and brackets', () => {
    assert.deepEqual(steps('様式: SDS-4.0\n回答:\n  17.1: { 記憶: は|い, その他: いいえ }\n').slice(0, 4), [
      'はい', '記憶: はい', '{ 記憶: はい, その他: いいえ }', '17.1: { 記憶: はい, その他: いいえ }',
    ]);
    assert.deepEqual(steps('様式: SDS-4.0\n回答:\n  21: { 回答: は|い, # い\n    備考: [1, 2] }\n').slice(0, 4), [
      'はい', '回答: はい', '{ 回答: はい, # い⏎備考: [1, 2] }', '21: { 回答: はい, # い⏎備考: [1, 2] }',
    ]);
    assert.deepEqual(steps('様式: SDS-4.0\n回答:\n  21: { 回答: はい, 備考: [1, 2|\n  22: はい\n').slice(0, 5), [
      '2', '[1, 2', '備考: [1, 2', '{ 回答: はい, 備考: [1, 2', '21: { 回答: はい, 備考: [1, 2',
    ]);
  });

  it('are there while the document is broken, and in an empty one', () => {
    assert.deepEqual(steps('様式: SDS-4.0\n回答:\n  3: は|い\n  4: "開いた\n').slice(0, 2), ['はい', '3: はい']);
    assert.deepEqual(steps('|'), ['']);
  });

  it('each lie within the next', () => {
    const text = `${HEAD}回答:\n  3: はい # 注\n  17.1:\n    記憶: { 回答: はい, 備考: [1, 2] }\n備考記載欄:\n  1: |-\n    一\n    二\n`;
    for (let offset = 0; offset <= text.length; offset++) {
      const { context } = at(`${text.slice(0, offset)}|${text.slice(offset)}`);
      const { document } = context.sheet;
      for (let range: SelectionRange | undefined = selectionRange(context.sheet, offset); range?.parent; range = range.parent) {
        const [inner, outer] = [range, range.parent].map((one) => [document.offsetAt(one.range.start), document.offsetAt(one.range.end)] as const);
        assert.ok(outer![0] <= inner![0] && inner![1] <= outer![1] && outer![1] - outer![0] > inner![1] - inner![0], `${offset}`);
      }
    }
  });
});
