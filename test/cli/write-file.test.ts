import assert from 'node:assert/strict';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../../server/src/cli/write-file.ts';
import { Folder, root, sample } from './fake-io.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('Writing files for the command line', () => {
  const folder = new Folder();
  const at = (name: string): string => path.join(folder.path, name);
  const read = (name: string): string => readFileSync(at(name), 'utf8');

  it('replaces what is there by another file, with the same mode, and leaves nothing beside it', async () => {
    await folder.write({ 'a.txt': 'old text' });
    chmodSync(at('a.txt'), 0o640);
    const before = statSync(at('a.txt'));
    await writeWhole(at('a.txt'), bytes('new'));
    const after = statSync(at('a.txt'));
    assert.equal(read('a.txt'), 'new');
    assert.notEqual(after.ino, before.ino);
    assert.deepEqual([after.mode, after.uid, after.gid], [before.mode, before.uid, before.gid]);
    assert.deepEqual(readdirSync(folder.path), ['a.txt']);
  });

  it('writes a new file, also where a link leads to what is not there, and never over another where it must be new', async () => {
    await writeWhole(at('a.txt'), bytes('one'));
    await writeWhole(at('b.txt'), bytes('two'), { isNew: true });
    await assert.rejects(writeWhole(at('a.txt'), bytes('three'), { isNew: true }), { code: 'EEXIST' });
    mkdirSync(at('sub'));
    symlinkSync('../c.txt', at('sub/link'));
    symlinkSync('sub/link', at('far'));
    await assert.rejects(writeWhole(at('far'), bytes('four'), { isNew: true }), { code: 'EEXIST' });
    await writeWhole(at('far'), bytes('four'));
    assert.deepEqual([read('a.txt'), read('b.txt'), read('c.txt')], ['one', 'two', 'four']);
    assert.ok(lstatSync(at('far')).isSymbolicLink() && lstatSync(at('sub/link')).isSymbolicLink());
    await assert.rejects(writeWhole(at('none/a.txt'), bytes('')), { code: 'ENOENT' });
    await assert.rejects(writeWhole(at('sub'), bytes('')), { code: 'EISDIR' });
  });

  it('follows links, and keeps files together that have several names', async () => {
    mkdirSync(at('sub'));
    await folder.write({ 'sub/a.txt': 'old', 'b.txt': 'something longer' });
    symlinkSync('sub/a.txt', at('link'));
    linkSync(at('b.txt'), at('sub/b.txt'));
    await writeWhole(at('link'), bytes('new'));
    await writeWhole(at('b.txt'), bytes('short'));
    assert.equal(readlinkSync(at('link')), 'sub/a.txt');
    assert.deepEqual([read('sub/a.txt'), read('sub/b.txt')], ['new', 'short']);
    await writeWhole(at('b.txt'), bytes('longer than it was'));
    assert.equal(read('sub/b.txt'), 'longer than it was');
    assert.deepEqual([readdirSync(folder.path), readdirSync(at('sub'))], [['b.txt', 'link', 'sub'], ['a.txt', 'b.txt']]);
  });

  it('writes into the file where there is no room for a name beside it', async () => {
    // 255 bytes are the most that a name has.
    const name = `${'あ'.repeat(84)}.md`;
    await folder.write({ [name]: 'old' });
    const { ino } = statSync(at(name));
    await writeWhole(at(name), bytes('new'));
    assert.deepEqual([read(name), statSync(at(name)).ino], ['new', ino]);
  });

  it('writes into a pipe', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const read = new Promise<string>((resolve) => execFile('cat', [at('pipe')], (_error, stdout) => resolve(stdout)));
    await writeWhole(at('pipe'), bytes('through'));
    assert.equal(await read, 'through');
    assert.ok(lstatSync(at('pipe')).isFIFO());
  });

  it('writes what may be written in a folder that takes no files, and nothing that may not in one that does', async function () {
    this.timeout(60_000);
    await folder.write({ 'shut/open.sds.yaml': sample(['  17.2: はい', '  17．2: はい']), 'open/shut.sds.yaml': sample(['  17.2: はい', '  17．2: はい']) });
    for (const [name, mode] of [['.', 0o755], ['shut', 0o555], ['open', 0o777], ['shut/open.sds.yaml', 0o666], ['open/shut.sds.yaml', 0o444]] as const) chmodSync(at(name), mode);
    // Whoever may do everything is not refused anything.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'fix', '.', '--locale', 'en'], { cwd: folder.path, encoding: 'utf8', ...nobody });
    chmodSync(at('shut'), 0o755);
    assert.deepEqual([status, stderr], [2, 'sds: open/shut.sds.yaml: no permission to write it.\n']);
    assert.equal(read('shut/open.sds.yaml'), sample());
    assert.equal(read('open/shut.sds.yaml'), sample(['  17.2: はい', '  17．2: はい']));
    assert.deepEqual([readdirSync(at('shut')), readdirSync(at('open'))], [['open.sds.yaml'], ['shut.sds.yaml']]);
  });

  describe('where no file may be larger than some kilobytes', function () {
    this.timeout(60_000);
    const slips = `${sample(['  17.2: はい', '  17．2: はい'])}# ${'-'.repeat(10_000)}\n`;
    /** Runs what was built under a limit that only a shell sets: 8 blocks of 512 or 1,024 bytes. */
    const limited = (...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> => new Promise((resolve) => {
      execFile('sh', ['-c', 'ulimit -f 8; exec "$@"', 'sh', process.execPath, path.join(root, 'dist', 'cli.js'), ...args], { cwd: folder.path }, (error, stdout, stderr) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });

    it('leaves the sheet as it was, and says so once', async () => {
      await folder.write({ 'a.sds.yaml': slips, 'sub/b.sds.yaml': slips });
      linkSync(at('sub/b.sds.yaml'), at('sub/c.txt'));
      for (const name of ['a.sds.yaml', 'sub/b.sds.yaml']) {
        const result = await limited('fix', '--locale', 'en', '--questions', 'add', name);
        assert.deepEqual(result, { status: 2, stdout: '', stderr: `sds: ${name}: cannot be written (EFBIG).\n` });
        assert.equal(read(name), slips);
      }
      assert.deepEqual([readdirSync(folder.path), readdirSync(at('sub'))], [['a.sds.yaml', 'sub'], ['b.sds.yaml', 'c.txt']]);
    });

    it('leaves an older page as it was, and no half of a new one or of a new sheet', async () => {
      await folder.write({ 'a.sds.yaml': slips, 'old.html': 'an older page', 'one.html': 'another' });
      linkSync(at('one.html'), at('two.html'));
      for (const args of [['render', 'a.sds.yaml', '-o', 'old.html'], ['render', 'a.sds.yaml', '-o', 'one.html'], ['render', 'a.sds.yaml', '-o', 'new.html'], ['new', '-y', '-o', 'new.sds.yaml']]) {
        const { status, stderr } = await limited(...args, '--locale', 'ja');
        assert.equal(status, 2, stderr);
        assert.match(stderr, /^sds: (?:(?:old|one|new)\.html|new\.sds\.yaml): 書き込めません（EFBIG）。\n$/);
      }
      assert.deepEqual([read('old.html'), read('two.html')], ['an older page', 'another']);
      assert.deepEqual(readdirSync(folder.path), ['a.sds.yaml', 'old.html', 'one.html', 'two.html']);
    });
  });
});
