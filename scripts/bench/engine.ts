// The engine in one process, against the bare parse of the same text by the library that it uses.
import { parseDocument } from 'yaml';
import { shippedData } from '../../test/support/catalogue.ts';
import { alternately, ms, table, times } from './measure.ts';
import { generated, longer, sample, unlike } from './sheets.ts';
import { shippedEngine } from './shipped.ts';

export interface EngineResults {
  /** Reading and all rules, as a multiple of the bare parse, of their processor time, by what is read. */
  ratios: Record<string, number>;
  markdown: string;
}

export async function benchEngine(): Promise<EngineResults> {
  const { complete, createCatalogue, hover, lint, parseDocument: shippedParse, previewOf, readSheet, TextDocument, translator } = await shippedEngine();
  const all = createCatalogue(shippedData());
  let version = 0;
  const documentOf = (text: string): ReturnType<typeof TextDocument.create> => TextDocument.create('file:///bench', 'sds-yaml', ++version, text);
  const rows: string[][] = [];
  const ratios: Record<string, number> = {};
  let seen = 0;
  const measured: { what: string; text: (run: number) => string; rounds: number; told?: string }[] = [
    { what: 'the sample, again and again', text: () => sample, rounds: 400, told: 'a sheet that was read before' },
    { what: 'sheets that all differ, as those of the folder below', text: (run) => generated(run), rounds: 400, told: 'sheets that all differ' },
    { what: 'sheets that all differ, and in which no two lines are alike', text: (run) => unlike(run), rounds: 400, told: 'the same, and no two lines alike' },
    { what: '10 × the sample', text: () => longer(10), rounds: 60 },
    { what: '100 × the sample', text: () => longer(100), rounds: 10 },
  ];
  for (const { what, text, rounds, told } of measured) {
    // Each step has the same texts; a run of its own makes them, so that it is no part of the time.
    const texts = Array.from({ length: 2 * rounds }, (_, run) => text(seen + run));
    seen += texts.length;
    const runs = { bare: 0, bareQuick: 0, read: 0, check: 0 };
    const next = (step: keyof typeof runs): string => texts[runs[step]++ % texts.length]!;
    const time = alternately({
      bare: () => parseDocument(next('bare')),
      bareQuick: () => shippedParse(next('bareQuick'), { schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, prettyErrors: false }),
      check: () => lint(readSheet(documentOf(next('check')), all)),
      read: () => readSheet(documentOf(next('read')), all),
    }, rounds, rounds);
    if (told !== undefined) ratios[told] = time.check.cpu / time.bare.cpu;
    rows.push([
      what, String(texts[0]!.split('\n').length), ms(time.bare.p50), ms(time.bareQuick.p50), ms(time.read.p50), ms(time.check.p50), ms(time.check.p95), times(time.check.p50 / time.bare.p50), times(time.check.cpu / time.bare.cpu),
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
    ratios,
    markdown: [
      table(['sheet', 'lines', 'bare parse', 'bare, as we parse', 'read', 'read and all rules', '95th percentile', 'of the bare parse', 'of its processor time'], rows),
      table(['feature', 'median', '95th percentile'], Object.entries(features).map(([name, { p50, p95 }]) => [name, ms(p50), ms(p95)])),
    ].join('\n\n'),
  };
}
