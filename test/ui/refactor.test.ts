import assert from 'node:assert/strict';
import { answers, applyQuickFix, openQuickFixes, quickFixes, setSheet, shareWorkbench, waitForText } from './support/index.ts';

const BEFORE = '  3: { 回答: いいえ, 備考: [1, 3] }\n  4: { 回答: いいえ, 備考: 2 }\n備考記載欄:\n  1: い\n  2: ろ\n  3|: は';

describe('Moving a remark to another number, in Japanese', () => {
  const shared = shareWorkbench({ files: { '開示書.sds.yaml': answers(BEFORE.replace('|', '')) }, locale: 'ja' });

  it('is one entry of the menu, which opens the list of numbers, and one step to undo', async () => {
    const { page } = shared;
    await setSheet(page, answers(BEFORE));
    const title = '備考 3 を別の番号へ移す（間の番号はずらす）…';
    assert.ok((await quickFixes(page)).includes(title));
    const numbers = await openQuickFixes(page, title);
    assert.deepEqual(numbers, ['備考 3 を 1 番に移し、1～2 番を1つずつ後ろにずらす', '備考 3 を 2 番に移し、2 番を後ろにずらす']);
    await applyQuickFix(page, numbers[0]!);
    await waitForText(page, '  3: { 回答: いいえ, 備考: [2, 1] }\n  4: { 回答: いいえ, 備考: 3 }\n備考記載欄:\n  1: は\n  2: い\n  3: ろ\n');
    await page.keyboard.press('Control+z');
    await waitForText(page, BEFORE.replace('|', ''));
  });
});
