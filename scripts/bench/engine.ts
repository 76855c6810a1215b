// The engine in one process, against the bare parse of the same text by the library that it uses.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseDocument } from 'yaml';
import { complete } from '../../server/src/features/completion/complete.ts';
import { hover } from '../../server/src/features/hover.ts';
import { translator } from '../../server/src/l10n/translate.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { previewOf } from '../../server/src/render/preview.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import { catalogue } from '../../test/support/catalogue.ts';
import { alternately, ms, table, times } from './measure.ts';
import { longer, sample } from './sheets.ts';

export interface EngineResults {
  /** Reading and all rules, as a multiple of the bare parse, of the median times. */
  ratio: number;
  markdown: string;
}

export function benchEngine(): EngineResults {
  const all = catalogue();
  let version = 0;
  const documentOf = (text: string): TextDocument => TextDocument.create('file:///bench', 'sds-yaml', ++version, text);
  const rows: string[][] = [];
  let ratio = NaN;
  for (const [factor, rounds] of [[1, 400], [10, 60], [100, 8]] as const) {
    const text = factor === 1 ? sample : longer(factor);
    const time = alternately({
      bare: () => parseDocument(text),
      bareQuick: () => parseDocument(text, { schema: 'failsafe', uniqueKeys: false }),
      read: () => readSheet(documentOf(text), all),
      check: () => lint(readSheet(documentOf(text), all)),
    }, rounds, rounds);
    if (factor === 1) ratio = time.check.p50 / time.bare.p50;
    rows.push([
      `${text.split('\n').length} lines`, ms(time.bare.p50), ms(time.bareQuick.p50), ms(time.read.p50), ms(time.check.p50), ms(time.check.p95), times(time.check.p50 / time.bare.p50),
    ]);
  }
  const sheet = readSheet(documentOf(sample), all);
  const context = { sheet, translate: translator('ja'), today: '2026-01-01' };
  const at = sample.indexOf('  17.1.1:') + 4;
  const citing = sample.replace('備考: 7', '参照項番: 6.');
  const findings = lint(sheet, { showSuppressed: true });
  const features = alternately({
    'completion of answers': () => complete(context, at, 'ja', 'invoked'),
    'completion of references': () => complete({ ...context, sheet: readSheet(documentOf(citing), all) }, citing.indexOf('参照項番: 6.') + '参照項番: 6.'.length, 'ja', 'invoked'),
    'hover': () => hover(context, at, 'ja'),
    'preview': () => previewOf(sheet, { findings, translate: translator('ja'), locale: 'ja' }),
  }, 100, 50);
  return {
    ratio,
    markdown: [
      table(['sheet', 'bare parse', 'bare, failsafe, no check of keys', 'read', 'read and all rules', '95th percentile', 'of the bare parse'], rows),
      table(['feature', 'median', '95th percentile'], Object.entries(features).map(([name, { p50, p95 }]) => [name, ms(p50), ms(p95)])),
    ].join('\n\n'),
  };
}
