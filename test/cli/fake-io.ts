import { mkdtempSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CatalogueData } from '../../server/src/catalogue/catalogue.ts';
import type { Io } from '../../server/src/cli/io.ts';
import { Interrupted } from '../../server/src/cli/prompt.ts';
import { run } from '../../server/src/cli/program.ts';
import { writeWhole } from '../../server/src/cli/write-file.ts';
import { shippedData } from '../support/catalogue.ts';
import { validators } from '../support/validators.ts';

export const SAMPLE = 'samples/remote-maintenance.sds.yaml';
export const root = path.join(import.meta.dirname, '..', '..');

export interface Result {
  status: number;
  stdout: string;
  stderr: string;
}

export const CTRL_C = Symbol('Ctrl+C');
/** A line, without its end. */
export type Typed = string | typeof CTRL_C;

export interface Around {
  cwd?: string;
  env?: Record<string, string>;
  stdin?: string | Uint8Array;
  /** What is typed at a terminal, line by line, and then its end; standard input is one where this is given. */
  typed?: Typed[];
  /** Whether a terminal shows standard output and standard error. */
  terminal?: boolean;
  /** Milliseconds that pass between two looks at the clock. */
  step?: number;
  readFile?: Io['readFile'];
  writeFile?: Io['writeFile'];
  /** Told of every piece of output, in the order in which they come. */
  onOutput?: (stream: 'stdout' | 'stderr', text: string) => void;
}

const css = ['sheet', 'print'].map((name) => readFileSync(path.join(root, `server/src/render/${name}.css`), 'utf8')).join('\n');
let shipped: CatalogueData | undefined;

/** Runs the command line in this process, in Japanese unless the surroundings say otherwise. */
export async function sds(args: string[], around: Around = {}): Promise<Result> {
  const written = { stdout: '', stderr: '' };
  const typed = [...(around.typed ?? [])];
  let time = 0;
  const output = (name: 'stdout' | 'stderr'): Io['stdout'] => ({
    write: async (text) => {
      written[name] += text;
      around.onOutput?.(name, text);
    },
    isTTY: around.terminal === true || around.typed !== undefined,
    columns: 100,
  });
  const io: Io = {
    cwd: around.cwd ?? root,
    env: around.env ?? {},
    stdout: output('stdout'),
    stderr: output('stderr'),
    readFile: around.readFile ?? ((file) => readFile(file)),
    writeFile: around.writeFile ?? writeWhole,
    readStdin: async () => (typeof around.stdin === 'string' ? new TextEncoder().encode(around.stdin) : (around.stdin ?? new Uint8Array())),
    stdin: { isTTY: around.typed !== undefined },
    openPrompt: () => ({
      ask: async (question) => {
        written.stdout += question;
        const line = typed.shift();
        if (line === CTRL_C) throw new Interrupted();
        written.stdout += `${line ?? ''}\n`;
        return line;
      },
      close: () => {},
    }),
    now: () => time += around.step ?? 0,
  };
  const status = await run(args, { io, data: () => shipped ??= shippedData(), validators: validators(), css: () => css, version: '1.2.3' });
  return { status, ...written };
}

/** The sample sheet, with some text replaced. */
export function sample(...replaced: [string, string][]): string {
  const text = readFileSync(path.join(root, SAMPLE), 'utf8');
  return replaced.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`The sample has no "${from}".`);
    return result.replace(from, to);
  }, text);
}

/** A folder of its own for each test of a suite. */
export class Folder {
  path = '';

  constructor() {
    beforeEach(() => {
      this.path = mkdtempSync(path.join(tmpdir(), 'sds-cli-'));
    });
    afterEach(() => rm(this.path, { recursive: true, force: true }));
  }

  async write(files: Record<string, string | Uint8Array>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(this.path, name)), { recursive: true });
      await writeFile(path.join(this.path, name), content);
    }
  }

  read(name: string): Promise<Buffer> {
    return readFile(path.join(this.path, name));
  }
}
