// What a longer sheet costs, line by line, when none of its texts was seen before.
import { shippedData } from '../../test/support/catalogue.ts';
import { LIMITS } from '../../server/src/sheet/yaml.ts';
import { ms, table } from './measure.ts';
import { longer, sample } from './sheets.ts';
import { shippedEngine } from './shipped.ts';

const ROUNDS = 7;
const FACTORS = [5, 10, 25, 100];

/** By what grows: a sheet so many times as long as the sample, other than that of every other round. */
const shapes: Record<string, (factor: number, round: number) => string> = {
  'remarks that nothing cites': (factor, round) => longer(factor, round),
  'answers given again': (factor, round) => {
    const [head, remarks] = sample.split(/^(?=備考記載欄:)/m) as [string, string];
    const rows = head.slice(head.indexOf('\n回答:\n') + '\n回答:\n'.length).replaceAll(/: はい$/gm, `: 'はい' # ${round}`);
    return head + rows.repeat(factor - 1) + remarks;
  },
  'comments': (factor, round) => sample + sample.replaceAll(/^/gm, `# ${round}: `).concat('\n').repeat(factor - 1),
};

/** @returns a table of the time of each line at several lengths */
export async function benchGrowth(): Promise<string> {
  const { createCatalogue, lint, readSheet, TextDocument } = await shippedEngine();
  const all = createCatalogue(shippedData());
  let version = 0;
  const run = (text: string): number => {
    const before = process.cpuUsage();
    lint(readSheet(TextDocument.create('file:///bench', 'sds-yaml', ++version, text), all));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  const rows = Object.entries(shapes).map(([what, make]) => [what, ...FACTORS.map((factor) => {
    const lines = make(factor, 0).split('\n').length;
    if (lines > LIMITS.lines) return 'too many lines';
    const times = Array.from({ length: ROUNDS + 1 }, (_, round) => run(make(factor, version + round))).slice(1).sort((a, b) => a - b);
    const median = times[ROUNDS >> 1]!;
    return `${ms(median)} for ${lines.toLocaleString('en')} lines: ${(median / lines * 1_000).toFixed(0)} µs each`;
  })]);
  return table(['what there is more of', ...FACTORS.map((factor) => `${factor} × the sheet`)], rows);
}
