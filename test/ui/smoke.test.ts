import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { goToLine, imeType, openWorkbench, screenshot, typeText, until, visibleText, waitForText } from './support/index.ts';

describe('VS Code as the user-interface tests find it', () => {
  it('opens a sheet, takes typed and composed text, and saves it', async () => {
    const { page, folder } = await openWorkbench({ files: { '遠隔 保守.sds.yaml': 'title: \nnote: old\n' } });
    assert.equal(await visibleText(page), 'title: \nnote: old\n');

    await goToLine(page, 1);
    await imeType(page, ['え', 'えん', 'えんか', 'えんかく', '遠隔'], '遠隔');
    await typeText(page, ' ABC');
    await waitForText(page, 'title: 遠隔 ABC');
    await goToLine(page, 2, 7);
    await typeText(page, 'not ');
    await waitForText(page, 'note: not old');
    await screenshot(page, 'smoke');

    await page.keyboard.press('Control+s');
    const file = path.join(folder, '遠隔 保守.sds.yaml');
    const expected = 'title: 遠隔 ABC\nnote: not old\n';
    await until(async () => (await readFile(file, 'utf8')) === expected, 'the saved file');
  });
});
