// Measures everything that is to be fast or small, and writes docs/performance.md. Asserts nothing: times depend on the machine.
// usage: npm run bench
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { LIMITS } from '../server/src/sheet/yaml.ts';
import { benchEngine } from './bench/engine.ts';
import { benchExtensionHost } from './bench/extension-host.ts';
import { benchFolder } from './bench/folder.ts';
import { benchGrowth } from './bench/growth.ts';
import { table, times, verdict } from './bench/measure.ts';
import { benchPreview } from './bench/preview.ts';
import { benchServers } from './bench/server.ts';
import { benchServerFolder } from './bench/server-folder.ts';
import { benchSizes } from './bench/sizes.ts';

async function main(): Promise<void> {
  const step = async <T>(what: string, run: () => T | Promise<T>): Promise<T> => {
    console.log(what);
    return run();
  };
  const sizes = await step('sizes', benchSizes);
  const engine = await step('engine', benchEngine);
  const growth = await step('growth', benchGrowth);
  const folder = await step('folder', benchFolder);
  const servers = await step('servers', benchServers);
  const serverFolder = await step('servers in a folder', benchServerFolder);
  const preview = await step('preview', benchPreview);
  const extensionHost = await step('extension host', benchExtensionHost);
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()}, Node ${process.version}`;
  const page = `# Performance

Written by \`npm run bench\`, which measures and asserts nothing. Times depend on the machine and on what else it does; the ratios are
taken within one run, and of processor time where another program's turn would count otherwise. What is stable has a test instead: sizes,
one parse of each version of a document, and the steps of an edit and of a sheet, counted by V8 (\`test/package/work.test.ts\`).

Machine: ${machine}. The sheet is \`samples/remote-maintenance.sds.yaml\`.

## In short

${table(['', 'measured', 'aim', ''], ([
  ...Object.entries(engine.ratios).map(([what, ratio]) => [`read and all rules, of the bare parse of the same text: ${what}`, times(ratio), 'at most 1.3 ×']),
  ['1,000 sheets linted, of their bare parse, each on one core', times(folder.ratio), 'at most 1.3 ×'],
  ...servers.ratios,
  ['the largest bundle, in thousands of bytes', sizes.largest, 'at most 520 kB'],
  ['the packed extension', sizes.packed, 'under 800 kB'],
] as [string, string, string][]).map(([what, measured, aim]) => [what, measured, aim, verdict(measured, aim)]))}

Of the time from a keystroke to its diagnostics, yaml-language-server spends 200 ms waiting, by its own choice; the CPU for each
leaves that out. Each server's memory is the median of processes of its own, which were started, opened the sheet, were edited in, and
asked nothing; of this one and a bare one alike as the extension starts its server, by variables for glibc, and as other editors do. 95th percentiles are of single times by the clock: where the machine does other things, they hold waits for a processor.

## Engine

One process, warm, all by turns. The bare parse is \`parseDocument\` of the \`yaml\` library with its defaults, as any program for Node
has it; “as we parse” is the library as it ships here: its build for browsers, which is quicker, the failsafe schema, and no comparison
of each key with all others. The engine is measured as it ships, too: bundled. It hands fewer lines to the library than there are, since of plain
pairs below one another, and what is below them, the first is parsed for all (\`server/src/sheet/runs.ts\`), and what is known of a text is kept for the next sheet in which it stands:
so a sheet that was read before, as while someone types, is quicker than one that is new. Longer sheets have a longer table of remarks.

${engine.markdown}

What is known of a text is kept for the next sheet in which it stands, up to a bound, which the table above gains by until its longest
sheet. Here every round has texts that were never seen; processor time of all threads, medians of seven. What is 100 times as long has too many
lines for a sheet, unless they are long ones: the limit (limits.md) is ${LIMITS.lines.toLocaleString('en')}, some 27 times the sample's. What has more is told of and not read.

${growth}

## Language server

Over stdio, as a client sees it that takes what is pushed; no server but this one is told of the form otherwise than by a JSON Schema
whose gates are \`if\` and \`then\`. A bare server keeps documents and can do nothing else: what Node and the protocol's library need.
All are started as the extension starts its server, where nothing else is said. The server's work is processor time of its main
thread, from the edit until the answer is there; the edit before has got its diagnostics by then. Of the 15 starts and 20 bursts, what
stands for the 95th and 99th percentile is the longest.

${servers.markdown}

### In a folder of 1,000 sheets

Each of the servers has the folder open, and one of its sheets, in which every edit is one that was not typed before. Only this one checks what is not open, for editors that ask for that.

${serverFolder}

## Command line

1,000 sheets that all differ, from starting the program to its end. Processor time is that of all threads, among them those that
collect garbage and compile: with a second core they run beside the program, on one core in its turn. A second thread that takes half
of the sheets would not help: each would have to make its own code fast first, so that half of the sheets take seven tenths of the work
of all, and both cores would be busy for about as long as one is now.

${folder.markdown}

## Preview

From the changed text to the changed page, in Chromium; the engine as it ships.

${preview}

## Extension host

How long it takes to start, until all extensions are there, in a new window of a VS Code served to Chromium; the extension is installed from its packed file.

${extensionHost}

## Sizes

${sizes.markdown}
`;
  writeFileSync(new URL('../docs/performance.md', import.meta.url), page);
  console.log(page);
}

void main();
