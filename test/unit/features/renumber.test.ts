import assert from 'node:assert/strict';
import { nameNumberedRemarks, numberNamedRemarks, renumberRemarks } from '../../../server/src/features/renumber.ts';
import type { Sheet } from '../../../server/src/sheet/model.ts';
import type { Edit } from '../../../server/src/sheet/notices.ts';
import { HEAD } from '../../support/cursor.ts';
import { applyEdits, sheet } from '../../support/sheets.ts';

const BEFORE = `${HEAD}回答:\n`;

/** Checks what an action makes of a sheet, and that it then has nothing more to do. */
function check(action: (read: Sheet) => Edit[], body: string, after: string, before = BEFORE): void {
  const text = before + body;
  const result = applyEdits(text, action(sheet(text)));
  assert.equal(result.slice(before.length), after);
  assert.deepEqual(action(sheet(result)), []);
}

const inPeace = (action: (read: Sheet) => Edit[], body: string): void => check(action, body, body);

describe('Renumbering remarks', () => {
  it('follows the order in which the form\'s rows first cite them, not the order in the sheet', () => {
    check(renumberRemarks, [
      '  5: { 備考: 9 }', '  3:', '    回答: はい', '    備考: [4, 2]', '  4: { 備考: 4 }', '備考記載欄:', '  2: に', '  4: よん', '  9: きゅう', '',
    ].join('\n'), [
      '  5: { 備考: 3 }', '  3:', '    回答: はい', '    備考: [1, 2]', '  4: { 備考: 1 }', '備考記載欄:', '  1: よん', '  2: に', '  3: きゅう', '',
    ].join('\n'));
  });

  it('moves whole entries with their comments', () => {
    check(renumberRemarks, [
      '  3: { 備考: 2 }', '  4: { 備考: 1 }', '備考記載欄: # 表', '  # 委託', '  1: い # 委託先', '', '  # 入退室', '  2: |-', '    ろ', '    は', '  # 終わり', '',
    ].join('\n'), [
      '  3: { 備考: 1 }', '  4: { 備考: 2 }', '備考記載欄: # 表', '', '  # 入退室', '  1: |-', '    ろ', '    は', '  # 委託', '  2: い # 委託先', '  # 終わり', '',
    ].join('\n'));
  });

  it('puts what no row cites last, and closes gaps', () => {
    check(renumberRemarks, '  3: { 備考: 7 }\n備考記載欄:\n  3: い\n  5: ろ\n  7: は\n', '  3: { 備考: 1 }\n備考記載欄:\n  1: は\n  2: い\n  3: ろ\n');
  });

  it('leaves names where they are, behind the entry above', () => {
    check(renumberRemarks, '  3: { 備考: [2, 委託] }\n  4: { 備考: 1 }\n備考記載欄:\n  1: い\n  委託: ろ\n  2: は\n', '  3: { 備考: [1, 委託] }\n  4: { 備考: 2 }\n備考記載欄:\n  1: は\n  2: い\n  委託: ろ\n');
  });

  it('gives no remark a number that is cited in vain', () => {
    check(renumberRemarks, '  3: { 備考: [2, 4] }\n  4: { 備考: 5 }\n備考記載欄:\n  4: い\n  5: ろ\n', '  3: { 備考: [2, 1] }\n  4: { 備考: 3 }\n備考記載欄:\n  1: い\n  3: ろ\n');
  });

  it('keeps quotes, line ends, and the order in braces', () => {
    check(renumberRemarks, '  3:\r\n    備考:\r\n      - "2"\r\n備考記載欄: { 1: い, \'2\': ろ }\r\n', '  3:\r\n    備考:\r\n      - "1"\r\n備考記載欄: { 2: い, \'1\': ろ }\r\n', `\uFEFF${BEFORE.replaceAll('\n', '\r\n')}`);
  });

  it('works in full-width spellings', () => {
    check(renumberRemarks, '  3:\n    備考：［２、１］\n備考記載欄：\n　　１：い\n　　２：ろ\n', '  3:\n    備考：［1、2］\n備考記載欄：\n　　1：ろ\n　　2：い\n');
  });

  it('works without a known form, in the sheet\'s order', () => {
    check(renumberRemarks, '様式: 不明\n回答:\n  5: { 備考: 2 }\n  3: { 備考: 1 }\n備考記載欄:\n  1: い\n  2: ろ\n', '様式: 不明\n回答:\n  5: { 備考: 1 }\n  3: { 備考: 2 }\n備考記載欄:\n  1: ろ\n  2: い\n', '');
  });

  it('has nothing to do where all is in order, whatever its spelling', () => {
    inPeace(renumberRemarks, '  3: { 備考: １ }\n  4: { 備考: [1, 2, 委託] }\n備考記載欄:\n  1: い\n  委託: は\n  2: ろ\n');
    inPeace(renumberRemarks, '  3: はい\n');
  });

  it('works beside what cannot be read, and leaves a sheet alone where that would lose a citation', () => {
    check(renumberRemarks, '  3: { 備考: 2 }\n  4: い: ろ\n備考記載欄:\n  1: い\n  2: ろ\n', '  3: { 備考: 1 }\n  4: い: ろ\n備考記載欄:\n  2: い\n  1: ろ\n');
    inPeace(renumberRemarks, '備考記載欄:\n  1: い\n  2: ろ\n回答:\n  3: { 備考: 2 }\n  4: { 参照項番: [a, {] }\n  5: { 備考: 1 }\n');
    inPeace(renumberRemarks, '  3: { 備考: 2 }\n備考記載欄:\n  1: い\n  2: ろ\n  2: は\n');
  });
});

