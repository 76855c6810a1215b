// The text editor that has the focus, or had it last.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** VS Code computes diagnostics after a pause in the typing, and a first one starts the extension. */
const DIAGNOSTICS_TIMEOUT_MS = 30_000;
/** When no hover is shown by then, the text has moved. */
const HOVER_TIMEOUT_MS = 3000;
/** When what was pasted is not there by then, it is pasted again. */
const PASTE_TIMEOUT_MS = 3000;
/** The pace of a quick typist. VS Code may lose keys that come faster than it draws. */
const KEY_DELAY_MS = 15;

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The first text editor of the window: by convention the sheet is left and what a test opens goes beside it. */
export function editor(page: Page): Locator {
  return page.locator('.editor-instance .monaco-editor').first();
}

/** Waits until keys go to a text editor: while a menu or a box closes they are lost. */
export async function waitForFocus(page: Page): Promise<void> {
  await page.locator('.action-widget .monaco-list-row, .quick-input-widget input').filter({ visible: true }).first().waitFor({ state: 'hidden' });
  await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
}

/** The lines that are in view, as one text. */
export async function visibleText(page: Page): Promise<string> {
  return editor(page).evaluate((root) => {
    const lines = [...root.querySelectorAll<HTMLElement>('.view-lines > .view-line')];
    lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    // The editor draws spaces as no-break spaces.
    return lines.map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ')).join('\n');
  });
}

/** Waits until the lines in view hold a text. */
export async function waitForText(page: Page, text: string): Promise<void> {
  await until(async () => (await visibleText(page)).includes(text), `the editor to show ${JSON.stringify(text)}`);
}

/** Types as a person does: VS Code completes brackets, quotes and indentation. */
export async function typeText(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: KEY_DELAY_MS });
}

/** Moves the cursor in the editor that has the focus, to the end of the line by default. Lines and columns count from 1; a full-width letter takes two columns. */
export async function goToLine(page: Page, line: number, column?: number): Promise<void> {
  await page.keyboard.press('Control+g');
  const input = page.locator('.quick-input-box input');
  await input.fill(`:${line}${column === undefined ? '' : `:${column}`}`);
  await page.keyboard.press('Enter');
  await waitForFocus(page);
  if (column === undefined) await page.keyboard.press('End');
}

/**
 * Puts the cursor at the end of a line that a file has.
 * @param file As it is saved, and as it is in the editor up to that line.
 * @returns The line's number from 1.
 */
export async function goToText(page: Page, file: string, line: string): Promise<number> {
  const number = (await readFile(file, 'utf8')).split(/\r?\n/).indexOf(line) + 1;
  if (number === 0) throw new Error(`${file} has no line ${JSON.stringify(line)}.`);
  await goToLine(page, number);
  return number;
}

