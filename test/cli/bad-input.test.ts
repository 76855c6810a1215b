import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Folder, sample, sds, type Result } from './fake-io.ts';

describe('sds and what cannot be read', () => {
  const folder = new Folder();
  beforeEach(() => folder.write({ 'good.sds.yaml': sample() }));

  const lint = (args: string[], readFrom?: (file: string) => Promise<Uint8Array>): Promise<Result> => (
    sds(['lint', 'good.sds.yaml', ...args], { cwd: folder.path, ...(readFrom ? { readFile: readFrom } : {}) })
  );
  /** One line is said about it, the good sheet is still checked, and the status tells. */
  const assertOneLine = ({ status, stdout, stderr }: Result, pattern: RegExp): void => {
    assert.equal(status, 2);
    assert.match(stderr, /^sds: [^\n]*\n$/);
    assert.match(stderr, pattern);
    assert.match(stdout, /unused-remark/);
  };

  it('says that a path is empty', async () => assertOneLine(await lint(['']), /パスが空です/));
  it('says that what has the name of a sheet is none, and does not wait for it', async () => {
    await folder.write({ 'odd/a.sds.yaml': sample() });
    execFileSync('mkfifo', [path.join(folder.path, 'odd', 'x.sds.yaml')]);
    assertOneLine(await lint(['odd']), /odd\/x\.sds\.yaml: 通常のファイルではない/);
  });
  it('says that a link leads to a device, and does not read it', async () => {
    await folder.write({ 'odd/a.sds.yaml': sample() });
    await symlink('/dev/zero', path.join(folder.path, 'odd', 'x.sds.yaml'));
    assertOneLine(await lint(['odd']), /odd\/x\.sds\.yaml: 通常のファイルではない/);
  });
  for (const name of ['config.yaml', 'forms/x.yaml']) {
    it(`says that a pipe or a device is no .sds/${name}, and reads none of it`, async () => {
      const file = path.join(folder.path, '.sds', name);
      await mkdir(path.dirname(file), { recursive: true });
      execFileSync('mkfifo', [file]);
      assertOneLine(await lint([]), /\.sds\/.*\.yaml:1: 読み取れません（ENODEV）/);
      await rm(file);
      await symlink('/dev/zero', file);
      assertOneLine(await lint([]), /\.sds\/.*\.yaml:1: 読み取れません（ENODEV）/);
      await rm(file);
      await writeFile(file, '');
      await truncate(file, 13_000_000);
      assertOneLine(await lint([]), /\.sds\/.*\.yaml:1: 読み取れません（EFBIG）/);
    });
  }
  it('says that a file is missing', async () => assertOneLine(await lint(['none.sds.yaml']), /none\.sds\.yaml/));
  it('says that a folder holds no sheets', async () => {
    await folder.write({ 'empty/readme.txt': '', 'empty/node_modules/a.sds.yaml': '', 'empty/.git/a.sds.yaml': '', 'empty/.hidden.sds.yaml': '' });
    assertOneLine(await lint(['empty']), /empty: 開示書/);
  });
  it('says that a glob matches nothing', async () => assertOneLine(await lint(['x*.sds.yaml']), /x\*\.sds\.yaml: 一致/));
  it('says that a file is not UTF-8', async () => {
    await folder.write({ 'sjis.sds.yaml': Uint8Array.of(0x97, 0x6c, 0x8e, 0xae, 0x3a) });
    assertOneLine(await lint(['sjis.sds.yaml']), /sjis\.sds\.yaml: UTF-8/);
  });
  it('says that a file may not be read', async () => {
    const denied = path.join(folder.path, 'denied.sds.yaml');
    await folder.write({ 'denied.sds.yaml': sample() });
    const read = async (file: string): Promise<Uint8Array> => {
      if (file === denied) throw Object.assign(new Error('no'), { code: 'EACCES' });
      return readFile(file);
    };
    assertOneLine(await lint(['denied.sds.yaml'], read), /denied\.sds\.yaml: 読み取る権限/);
  });
  it('says that a rule is unknown, and which one may be meant', async () => {
    assertOneLine(await lint(['--rule', 'unused-remrk=off']), /unused-remrk.*unused-remark/);
  });
  it('says that a severity is unknown', async () => {
    assertOneLine(await lint(['--rule', 'unused-remark=fatal']), /unused-remark=fatal.*off, hint, info, warning, error/);
    assertOneLine(await lint(['--rule', 'unused-remark']), /CODE=SEVERITY/);
  });

  it('lets a failure count more than a finding', async () => {
    await folder.write({ 'bad.sds.yaml': '様式: SDS-4.0\n回答:\n  3: 丸\n' });
    assert.equal((await lint(['bad.sds.yaml'])).status, 1);
    assert.equal((await lint(['bad.sds.yaml', 'none'])).status, 2);
  });

  it('prints no summary that could be taken for a result when nothing was read', async () => {
    const { status, stdout } = await sds(['lint', 'none'], { cwd: folder.path });
    assert.deepEqual([status, stdout], [2, '']);
    assert.equal((await sds(['lint', 'none', '--format', 'json'], { cwd: folder.path })).stdout, '[]\n');
  });

  it('checks a file whatever its name', async () => {
    await folder.write({ 'sheet.txt': sample(), 'with [brackets] (1).txt': sample() });
    for (const name of ['sheet.txt', 'with [brackets] (1).txt']) assert.equal((await sds(['lint', name], { cwd: folder.path })).status, 0, name);
  });

  it('takes hostile names and texts for what they are', async () => {
    await folder.write({ 'bad.sds.yaml': '様式: "\\e[31mX\\u202e"\n' });
    const { stdout } = await sds(['lint', 'bad.sds.yaml'], { cwd: folder.path });
    assert.ok(!stdout.includes('\u001b') && !stdout.includes('\u202e'));
  });

  it('does not follow links between folders', async () => {
    await symlink('.', path.join(folder.path, 'loop'));
    const { stdout, status } = await sds(['lint', '.', '--format', 'json'], { cwd: folder.path });
    assert.equal(status, 0);
    assert.deepEqual([...new Set((JSON.parse(stdout) as { file: string }[]).map(({ file }) => file))], ['good.sds.yaml']);
  });
});
