import assert from 'node:assert/strict';
import { execFile, spawn, spawnSync } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Folder, SAMPLE, root, sample, sds, type Result } from './fake-io.ts';

const cli = path.join(root, 'dist', 'cli.js');
/** Nothing of the machine's language. */
const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: '' };

function bundled(args: string[], cwd = root, stdin = ''): Promise<Result> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...args], { cwd, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
    child.stdin!.end(stdin);
  });
}

describe('dist/cli.js', function () {
  this.timeout(120_000);
  const folder = new Folder();

  it('does what the sources do', async () => {
    for (const args of [
      ['lint', SAMPLE], ['lint', '--format', 'json', 'samples'], ['lint', '--format', 'github', 'samples'],
      ['form', 'SDS-4.0', '--format', 'json'], ['form'], ['guideline', '6.11.C8', '--sheet', 'samples'], ['guideline', '--format', 'json'],
      ['lint', 'none', SAMPLE], ['fix', '--dry-run', 'samples'], ['lint', '--nope'],
      ['render', SAMPLE], ['new', '--answer', '1=n', '--set', 'name=x'], ['new', '--form', 'x'],
    ]) assert.deepEqual(await bundled(args), await sds(args), args.join(' '));
  });

  it('exits with 0, 1 and 2', async () => {
    assert.equal((await bundled(['lint', SAMPLE])).status, 0);
    assert.equal((await bundled(['lint', 'samples'])).status, 1);
    assert.equal((await bundled(['lint', 'none'])).status, 2);
    assert.equal((await bundled(['form', 'SDS-9'])).status, 2);
  });

  it("tells the package's version", async () => {
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
    assert.equal((await bundled(['--version'])).stdout, `${version}\n`);
  });

  it('reads standard input and writes files', async () => {
    const bad = sample(['  17.2: はい', '  17．2: はい']);
    assert.match((await bundled(['lint', '-', '--stdin-filename', 'x.sds.yaml'], root, bad)).stdout, /^x\.sds\.yaml$/m);
    await folder.write({ 'a.sds.yaml': `\ufeff${bad}` });
    assert.equal((await bundled(['fix', 'a.sds.yaml'], folder.path)).status, 0);
    assert.equal((await folder.read('a.sds.yaml')).toString(), `\ufeff${sample()}`);
  });

  it('writes much output to its end, and ends quietly when nobody reads on', async () => {
    await folder.write(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.sds.yaml`, '様式: SDS-4.0\n回答:\n'])));
    const { stdout } = await bundled(['lint', '--format', 'json', '.'], folder.path);
    assert.equal(new Set((JSON.parse(stdout) as { file: string }[]).map(({ file }) => file)).size, 300);

    const child = spawn(process.execPath, [cli, 'lint', '--format', 'json', '.'], { cwd: folder.path, env });
    let errors = '';
    child.stderr.on('data', (chunk) => errors += String(chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.once('close', resolve));
    assert.equal(errors, '');
  });

  it('says in one line that standard output is full', async function () {
    const full = await open('/dev/full', 'w').catch(() => undefined);
    if (!full) return this.skip();
    try {
      for (const [args, said] of [
        [['render', SAMPLE], 'sds: 標準出力: 空き容量が足りないため書き込めません。\n'],
        [['lint', 'samples', '--format', 'json', '--locale', 'en'], 'sds: standard output: cannot be written, as there is no space left for it.\n'],
      ] as [string[], string][]) {
        const { status, stderr }: { status: number | null; stderr: string } = spawnSync(process.execPath, [cli, ...args], { cwd: root, env, stdio: ['ignore', full.fd, 'pipe'], encoding: 'utf8' });
        assert.deepEqual([status, stderr], [2, said]);
      }
      assert.equal(spawnSync(process.execPath, [cli, 'lint', 'none'], { cwd: root, env, stdio: ['ignore', 'ignore', full.fd] }).status, 2);
    } finally {
      await full.close();
    }
  });

  it('keeps the form beside it, readable, and gives the licences of what it holds', async () => {
    const text = await readFile(cli, 'utf8');
    assert.ok(text.startsWith('#!/usr/bin/env node\n'));
    const data = await readFile(path.join(root, 'dist', 'data', 'catalogue.json'), 'utf8');
    assert.ok(data.includes('リモートメンテナンスサービスを有しているか？'));
    const notices = await readFile(path.join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['yaml', 'commander', 'tinyglobby', 'fdir', 'intl-messageformat', 'fastest-levenshtein', 'vscode-languageserver-textdocument']) {
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'), name);
    }
    assert.match(notices, /Permission is hereby granted/);
    assert.ok(!notices.includes(root));
  });
});
