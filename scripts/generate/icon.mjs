// Draws images/icon.png, the extension's icon, from images/icon.svg. The Marketplace takes no SVG.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from '../editor/browser.mjs';

const SIZE = 256;
const images = path.join(import.meta.dirname, '..', '..', 'images');

const svg = await readFile(path.join(images, 'icon.svg'), 'utf8');
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${SIZE}px; height: ${SIZE}px }</style>${svg}`);
  await writeFile(path.join(images, 'icon.png'), await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
