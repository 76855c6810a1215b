import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import {
  acceptSuggestion, answers, imeType, noSuggestions, screenshot, setSheet, shareWorkbench, suggestions, triggerSuggest, typeText,
  until, waitForCursor, waitForProblems, waitForText,
} from './support/index.ts';

/** The row that asks for remote maintenance, with one more line. */
const inRow = (line: string): string => answers(`  75:\n    回答: 該当\n    ${line}`);
const inAnswers = (lines: string): string => answers(`  3: はい\n${lines}`);

describe('The list of suggestions', () => {
  const shared = shareWorkbench({ files: { '開示書.sds.yaml': inAnswers('') }, locale: 'ja' });
  // Nothing is suggested before the language server is up.
  before(() => waitForProblems(shared.page));

  describe('for a guideline item', () => {
    it('opens by itself while 6.11.C is typed, and writes 6.11.C8', async () => {
      const { page } = shared;
      await setSheet(page, inRow('参照項番: [6.5.C12, |'));
      for (const [typed, second] of [['6', '6.1'], ['.', '6.1'], ['1', '6.1'], ['1', '6.11'], ['.', '6.11.C1'], ['C', '6.11.C1']] as const) {
        await typeText(page, typed);
        await until(async () => (await suggestions(page)).slice(0, 2).join() === `6.11.C8,${second}`, `the list behind “${typed}”`);
      }
      await showDetails(page, '要旨: リモートメンテナンスを行う場合は');
      await screenshot(page, 'completion of an item');
      await acceptSuggestion(page, '6.11.C8');
      await typeText(page, ']');
      await waitForText(page, '    参照項番: [6.5.C12, 6.11.C8]\n');
      await noSuggestions(page);
    });

    it('opens behind a full-width text that an input method commits, and writes ASCII', async () => {
      const { page } = shared;
      await setSheet(page, inRow('参照項番: |'));
      await imeType(page, ['６', '６．', '６．１', '６．１１', '６．１１．', '６．１１．Ｃ'], '６．１１．Ｃ');
      await acceptSuggestion(page, '6.11.C8');
      await waitForText(page, '    参照項番: 6.11.C8\n');
      await waitForCursor(page, 9, 18);
    });

    it('stays away from prose, until something like an item is typed', async () => {
      const { page } = shared;
      await setSheet(page, inRow('備考文: |'));
      await imeType(page, ['に', 'にんしょう', '認証', '認証は'], '認証は');
      await noSuggestions(page);
      await typeText(page, '2');
      await noSuggestions(page);
      await imeType(page, ['よ', '要素'], '要素');
      await imeType(page, ['２', '２０'], '２０');
      await noSuggestions(page);
      await typeText(page, '、TLS 1.3、Cloud、D');
      await noSuggestions(page);
      await imeType(page, ['しょ', '詳細は'], '、詳細は');
      await typeText(page, '6.11.C');
      await acceptSuggestion(page, '6.11.C8');
      await imeType(page, ['を', 'をさ', 'を参照'], 'を参照');
      await waitForText(page, '    備考文: 認証は2要素２０、TLS 1.3、Cloud、D、詳細は6.11.C8を参照\n');
      await noSuggestions(page);
    });

    it('opens in a text of several lines too', async () => {
      const { page } = shared;
      await setSheet(page, inRow('備考文: >-\n      詳細は|\n      を参照'));
      await typeText(page, '6.11.C');
      await acceptSuggestion(page, '6.11.C8');
      await waitForText(page, '      詳細は6.11.C8\n      を参照\n');
    });

    it('comes on request in prose', async () => {
      const { page } = shared;
      await setSheet(page, inRow('備考文: 詳細は |'));
      await triggerSuggest(page);
      await acceptSuggestion(page, '6.11.C8');
      await waitForText(page, '    備考文: 詳細は 6.11.C8\n');
    });
  });

  describe('for a term of the question', () => {
    it('opens while one is typed, and leaves the Enter key to the text', async () => {
      const { page } = shared;
      await setSheet(page, inRow('備考文: |'));
      await imeType(page, ['り', 'りも', 'リモ'], 'リモ');
      await until(async () => (await suggestions(page)).join() === 'リモ,リモートメンテナンスサービス', 'the list behind リモ');
      await screenshot(page, 'a term of the question');
      await page.keyboard.press('Enter');
      await waitForText(page, '    備考文: リモ\n');
      await waitForCursor(page, 10, 5);
      await noSuggestions(page);
    });

    it('writes it when it is chosen', async () => {
      const { page } = shared;
      await setSheet(page, inRow('備考文: |'));
      await imeType(page, ['じ', '自社の', '自社のリモート'], '自社のリモート');
      await acceptSuggestion(page, 'リモートメンテナンスサービス');
      await waitForText(page, '    備考文: 自社のリモートメンテナンスサービス\n');
      await noSuggestions(page);
    });
  });

  describe('for a question', () => {
    it('opens while its number is typed, and goes on with its answers', async () => {
      const { page } = shared;
      await setSheet(page, inAnswers('  |'));
      await typeText(page, '75');
      await until(async () => (await suggestions(page)).join() === '75,75.1', 'the questions 75 and 75.1');
      await acceptSuggestion(page, '75.1');
      await acceptSuggestion(page, 'いいえ');
      await waitForText(page, '  75.1: いいえ\n');
      await waitForCursor(page, 8, 12);
    });

    it('opens behind a full-width number', async () => {
      const { page } = shared;
      await setSheet(page, inAnswers('  |'));
      await imeType(page, ['７', '７５'], '７５');
      await acceptSuggestion(page, '75');
      await acceptSuggestion(page, '該当');
      await waitForText(page, '  75: 該当\n');
    });

    it('opens behind words of the question', async () => {
      const { page } = shared;
      await setSheet(page, inAnswers('  |'));
      await imeType(page, ['ｒ', 'り', 'りも', 'りもーと', 'リモート'], 'リモート');
      await acceptSuggestion(page, '75.1');
      await waitForText(page, '  75.1: \n');
      await suggestions(page);
    });

    it('writes a whole row, whose answer is chosen at once', async () => {
      const { page } = shared;
      await setSheet(page, inAnswers('  |'));
      await typeText(page, '76');
      await acceptSuggestion(page, '76（回答と備考文）');
      await acceptSuggestion(page, 'いいえ');
      await page.keyboard.press('Tab');
      await imeType(page, ['に', '委託'], '委託');
      await waitForText(page, '  76:\n    回答: いいえ\n    備考文: 委託\n');
      await page.keyboard.press('Escape');
    });

    it('goes on with the options of a question that has some', async () => {
      const { page } = shared;
      await setSheet(page, inAnswers('  |'));
      await typeText(page, '17.1');
      await acceptSuggestion(page, '17.1');
      await acceptSuggestion(page, '記憶');
      await acceptSuggestion(page, 'はい');
      await waitForText(page, '  17.1:\n    記憶: はい\n');
    });
  });

  describe('for an answer', () => {
    for (const [typed, answer] of [['hai', 'はい'], ['yes', 'はい'], ['y', 'はい'], ['iie', 'いいえ'], ['na', '対象外']] as const) {
      it(`finds ${answer} by ${typed}`, async () => {
        const { page } = shared;
        await setSheet(page, inAnswers('  4: |'));
        await typeText(page, typed);
        await acceptSuggestion(page, answer);
        await waitForText(page, `  4: ${answer}\n`);
        await noSuggestions(page);
      });
    }

    it('finds はい by what an input method commits', async () => {
      const { page } = shared;
      await setSheet(page, inAnswers('  4: |'));
      await imeType(page, ['ｈ', 'は'], 'は');
      await acceptSuggestion(page, 'はい');
      await waitForText(page, '  4: はい\n');
    });
  });

  describe('for a key', () => {
    it('finds 備考 by bikou, and goes on with the remarks', async () => {
      const { page } = shared;
      await setSheet(page, `${inAnswers('  4:\n    回答: はい\n    |')}備考記載欄:\n  1: 入退室を管理している\n`);
      await typeText(page, 'bikou');
      await acceptSuggestion(page, '備考');
      await acceptSuggestion(page, '1');
      await waitForText(page, '    備考: 1\n');
    });

    it('finds an option by kioku', async () => {
      const { page } = shared;
      await setSheet(page, inAnswers('  17.1:\n    |'));
      await typeText(page, 'kioku');
      await acceptSuggestion(page, '記憶');
      await acceptSuggestion(page, 'はい');
      await waitForText(page, '    記憶: はい\n');
    });

    it('leads through a new sheet', async () => {
      const { page } = shared;
      await setSheet(page, '|');
      await typeText(page, 'you');
      await acceptSuggestion(page, '様式');
      await acceptSuggestion(page, 'SDS-4.0');
      await page.keyboard.press('Enter');
      await typeText(page, 'sakusei');
      await acceptSuggestion(page, '作成日');
      const [date] = await suggestions(page);
      assert.match(date!, /^20\d\d-\d\d-\d\d$/);
      await acceptSuggestion(page, date!);
      await page.keyboard.press('Enter');
      await typeText(page, 'kaitou');
      await acceptSuggestion(page, '回答');
      await acceptSuggestion(page, '1');
      await acceptSuggestion(page, '非該当');
      await waitForText(page, `様式: SDS-4.0\n作成日: ${date}\n回答:\n  1: 非該当`);
      await screenshot(page, 'a new sheet');
    });
  });
});

/** Opens the panel beside the list where it is closed, and waits until it holds a text. */
async function showDetails(page: Page, text: string): Promise<void> {
  const details = page.locator('.suggest-details-container', { hasText: text });
  await until(async () => {
    const isOpen = await details.isVisible();
    if (!isOpen) await page.keyboard.press('Control+Space');
    await page.waitForTimeout(300);
    return isOpen;
  }, 'the details of the suggestion');
}
