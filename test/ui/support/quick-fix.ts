// The menu behind the light bulb.
import type { Locator, Page } from 'playwright-core';
import { editor, waitForFocus } from './editor.ts';

const MENU_TIMEOUT_MS = 30_000;

/** Opens the menu at the cursor with the keyboard, and returns its titles. */
export async function quickFixes(page: Page): Promise<string[]> {
  await waitForFocus(page);
  await page.keyboard.press('Control+.');
  return menuTitles(page);
}

/** Opens the menu by clicking the light bulb of the cursor's line, and returns its titles. */
export async function clickLightBulb(page: Page): Promise<string[]> {
  const bulb = editor(page).locator('.lightBulbWidget:visible, [class*="codicon-gutter-lightbulb"]:visible').first();
  await bulb.waitFor({ timeout: MENU_TIMEOUT_MS });
  await bulb.click();
  return menuTitles(page);
}

/** Chooses an entry of the open menu. Clicks may be swallowed while the menu is laid out, so the keyboard does it. */
export async function applyQuickFix(page: Page, title: string): Promise<void> {
  const titles = await menuTitles(page);
  if (!titles.includes(title)) throw new Error(`No quick fix is called ${title}; there are ${titles.join(', ')}.`);
  const focused = page.locator('.action-widget .monaco-list-row.focused .title');
  for (let row = 0; row < titles.length && (await focused.innerText()) !== title; row += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await waitForFocus(page);
}

async function menuTitles(page: Page): Promise<string[]> {
  const titles: Locator = page.locator('.action-widget .monaco-list-row.action .title');
  await titles.first().waitFor({ timeout: MENU_TIMEOUT_MS });
  return titles.allInnerTexts();
}
