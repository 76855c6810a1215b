// Measures the engine where speed is a feature: node --import=tsx scripts/bench.ts
// Prints the median and the 95th percentile of each step; asserts nothing.
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../server/src/features/completion/complete.ts';
import { hover } from '../server/src/features/hover.ts';
import { translator } from '../server/src/l10n/translate.ts';
import { lint } from '../server/src/lint/lint.ts';
import { previewOf } from '../server/src/render/preview.ts';
import { readSheet } from '../server/src/sheet/read.ts';
import { catalogue } from '../test/support/catalogue.ts';

const sample = readFileSync(new URL('../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');
const long = sample + Array.from({ length: 2000 }, (_, index) => `  ${index + 100}: 備考 ${index} の本文。詳細は6.11.C8を参照`).join('\n');

for (const [name, text] of [['sample', sample], ['sample and 2,000 remarks', long]] as const) {
  console.log(`${name}: ${text.split('\n').length} lines, ${text.length} characters`);
  let version = 0;
  const read = () => readSheet(TextDocument.create('file:///bench', 'sds-yaml', ++version, text), catalogue());
  measure('read', read);
  measure('read and check', () => lint(read()));
  const sheet = read();
  const context = { sheet, translate: translator('ja'), today: '2026-01-01' };
  const at = text.indexOf('  17.1.1:');
  measure('complete', () => complete(context, at + 4, 'ja', false));
  const remark = text.indexOf('備考: 7');
  const citing = text.replace('備考: 7', '参照項番: 6.');
  const sheetCiting = readSheet(TextDocument.create('file:///bench', 'sds-yaml', ++version, citing), catalogue());
  measure('complete items', () => complete({ ...context, sheet: sheetCiting }, remark + '参照項番: 6.'.length, 'ja', false));
  measure('hover', () => hover(context, at + 4, 'ja'));
  measure('preview', () => previewOf(sheet, { findings: lint(sheet, { showSuppressed: true }), translate: translator('ja'), locale: 'ja' }));
}

function measure(step: string, run: () => unknown): void {
  const times: number[] = [];
  for (let round = 0; round < 40; round++) {
    const start = performance.now();
    run();
    if (round >= 10) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`  ${step.padEnd(16)} ${times[15]!.toFixed(1).padStart(7)} ms median ${times[28]!.toFixed(1).padStart(7)} ms p95`);
}
