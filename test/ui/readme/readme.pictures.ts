// The pictures of the READMEs, in both languages; the one of the paper, which is the same in both, needs pdftoppm (Debian: poppler-utils). They go through the same steps as the tests, so that they show what there is.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { projectRoot, sampleFile, samplesFolder } from '../../../scripts/editor/paths.mjs';
import {
  editor, goToLine, goToText, openWorkbench, quickFixes, runCommand, suggestions, typeText, until, waitForFocus, waitForHover, waitForProblems, webviewFrame,
} from '../support/index.ts';

const FOLDER = path.join(projectRoot, 'docs', 'images');
/** With this height VS Code cuts no line at the top where it puts the cursor's line in the middle. */
const HEIGHT = 508;
/** Only the sheet and what belongs to it. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'editor.hover.above': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
};

interface Language {
  locale: 'en' | 'ja';
  commands: { preview: string; toTheSide: string };
  /** What stands above a digest. */
  digest: string;
}
const LANGUAGES: Language[] = [
  { locale: 'en', commands: { preview: 'SDS: Open Preview', toTheSide: 'SDS: Open Preview to the Side' }, digest: 'Digest' },
  { locale: 'ja', commands: { preview: 'SDS: プレビューを表示', toTheSide: 'SDS: プレビューを横に表示' }, digest: '要旨' },
];

for (const { locale, commands, digest } of LANGUAGES) describe(`The pictures of the README, ${locale}`, () => {
  before(() => mkdir(path.join(FOLDER, locale), { recursive: true }));

  it('overview: a sheet and its preview side by side', async () => {
    const page = await open(locale, sampleFile, 1400, 900);
    await runCommand(page, commands.toTheSide);
    await webviewFrame(page).locator('.sheet').waitFor();
    await waitForFocus(page);
    await goToLine(page, 12);
    await scrollTo(page, '様式:');
    await picture(page, locale, 'overview');
  });

  for (const [name, theme] of [['preview-dark', 'Default Dark Modern'], ['preview-contrast', 'Default High Contrast']] as const) {
    it(`${name}: the preview by itself, where answers are given`, async () => {
      const page = await open(locale, sampleFile, 1000, 700, { 'workbench.colorTheme': theme });
      await runCommand(page, commands.preview);
      const frame = webviewFrame(page);
      await frame.locator('.sheet').waitFor();
      await frame.locator('tr[data-row="17"]').scrollIntoViewIfNeeded();
      await picture(page, locale, name);
    });
  }

  it('quick-fix: a contradiction and its fixes', async () => {
    const page = await open(locale, path.join(samplesFolder, 'inconsistent.sds.yaml'), 900, HEIGHT);
    await goToLine(page, 11, 8);
    await quickFixes(page);
    await picture(page, locale, 'quick-fix');
  });

  it('completion: 6.11.C8 and what it is about', async () => {
    const page = await open(locale, sampleFile, 1000, HEIGHT);
    await goToText(page, sampleFile, '  75: 該当');
    await scrollTo(page, '71:');
    for (let word = 0; word < 3; word += 1) await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await typeText(page, '回答: 該当\n参照項番: 6.11.C');
    await suggestions(page);
    const details = page.locator('.suggest-details-container', { hasText: digest });
    await until(async () => {
      const isOpen = await details.isVisible();
      if (!isOpen) await page.keyboard.press('Control+Space');
      await page.waitForTimeout(300);
      return isOpen;
    }, 'the details of the suggestion');
    // Taller, as with the mouse at its lower edge.
    const box = (await details.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 1);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height + 58, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(5, 5);
    await picture(page, locale, 'completion');
  });

  it('hover: what a guideline item is about', async () => {
    const page = await open(locale, sampleFile, 900, HEIGHT);
    await goToText(page, sampleFile, '    参照項番: 6.5.C12');
    await scrollTo(page, '17.3.2:');
    // A lens that comes late takes the hover away, also from the picture.
    await until(async () => {
      await waitForHover(page, '6.5.C12', /原文|Official text/);
      await picture(page, locale, 'hover');
      return page.locator('.monaco-hover:visible').first().isVisible();
    }, 'the hover to stay');
  });
});

describe('The picture on paper', () => {
  it('print: the first page on paper', async () => {
    const page = await open('ja', sampleFile, 900, HEIGHT);
    const folder = await mkdtemp(path.join(tmpdir(), 'sds-print-'));
    const html = path.join(folder, 'sheet.html');
    execFileSync(process.execPath, [path.join(projectRoot, 'dist', 'cli.js'), 'render', sampleFile, '-o', html]);
    const paper = await page.context().newPage();
    await paper.goto(pathToFileURL(html).href);
    await paper.pdf({ path: path.join(folder, 'sheet.pdf'), preferCSSPageSize: true });
    execFileSync('pdftoppm', ['-r', '80', '-png', '-singlefile', '-f', '1', path.join(folder, 'sheet.pdf'), path.join(FOLDER, 'print')]);
  });
});

async function open(locale: string, file: string, width: number, height: number, settings: Record<string, unknown> = {}): Promise<Page> {
  const name = path.basename(file);
  const { page } = await openWorkbench({ copies: [file], files: { '.vscode/settings.json': JSON.stringify({ ...SETTINGS, ...settings }) }, file: name, locale });
  await page.setViewportSize({ width, height });
  await waitForProblems(page);
  await page.keyboard.press('Control+b'); // Without the side bar.
  return page;
}

/** Scrolls down until a line is the first in view. The cursor stays. */
async function scrollTo(page: Page, beginning: string): Promise<void> {
  const pattern = new RegExp(`^\\s*${beginning.replaceAll('.', '\\.')}`);
  const line = editor(page).locator('.view-line').filter({ hasText: pattern });
  await until(async () => {
    const [box, frame] = [await line.boundingBox(), await editor(page).boundingBox()];
    const isFirst = box !== null && frame !== null && box.y < frame.y + box.height / 2;
    if (!isFirst) await page.keyboard.press('Control+ArrowDown');
    await page.waitForTimeout(100); // It is drawn a moment later.
    return isFirst;
  }, `the line ${JSON.stringify(beginning)} to be on top`);
}

async function picture(page: Page, locale: string, name: string): Promise<void> {
  await page.waitForTimeout(1000); // What fades in or out has done so.
  await page.screenshot({ path: path.join(FOLDER, locale, `${name}.png`) });
}
