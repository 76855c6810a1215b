import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { artifacts } from '../../../scripts/editor/paths.mjs';

/** Keeps a picture of the window as artifacts/screenshots/NAME.png. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = path.join(artifacts, 'screenshots');
  await mkdir(folder, { recursive: true });
  // Some characters of a test's title cannot be in a file's name.
  const file = path.join(folder, `${name.replace(/[^\p{L}\p{N}.-]+/gu, '-')}.png`);
  await page.screenshot({ path: file });
  return file;
}