describe('Numbers for named remarks', () => {
  it('are those that they are printed with', () => {
    check(numberNamedRemarks, [
      '  3: { 備考: 委託, 備考文: い }', '  4: { 備考: [入退室, 2] }', '備考記載欄:', '  入退室: ろ # は', '  2: に', '  未使用: へ', '  委託: ほ', '',
    ].join('\n'), [
      '  3: { 備考: 3, 備考文: い }', '  4: { 備考: [5, 2] }', '備考記載欄:', '  2: に', '  3: ほ', '  5: ろ # は', '  6: へ', '',
    ].join('\n'));
  });

  it('are none where every remark has one', () => {
    inPeace(numberNamedRemarks, '  3: { 備考: 2 }\n備考記載欄:\n  2: い\n  1: ろ\n');
  });
});

describe('Names for numbered remarks', () => {
  it('are what their texts begin with', () => {
    check(nameNumberedRemarks, [
      '  3: { 備考: [1, 入退室] }', '  4: { 備考: "2" }', '備考記載欄:', '  1: 居室の入退室をICカードで管理している # は', '  入退室: ろ', '  "2": 入退室は記録する', '  3: お客様による', '',
    ].join('\n'), [
      '  3: { 備考: [居室の入退室, 入退室] }', '  4: { 備考: "入退室2" }', '備考記載欄:', '  居室の入退室: 居室の入退室をICカードで管理している # は', '  入退室: ろ', '  "入退室2": 入退室は記録する', '  お客様による: お客様による', '',
    ].join('\n'));
  });

  it('are short, and none that is a number or is cited in vain', () => {
    check(nameNumberedRemarks, '  3: { 備考: [1, 委託] }\n備考記載欄:\n  1: 委託する\n  2: 2023年にリモート保守サービス部が\n  3: 100。\n  4: …\n',
      '  3: { 備考: [委託2, 委託] }\n備考記載欄:\n  委託2: 委託する\n  2023年: 2023年にリモート保守サービス部が\n  3: 100。\n  4: …\n');
  });

  it('are none where every remark has one', () => {
    inPeace(nameNumberedRemarks, '  3: { 備考: 委託 }\n備考記載欄:\n  委託: い\n');
  });
});
