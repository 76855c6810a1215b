import assert from 'node:assert/strict';
import {
  answers, applyQuickFix, clickLightBulb, openQuickFixes, quickFixes, runCommand, screenshot, setSheet, shareWorkbench, typeText, until,
  waitForHover, waitForNoSquiggle, waitForSquiggle, waitForText, webviewFrame,
} from './support/index.ts';
import { languageServersOf } from '../support/language-servers.ts';

const CONTRADICTORY = answers('  75: 非該当 # 2024年度まで\n  75.1: |はい # 要確認');
const REMARKS = '  3: { 回答: いいえ, 備考: [1, 3] }\n  4: { 回答: いいえ, 備考: 2 }\n備考記載欄:\n  1: い\n  2: ろ\n  3|: は';

describe('A sheet with mistakes, in English', () => {
  const shared = shareWorkbench({ files: { 'sheet.sds.yaml': CONTRADICTORY.replace('|', '') } });

  it('has its contradiction underlined, and mended by the light bulb; undoing takes one step', async () => {
    const { page } = shared;
    await setSheet(page, CONTRADICTORY);
    await waitForSquiggle(page);
    assert.deepEqual(await clickLightBulb(page), ['Answer 75.1 with “対象外”', 'Answer 75 with “該当”']);
    await screenshot(page, 'fixes of a contradiction');
    await applyQuickFix(page, 'Answer 75.1 with “対象外”');
    await waitForText(page, '  75: 非該当 # 2024年度まで\n  75.1: 対象外 # 要確認\n');
    await waitForNoSquiggle(page);

    await page.keyboard.press('Control+z');
    await waitForText(page, '  75: 非該当 # 2024年度まで\n  75.1: はい # 要確認\n');
    await waitForSquiggle(page);
  });

  it('has full-width punctuation underlined and mended, while its answers count', async () => {
    const { page } = shared;
    await setSheet(page, answers('  |'));
    await typeText(page, '3：はい');
    await waitForSquiggle(page);
    assert.deepEqual(await quickFixes(page), ['Replace with half-width punctuation']);
    await applyQuickFix(page, 'Replace with half-width punctuation');
    await waitForText(page, '  3: はい\n');
    await waitForNoSquiggle(page);
  });

  it('underlines while it is typed, and stops when the answer is whole', async () => {
    const { page } = shared;
    await setSheet(page, answers('  75: 該当\n  75.1: |'));
    await typeText(page, 'はイ');
    await waitForSquiggle(page);
    await page.keyboard.press('Backspace');
    await typeText(page, 'い');
    await waitForNoSquiggle(page);
  });

  it('shows the whole question, and the mistake, under the mouse', async () => {
    const { page } = shared;
    await setSheet(page, `${CONTRADICTORY}  # 6.11.C8\n`);
    await waitForSquiggle(page);
    await waitForHover(page, '75.1', /リモートメンテナンスサービスに関し、不必要なリモートログインを制限する仕組みを有しているか？/);
    await screenshot(page, 'hover of a question');
    await page.mouse.move(5, 5);
    await waitForHover(page, 'はい', /75\.1 does not apply, because 75 is “非該当”/);
    await page.mouse.move(5, 5);
    await waitForHover(page, '6.11.C8', /Official text/);
    await page.mouse.move(5, 5);
  });

  it('has a remark moved to another number by one entry of the menu, which opens the list of numbers, and one step to undo', async () => {
    const { page } = shared;
    await setSheet(page, answers(REMARKS));
    const title = 'Move remark 3 to another number and shift those between…';
    assert.ok((await quickFixes(page)).includes(title));
    const numbers = await openQuickFixes(page, title);
    assert.deepEqual(numbers, ['Move remark 3 to 1 and shift 1–2 each to the number after it', 'Move remark 3 to 2 and shift 2 to the number after it']);
    await applyQuickFix(page, numbers[0]!);
    await waitForText(page, '  3: { 回答: いいえ, 備考: [2, 1] }\n  4: { 回答: いいえ, 備考: 3 }\n備考記載欄:\n  1: は\n  2: い\n  3: ろ\n');
    await page.keyboard.press('Control+z');
    await waitForText(page, REMARKS.replace('|', ''));
  });

  it('opens its preview from the command palette', async () => {
    const { page } = shared;
    await setSheet(page, CONTRADICTORY);
    await runCommand(page, 'SDS: Open Preview to the Side');
    await page.locator('.tab', { hasText: 'Preview sheet.sds.yaml' }).waitFor();
    await webviewFrame(page).locator('[id="row-75.1"] .written', { hasText: 'はい' }).waitFor();
    // What is typed still goes to the sheet.
    await typeText(page, 'x');
    await waitForText(page, '  75.1: xはい');
  });

  it('says once that its server has died, however often, and checks what was typed meanwhile', async () => {
    const { page } = shared;
    await setSheet(page, answers('  75: 該当\n  75.1: |'));
    const told = page.locator('.notification-toast', { hasText: 'had stopped and was started again' });
    let dead: number[] = [];
    for (const typed of ['は', 'イ']) {
      await until(() => Promise.resolve(languageServersOf(process.pid).some((pid) => !dead.includes(pid))), 'a language server');
      dead = languageServersOf(process.pid);
      for (const pid of dead) process.kill(pid, 'SIGKILL');
      await typeText(page, typed);
      await told.first().waitFor();
    }
    await waitForSquiggle(page);
    await waitForText(page, '  75.1: はイ');
    assert.equal(await told.count(), 1);
  });
});
