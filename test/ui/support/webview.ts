import type { FrameLocator, Page } from 'playwright-core';

/**
 * The document of the extension's webview. VS Code wraps it in two frames; the outer one is `ready` when it has content.
 * @param index Which one, when several are open.
 */
export function webviewFrame(page: Page, index = 0): FrameLocator {
  return page.locator('iframe.webview.ready').nth(index).contentFrame().frameLocator('#active-frame');
}
