import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '../../server/src/cli/context.ts';
import { lintedInOrder, type LintThreads } from '../../server/src/cli/lint-in-order.ts';
import type { Linted, LintJob } from '../../server/src/cli/lint-job.ts';
import { Folder, root, sample, sds, type Result } from './fake-io.ts';

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const cli = path.join(root, 'dist', 'cli.js');

/** Runs the bundled command, which has the machine's threads; the sources have but the one they run in. */
function bundled(args: string[], cwd: string): Promise<Result> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd, maxBuffer: 1 << 26, env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: '' } }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

describe('sds lint of many files', function () {
  this.timeout(240_000);
  const folder = new Folder();
  beforeEach(() => {
    const whole = sample();
    for (let at = 0; at < 230; at++) {
      const inner = path.join(folder.path, at % 3 === 0 ? '甲' : '乙');
      mkdirSync(inner, { recursive: true });
      const text = at % 5 === 0 ? whole.replace('  48: ', '  48: はいい') : at % 7 === 0 ? '様式: SDS-4.0\n' : whole;
      writeFileSync(path.join(inner, `${String(at).padStart(3, '0')}.sds.yaml`), at === 101 ? Buffer.from([0x8b, 0xe0]) : text);
    }
    mkdirSync(path.join(folder.path, '乙', '.sds'));
    writeFileSync(path.join(folder.path, '乙', '.sds', 'config.yaml'), 'profile: strict\nprofil: strict\n');
  });

  for (const format of ['text', 'json', 'sarif', 'github']) {
    it(`says on several threads what it says on one: ${format}`, async () => {
      const args = ['lint', '--locale', 'ja', '--format', format, '甲', '乙'];
      const alone = await sds(args, { cwd: folder.path });
      assert.equal(alone.status, 2);
      assert.match(alone.stderr, /config\.yaml/);
      assert.match(alone.stderr, /101\.sds\.yaml/);
      const { stdout, ...rest } = await bundled(args, folder.path);
      assert.deepEqual(rest, { status: alone.status, stderr: alone.stderr });
      // The sources have no version of their own.
      assert.equal(stdout, alone.stdout.replace('"version":"1.2.3"', `"version":"${version}"`));
    });
  }

  describe('on threads', () => {
    const files = Array.from({ length: 450 }, (_, at) => ({ name: String(at), path: `/${at}` }));
    const result = (text: string): Linted => ({ failures: [], places: [], text, suppressed: 0 });
    const job = { format: 'text', locale: 'ja' } as LintJob;
    const contextWith = (threads: LintThreads): Context => ({
      threads, io: { readFile: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' })) },
    }) as unknown as Context;

    it('gives results in order, however late a thread is, and lets none run far ahead', async () => {
      let begun = 0;
      let taken = 0;
      let ended = 0;
      let ahead = 0;
      const threads: LintThreads = {
        cores: 3,
        start: () => ({
          run: async (part) => {
            begun += part.length;
            ahead = Math.max(ahead, begun - taken);
            await new Promise((resolve) => setTimeout(resolve, begun % 3));
            return part.map(({ name }) => result(name));
          },
          end: () => void ended++,
        }),
      };
      const texts: string[] = [];
      for await (const { text } of lintedInOrder(files, job, contextWith(threads))) {
        taken++;
        texts.push(text);
      }
      assert.deepEqual(texts, files.map(({ name }) => name));
      assert.equal(ended, 3);
      assert.ok(ahead <= 7 * 16, String(ahead));
    });

    it('checks here what a thread that dies had to check', async () => {
      const threads: LintThreads = { cores: 2, start: () => ({ run: (part) => (part[0]!.name === '32' ? Promise.reject(new Error('dead')) : Promise.resolve(part.map(({ name }) => result(name)))), end: () => undefined }) };
      const all: Linted[] = [];
      for await (const linted of lintedInOrder(files, job, contextWith(threads))) all.push(linted);
      assert.equal(all.length, files.length);
      assert.deepEqual(all.flatMap(({ failures }, at) => (failures.length > 0 ? [at] : [])), Array.from({ length: 16 }, (_, at) => 32 + at));
    });

    it('starts none for a few files', async () => {
      const threads: LintThreads = { cores: 8, start: () => assert.fail('started') };
      for await (const { failures } of lintedInOrder(files.slice(0, 150), job, contextWith(threads))) assert.equal(failures.length, 1);
    });
  });
});
