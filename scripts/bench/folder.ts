// A folder of a thousand sheets, checked by the command line, against parsing and validating the same files in one process.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Loaded before a program: writes down at its end how long the processor worked for it. */
const WORKED = `process.on('exit', () => { const { user, system } = process.cpuUsage(); require('node:fs').writeFileSync(process.env.BENCH_WORKED, String((user + system) / 1000)); });`;

/** How a program is started so that all its threads share one core; nothing where the system has no such command. */
const ON_ONE_CORE = spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : undefined;

export interface FolderResults {
  /** Of processor time: on one core, where that can be arranged. */
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
    const worked = path.join(folder, 'worked');
    const preload = path.join(folder, 'worked.cjs');
    writeFileSync(preload, WORKED);
    const runs = [{ cores: 'all', before: [] as string[] }, ...(ON_ONE_CORE ? [{ cores: 'one', before: ON_ONE_CORE }] : [])]
      .flatMap((way) => Object.entries(programs).map(([name, args]) => ({ ...way, name, args, cpu: [] as number[], took: [] as number[] })));
    // In turn, so that whatever else the machine does falls upon all alike.
    for (let round = 0; round < ROUNDS; round++) {
      for (const { name, args, before, cpu, took } of runs) {
        const [command, ...rest] = [...before, process.execPath, '-r', preload, ...args] as [string, ...string[]];
        const begun = performance.now();
        const { status, stderr } = spawnSync(command, rest, { cwd: root, maxBuffer: 1 << 30, env: { ...process.env, BENCH_WORKED: worked } });
        took.push(performance.now() - begun);
        cpu.push(Number(readFileSync(worked, 'utf8')));
        // The command says with 1 that something is wrong with a sheet; of the others it is an error.
        if (status !== 0 && !(status === 1 && args.includes('lint'))) throw new Error(`${name}: ${String(stderr)}`);
      }
    }
    const median = (times: number[]): number => [...times].sort((a, b) => a - b)[ROUNDS >> 1]!;
    const ratio = (run: typeof runs[number], of: 'took' | 'cpu'): number => median(run[of]) / median(runs.find(({ cores, name }) => cores === run.cores && name === 'bare parse')![of]);
    const rows = runs.map((run) => [run.name, run.cores, ms(median(run.took)), times(ratio(run, 'took')), ms(median(run.cpu)), times(ratio(run, 'cpu')), run.cores === 'all' ? instructions(run.args, root) : '–']);
    return {
      ratio: ratio(runs.findLast(({ name }) => name === '`sds lint`')!, 'cpu'),
      markdown: table(['program', 'cores', 'median', 'of the bare parse', 'processor time', 'of the bare parse', 'instructions'], rows),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns how many instructions a program takes, in billions; a dash where the machine does not let them be counted */
function instructions(args: string[], cwd: string): string {
  const { stderr } = spawnSync('perf', ['stat', '-x', ',', '-e', 'instructions:u', process.execPath, ...args], { cwd, maxBuffer: 1 << 30, encoding: 'utf8' });
  const count = /^(\d+),[^,]*,instructions/m.exec(stderr ?? '')?.[1];
  return count === undefined ? '–' : `${(Number(count) / 1e9).toFixed(1)} billion`;
}
