import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { previewFor } from '../support/preview.ts';
import { sheet } from '../support/sheets.ts';
import { Harness, update } from './harness.ts';
import type { Theme } from './themes.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const samples = ['remote-maintenance', 'inconsistent'].map((name) => readFileSync(new URL(`../../samples/${name}.sds.yaml`, import.meta.url), 'utf8'));

describe('the preview for everybody', function () {
  this.timeout(180_000);
  let harness: Harness;
  before(async () => void (harness = await Harness.start()));
  after(() => harness?.stop());

  for (const theme of ['light', 'dark', 'contrast'] satisfies Theme[]) {
    it(`has nothing that axe finds, ${theme}`, async () => {
      const { page, errors } = await harness.open({ theme });
      const check = async (what: string): Promise<void> => {
        const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({ resultTypes: ['violations'] }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)} (${nodes.length}) ${nodes[0]!.failureSummary ?? ''}`), [], what);
      };
      await page.evaluate(axe);
      for (const text of samples) {
        for (const view of ['form', 'guideline', 'exceptions'] as const) {
          await update(page, previewFor(sheet(text), view), { view });
          await check(view);
        }
      }
      await update(page, previewFor(sheet(samples[1]!)));
      await page.locator('#row-12 .go').focus();
      await page.keyboard.press('r');
      await check('dialog');
      await page.keyboard.press('Escape');
      await page.locator('.problem').first().click();
      await check('fixes');
      assert.deepEqual(errors, []);
      await page.close();
    });
  }
});
