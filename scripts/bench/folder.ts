// A folder of a thousand sheets, checked by the command line, against parsing and validating the same files in one process.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ms, table, times } from './measure.ts';
import { schemaWithGates } from './others.ts';
import { generated } from './sheets.ts';

const SHEETS = 1_000;
const ROUNDS = 5;

const require = `const { readdirSync, readFileSync } = require('node:fs'); const path = require('node:path');
const folder = process.argv[1]; const read = (name) => readFileSync(path.join(folder, name), 'utf8');
const names = readdirSync(folder).sort();`;
const PARSE = `${require} const { parseDocument } = require('yaml'); for (const name of names) parseDocument(read(name));`;
const AJV = `${require} const { parse } = require('yaml'); const { Ajv } = require('ajv');
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(process.argv[2], 'utf8')));
for (const name of names) validate(parse(read(name)));`;

export interface FolderResults {
  ratio: number;
  markdown: string;
}

export function benchFolder(): FolderResults {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sds-bench-'));
  const sheets = path.join(folder, 'sheets');
  const root = fileURLToPath(new URL('../../', import.meta.url));
  try {
    mkdirSync(sheets);
    for (let index = 0; index < SHEETS; index++) writeFileSync(path.join(sheets, `${String(index).padStart(4, '0')}.sds.yaml`), generated(index));
    const schema = schemaWithGates();
    const programs: Record<string, string[]> = {
      'bare parse': ['-e', PARSE, sheets],
      'parse and JSON Schema (ajv)': ['-e', AJV, sheets, schema],
      '`sds lint`': [path.join(root, 'dist/cli.js'), 'lint', '--format', 'json', sheets],
    };
    const took = new Map<string, number[]>(Object.keys(programs).map((name) => [name, []]));
    // In turn, so that whatever else the machine does falls upon all alike.
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, args] of Object.entries(programs)) {
        const begun = performance.now();
        const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, maxBuffer: 1 << 30 });
        took.get(name)!.push(performance.now() - begun);
        // The command says with 1 that something is wrong with a sheet; of the others it is an error.
        if (status !== 0 && !(status === 1 && args.includes('lint'))) throw new Error(`${name}: ${String(stderr)}`);
      }
    }
    const median = (name: string): number => took.get(name)!.sort((a, b) => a - b)[ROUNDS >> 1]!;
    return {
      ratio: median('`sds lint`') / median('bare parse'),
      markdown: table(['program', 'median', 'of the bare parse'], Object.keys(programs).map((name) => [name, ms(median(name)), times(median(name) / median('bare parse'))])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
