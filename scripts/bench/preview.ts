// The preview, from the changed text to the changed page, in Chromium.
import type { ToPage } from '../../client/src/preview/messages.ts';
import type { RenderedPreview } from '../../server/src/render/preview.ts';
import { shippedData } from '../../test/support/catalogue.ts';
import { Harness, update } from '../../test/webview/harness.ts';
import { ms, sampleOf, table } from './measure.ts';
import { sample } from './sheets.ts';
import { shippedEngine } from './shipped.ts';

const ROUNDS = 60;
const WARM_UP = 20;
const changed = sample.replace('  48: はい', '  48: いいえ');

/** @returns a table */
export async function benchPreview(): Promise<string> {
  const { createCatalogue, lint, previewOf, readSheet, TextDocument, translator } = await shippedEngine();
  const catalogue = createCatalogue(shippedData());
  let version = 0;
  const read = (text: string): RenderedPreview => {
    const sheet = readSheet(TextDocument.create('file:///sheet.sds.yaml', 'sds-yaml', ++version, text), catalogue);
    return previewOf(sheet, { findings: lint(sheet, { showSuppressed: true }), translate: translator('ja'), locale: 'ja' });
  };
  const harness = await Harness.start();
  try {
    const { page } = await harness.open();
    await update(page, read(sample));
    const engine: number[] = [];
    const drawn: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      const { title, html, summary } = read(round % 2 === 0 ? changed : sample);
      engine.push(performance.now() - start);
      const message: ToPage = {
        type: 'update', uri: 'file:///sheet.sds.yaml', version: round + 2, title, html, summary, mode: { view: 'form', readOnly: false, alone: false, locked: false },
      };
      drawn.push(await page.evaluate((data) => new Promise<number>((resolve) => {
        const begun = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          // What is drawn next shows it.
          requestAnimationFrame(() => resolve(performance.now() - begun));
        });
        observer.observe(document.getElementById('row-48')!, { subtree: true, childList: true, attributes: true, characterData: true });
        window.postMessage(data, '*');
      }), message));
    }
    const both = engine.map((time, round) => time + drawn[round]!);
    return table(['step', 'median', '95th percentile'], ([['read, check and render', engine], ['to the changed page', drawn], ['both', both]] as const).map(([step, times]) => {
      const { p50, p95 } = sampleOf(times.slice(WARM_UP));
      return [step, ms(p50), ms(p95)];
    }));
  } finally {
    await harness.stop();
  }
}
