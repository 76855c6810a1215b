// The list of completions.
import type { Page } from 'playwright-core';
import { until, waitForFocus } from './editor.ts';

const SUGGEST_TIMEOUT_MS = 30_000;
/** Several times what a list takes to open. */
const QUIET_MS = 1000;
/** More rows than any test's list has. */
const MOST_ROWS = 300;

/** Asks for completions at the cursor. */
export async function triggerSuggest(page: Page): Promise<void> {
  await waitForFocus(page);
  await page.keyboard.press('Control+Space');
}

/** Waits for the list, and returns the labels of the rows that are in view (about twelve). */
export async function suggestions(page: Page): Promise<string[]> {
  const labels = rows(page).locator('.label-name');
  await labels.first().waitFor({ timeout: SUGGEST_TIMEOUT_MS });
  return labels.allInnerTexts();
}

/** Makes sure that no list opens: a while after the last key none is there. */
export async function noSuggestions(page: Page): Promise<void> {
  await page.waitForTimeout(QUIET_MS);
  const shown = await rows(page).allInnerTexts();
  if (shown.length > 0) throw new Error(`No list should have opened, but there is ${shown.slice(0, 3).join(' / ')} …`);
}

/** Goes down the list to a label, as a person does with the arrow key, and accepts it. */
export async function acceptSuggestion(page: Page, label: string): Promise<void> {
  await suggestions(page);
  const focused = page.locator('.suggest-widget.visible .monaco-list-row.focused');
  await focused.waitFor({ timeout: SUGGEST_TIMEOUT_MS });
  const seen: string[] = [];
  for (let row = 0; row < MOST_ROWS; row += 1) {
    const [name, index] = [await focused.locator('.label-name').innerText(), await focused.getAttribute('data-index')];
    if (name === label) {
      await page.keyboard.press('Enter');
      await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
      return;
    }
    seen.push(name);
    // In a list of one row the arrow key would move the cursor and close the list.
    if ((await rows(page).count()) === 1) break;
    await page.keyboard.press('ArrowDown');
    await until(async () => (await focused.getAttribute('data-index')) !== index, 'the next completion');
    if ((await focused.getAttribute('data-index')) === '0') break;
  }
  throw new Error(`No completion is called ${label}; there are ${seen.join(', ')}.`);
}

function rows(page: Page) {
  return page.locator('.suggest-widget.visible .monaco-list-row');
}