/** Replaces the whole text by pasting, so that VS Code completes and indents nothing. */
export async function replaceText(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** Replaces the whole text of the editor that has the focus, and puts the cursor where `|` stands. It must fit into view. */
export async function setSheet(page: Page, marked: string): Promise<void> {
  const [before, after] = marked.split('|');
  if (before === undefined || after === undefined) throw new Error('The sheet marks no cursor.');
  // What an earlier test left open would take the keys.
  for (const widget of ['.suggest-widget.visible', '.action-widget']) {
    await until(async () => {
      const isOpen = await page.locator(widget).filter({ visible: true }).count() > 0;
      if (isOpen) await page.keyboard.press('Escape');
      return !isOpen;
    }, `${widget} to close`);
  }
  const text = before + after;
  await until(async () => {
    await waitForFocus(page);
    await replaceText(page, text);
    // What is drawn may be wrapped; and a list that closes just then takes what is pasted with it.
    const shown = until(async () => bare(await visibleText(page)) === bare(text), 'the text', PASTE_TIMEOUT_MS);
    return shown.then(() => true, () => false);
  }, 'the sheet to be in the editor');
  const lines = before.split('\n');
  const line = lines.at(-1)!;
  await goToLine(page, lines.length, line.length + (line.match(FULL_WIDTH)?.length ?? 0) + 1);
  await waitForCursor(page, lines.length, line.length + 1);
}

const bare = (text: string): string => text.replace(/\s/g, '');

/** Letters that take two columns, as VS Code counts them. */
const FULL_WIDTH = /[\u2e80-\ud7af\uf900-\ufaff\uff01-\uff5e]/g;

/** Waits until the cursor is at a place, both counted from 1, and every letter as one. */
export async function waitForCursor(page: Page, line: number, column: number): Promise<void> {
  const position = page.locator('.statusbar-item[id="status.editor.selection"]');
  await until(async () => (await position.innerText()).match(/\d+/g)?.join(':') === `${line}:${column}`, `the cursor in line ${line}, column ${column}`);
}

/** The line of the cursor, from 1. */
export async function cursorLine(page: Page): Promise<number> {
  return Number((await page.locator('.statusbar-item[id="status.editor.selection"]').innerText()).match(/\d+/)?.[0]);
}

/** The underlines of one severity that are in view. */
export function squiggles(page: Page, severity: Severity = 'error'): Locator {
  return editor(page).locator(`.squiggly-${severity}`);
}

/** Waits for an underline. */
export async function waitForSquiggle(page: Page, severity: Severity = 'error'): Promise<void> {
  await squiggles(page, severity).first().waitFor({ timeout: DIAGNOSTICS_TIMEOUT_MS });
}

/** Waits until the status bar counts a problem, in view or not: the language server is up then. */
export async function waitForProblems(page: Page): Promise<void> {
  const count = page.locator('.statusbar-item[id="status.problems"]');
  await until(async () => /[1-9]/.test(await count.innerText()), 'a problem');
}

/** Waits until no underline is left in view. */
export async function waitForNoSquiggle(page: Page, severity: Severity = 'error'): Promise<void> {
  await until(async () => (await squiggles(page, severity).count()) === 0, `no ${severity} to be underlined`);
}

/**
 * Puts the mouse on the first occurrence of a text in view, and waits until the hover says something.
 * Where it says something else, the mouse is taken away and put there again: a lens that comes late moves the lines below the mouse,
 * and a link's own tooltip may be there before the hover.
 */
export async function waitForHover(page: Page, text: string, says: RegExp): Promise<void> {
  const hovers = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content, .monaco-resizable-hover .monaco-hover-content');
  let said: string[] = [];
  await until(async () => {
    const { x, y } = await positionOf(page, text);
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y, { steps: 3 });
    const isShown = await hovers.filter({ hasText: says }).first().waitFor({ timeout: HOVER_TIMEOUT_MS }).then(() => true, () => false);
    said = await hovers.allInnerTexts();
    if (!isShown) await page.mouse.move(5, 5);
    return isShown;
  }, () => `a hover over “${text}” that says ${String(says)}, not ${JSON.stringify(said)}`);
}

/** The middle of a text in view. It may be part of a token, or go over several. */
async function positionOf(page: Page, text: string): Promise<{ x: number; y: number }> {
  return editor(page).evaluate((root, wanted) => {
    for (const line of root.querySelectorAll('.view-lines > .view-line')) {
      const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
      if (start === -1) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let offset = 0;
      let begun = false;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (!begun && start < offset + length) {
          range.setStart(node, start - offset);
          begun = true;
        }
        if (begun && start + wanted.length <= offset + length) {
          range.setEnd(node, start + wanted.length - offset);
          break;
        }
        offset += length;
      }
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`The editor does not show ${JSON.stringify(wanted)}.`);
  }, text);
}

/** Waits for a condition that Playwright has no locator for. */
export async function until(condition: () => Promise<boolean>, what: string | (() => string), timeout = DIAGNOSTICS_TIMEOUT_MS): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s in vain for ${typeof what === 'string' ? what : what()}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
