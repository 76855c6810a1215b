import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeQuestions } from '../../../server/src/edits/questions/write.ts';
import { foldingRanges } from '../../../server/src/features/folding.ts';
import { applyEdits, sheet } from '../../support/sheets.ts';

/** Each range as the first and the last line that it folds, and its kind. */
const folded = (text: string, limit?: number): string[] => {
  const lines = text.split(/\r\n|\n/);
  return foldingRanges(sheet(text), limit).map(({ startLine, endLine, kind }) => `${lines[startLine]!.trim()} … ${lines[endLine]!.trim()}${kind ? ` (${kind})` : ''}`);
};

describe('Folding', () => {
  it('folds sections with and without comments, rows of several lines, remarks, and both tables', () => {
    assert.deepEqual(folded(`様式: SDS-4.0
回答:
  #= 実践(6.2)
  #? 6.2.C1 扱う情報
  2: はい

  3: はい
  4:
    回答: はい
    備考: 1

  17.1:
    記憶: はい
    2要素:
      回答: はい
      備考: 1
備考記載欄:
  1: |-
    一行目
    二行目
  2: 短い
`), [
      '回答: … 備考: 1',
      '#= 実践(6.2) … 2: はい',
      '3: はい … 備考: 1',
      '4: … 備考: 1',
      '17.1: … 備考: 1',
      '2要素: … 備考: 1',
      '備考記載欄: … 2: 短い',
      '1: |- … 二行目',
    ]);
  });

  it('folds blocks of comments', () => {
    assert.deepEqual(folded('# 一\r\n# 二\r\n様式: SDS-4.0\r\n回答:\r\n  2: はい\r\n'), ['# 一 … # 二 (comment)', '回答: … 2: はい']);
  });

  it('hides question comments behind the line above them', () => {
    assert.deepEqual(folded(`様式: SDS-4.0
回答:
  #= 実践(6.2)
  #? 6.2.C1 扱う情報
  2: はい

  # 体制
  #= 組織的安全管理対策(6.3)
  #? 6.3.C1 責任者
  3:
    回答: はい
    備考: 1
  #? 6.3.C1 担当者
  4: はい
  #? 6.3.C2 入退
  5: はい
備考記載欄:
  1: あ
`), [
      '回答: … 5: はい',
      '#= 実践(6.2) … 2: はい',
      '# 体制 … 5: はい',
      '#= 組織的安全管理対策(6.3) … #? 6.3.C1 責任者 (comment)',
      '3: … #? 6.3.C1 担当者',
      '備考: 1 … #? 6.3.C1 担当者 (comment)',
      '4: はい … #? 6.3.C2 入退 (comment)',
      '備考記載欄: … 1: あ',
    ]);
  });

  it('gives a client no more than it takes, and then the outer ones', () => {
    assert.deepEqual(folded('様式: SDS-4.0\n回答:\n  2:\n    回答: はい\n  3:\n    回答: はい\n', 1), ['回答: … 回答: はい']);
  });

  it('goes on where the document is broken, and has nothing for an empty one', () => {
    assert.ok(folded('様式: SDS-4.0\n回答:\n  2:\n    回答: はい\n  3: [\n').includes('2: … 回答: はい'));
    assert.deepEqual(folded(''), []);
  });

  it('never has folds cross each other', () => {
    const sample = readFileSync(new URL('../../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');
    const written = applyEdits(sample, writeQuestions(sheet(sample)).edits);
    const open: number[] = [];
    for (const { startLine, endLine } of foldingRanges(sheet(written))) {
      while (open.length > 0 && open.at(-1)! < startLine) open.pop();
      assert.ok(open.length === 0 || endLine <= open.at(-1)!, `${startLine}–${endLine}`);
      open.push(endLine);
    }
  });
});
