// Typing through an input method editor.
import type { Page } from 'playwright-core';

/**
 * Composes a text as a Japanese input method does: each step replaces the text that is being composed, and the last
 * text is committed. Chromium makes the real composition events of it.
 * @example await imeType(page, ['え', 'えん', 'えんか', 'えんかく', '遠隔'], '遠隔');
 */
export async function imeType(page: Page, steps: string[], committed: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  try {
    for (const text of steps) {
      await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      // A person takes a while for each key, and the extension works meanwhile.
      await page.waitForTimeout(80);
    }
    await devtools.send('Input.insertText', { text: committed });
  } finally {
    await devtools.detach();
  }
}
