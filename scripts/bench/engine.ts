// The engine in one process, against the bare parse of the same text by the library that it uses.
import { parseDocument } from 'yaml';
import { shippedData } from '../../test/support/catalogue.ts';
import { alternately, ms, table, times } from './measure.ts';
import { longer, sample } from './sheets.ts';
import { shippedEngine } from './shipped.ts';

export interface EngineResults {
  /** Reading and all rules, as a multiple of the bare parse, of their processor time. */
  ratio: number;
  markdown: string;
}

export async function benchEngine(): Promise<EngineResults> {
  const { complete, createCatalogue, hover, lint, parseDocument: shippedParse, previewOf, readSheet, TextDocument, translator } = await shippedEngine();
  const all = createCatalogue(shippedData());
  let version = 0;
  const documentOf = (text: string): ReturnType<typeof TextDocument.create> => TextDocument.create('file:///bench', 'sds-yaml', ++version, text);
  const rows: string[][] = [];
  let ratio = NaN;
  for (const [factor, rounds] of [[1, 400], [10, 60], [100, 10]] as const) {
    const text = factor === 1 ? sample : longer(factor);
    const time = alternately({
      bare: () => parseDocument(text),
      bareQuick: () => shippedParse(text, { schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, prettyErrors: false }),
      read: () => readSheet(documentOf(text), all),
      check: () => lint(readSheet(documentOf(text), all)),
    }, rounds, rounds);
    if (factor === 1) ratio = time.check.cpu / time.bare.cpu;
    rows.push([
      `${text.split('\n').length} lines`, ms(time.bare.p50), ms(time.bareQuick.p50), ms(time.read.p50), ms(time.check.p50), ms(time.check.p95), times(time.check.p50 / time.bare.p50), times(time.check.cpu / time.bare.cpu),
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
      table(['sheet', 'bare parse', 'bare, as we parse', 'read', 'read and all rules', '95th percentile', 'of the bare parse', 'of its processor time'], rows),
      table(['feature', 'median', '95th percentile'], Object.entries(features).map(([name, { p50, p95 }]) => [name, ms(p50), ms(p95)])),
    ].join('\n\n'),
  };
}
