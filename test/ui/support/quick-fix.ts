// The menu behind the light bulb.
import type { Locator, Page } from 'playwright-core';
import { editor, until, waitForFocus } from './editor.ts';

/** When the menu has not come, the key is pressed again. */
const KEY_TIMEOUT_MS = 3000;

/** Opens the menu at the cursor with the keyboard, and returns its titles. */
export async function quickFixes(page: Page): Promise<string[]> {
  await waitForFocus(page);
  // The key is lost while VS Code still works out what can be fixed here.
  await until(async () => {
    await page.keyboard.press('Control+.');
    return menuItems(page).first().waitFor({ timeout: KEY_TIMEOUT_MS }).then(() => true, () => false);
  }, 'the menu of fixes');
  return menuItems(page).allInnerTexts();
}

/** Opens the menu by clicking the light bulb of the cursor's line, and returns its titles. */
export async function clickLightBulb(page: Page): Promise<string[]> {
  const bulb = editor(page).locator('.lightBulbWidget:visible, [class*="codicon-gutter-lightbulb"]:visible').first();
  const cursor = editor(page).locator('.cursors-layer .cursor').first();
  // The bulb is on the cursor's line, or where that one begins at the left, on a neighbour. It is elsewhere until it has followed.
  await until(async () => {
    const [at, line] = await Promise.all([bulb, cursor].map(async (one) => ((await one.count()) > 0 ? one.boundingBox() : null)));
    return !!at && !!line && Math.abs(at.y - line.y) < 1.5 * line.height;
  }, 'the light bulb at the cursor');
  await bulb.click();
  await menuItems(page).first().waitFor();
  return menuItems(page).allInnerTexts();
}

/** Chooses an entry of the open menu. */
export async function applyQuickFix(page: Page, title: string): Promise<void> {
  await choose(page, title);
  await waitForFocus(page);
}

/** Chooses an entry of the open menu that opens another, and returns the titles of that. */
export async function openQuickFixes(page: Page, title: string): Promise<string[]> {
  await until(async () => {
    await choose(page, title);
    await menuItems(page).filter({ hasText: title }).waitFor({ state: 'detached' });
    if (await menuItems(page).first().waitFor({ timeout: KEY_TIMEOUT_MS }).then(() => true, () => false)) return true;
    // On a busy machine the first menu, while it closes, takes the second one with it.
    await quickFixes(page);
    return false;
  }, `the menu behind ${title}`);
  return menuItems(page).allInnerTexts();
}

/** Clicks may be swallowed while the menu is laid out, so the keyboard does it. */
async function choose(page: Page, title: string): Promise<void> {
  await menuItems(page).first().waitFor();
  const titles = await menuItems(page).allInnerTexts();
  if (!titles.includes(title)) throw new Error(`No quick fix is called ${title}; there are ${titles.join(', ')}.`);
  const focused = page.locator('.action-widget .monaco-list-row.focused .title');
  for (let row = 0; row < titles.length && (await focused.innerText()) !== title; row += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

function menuItems(page: Page): Locator {
  return page.locator('.action-widget .monaco-list-row.action .title');
}
