import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Folder, SAMPLE, sample, sds } from './fake-io.ts';

/** Spellings that are read as meant. */
const SLIPS: [string, string][] = [['  3: はい\n', '  ３：はい   # 残る\n'], ['  17.2: はい', '  17．2: はい'], ['参照項番: 6.5.C12', '参照項番: ６.５.Ｃ１２']];

describe('sds fix', () => {
  const folder = new Folder();
  const fix = (...args: string[]): ReturnType<typeof sds> => sds(['fix', ...args], { cwd: folder.path });

  it('applies every safe fix and prints what changed', async () => {
    await folder.write({ 'a.sds.yaml': sample(...SLIPS), 'clean.sds.yaml': sample() });
    const { status, stdout, stderr } = await fix('.');
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal((await folder.read('a.sds.yaml')).toString(), sample(['  3: はい\n', '  3: はい   # 残る\n']));
    assert.equal((await folder.read('clean.sds.yaml')).toString(), sample());
    assert.match(stdout, /^a\.sds\.yaml\n/);
    assert.match(stdout, /「17\.2」に直す {2}spelling/);
    assert.doesNotMatch(stdout, /clean/);
    assert.match(stdout.trimEnd().split('\n').at(-1)!, /^1ファイルの4か所を直しました。$/);
  });

  it('needs several rounds where one fix brings another to light', async () => {
    await folder.write({ 'a.sds.yaml': sample(['  3: はい\n', '  ３：はい\n']) });
    await fix('a.sds.yaml');
    assert.equal((await folder.read('a.sds.yaml')).toString(), sample());
    const again = await fix('a.sds.yaml');
    assert.match(again.stdout, /^直すものはありませんでした。\n$/);
  });

  it('leaves the byte order mark, line ends and everything else alone', async () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      for (const mark of ['', '\ufeff']) {
        const bytes = (text: string): Buffer => Buffer.from(mark + text.replaceAll('\n', eol).replace(/[\r\n]+$/, ''));
        await folder.write({ 'a.sds.yaml': bytes(sample(...SLIPS)) });
        await fix('a.sds.yaml');
        assert.deepEqual(await folder.read('a.sds.yaml'), bytes(sample(['  3: はい\n', '  3: はい   # 残る\n'])), JSON.stringify([eol, mark]));
      }
    }
  });

  it('does not touch the file when there is nothing to fix', async () => {
    const { status, stdout } = await sds(['fix', SAMPLE], { writeFile: async () => assert.fail('written') });
    assert.deepEqual([status, stdout], [0, '直すものはありませんでした。\n']);
  });

  it('tells by its status, and says, that errors are left', async () => {
    await folder.write({ 'a.sds.yaml': sample(['  3: はい\n', '  3: 丸\n']) });
    const { status, stdout } = await fix('a.sds.yaml');
    assert.equal(status, 1);
    assert.match(stdout, /エラーが1件残っています/);
    assert.match((await fix('a.sds.yaml', '--locale', 'en')).stdout, /^There was nothing to fix\. 1 error is left: run sds lint\.\n$/);
  });

  it('goes on after what cannot be read or written', async () => {
    await folder.write({ 'a.sds.yaml': sample(...SLIPS), 'b.sds.yaml': sample(...SLIPS), 'c.sds.yaml': Uint8Array.of(0xff) });
    const written: string[] = [];
    const { status, stderr } = await sds(['fix', '.', '-', 'none'], {
      cwd: folder.path,
      writeFile: async (file) => {
        if (file.endsWith('a.sds.yaml')) throw Object.assign(new Error('no'), { code: 'EACCES' });
        written.push(file);
      },
    });
    assert.equal(status, 2);
    assert.equal(stderr.trimEnd().split('\n').length, 4);
    assert.equal(written.length, 1);
  });

  it('never says that there was nothing to fix where it could not be written', async () => {
    await folder.write({ 'a.sds.yaml': sample(...SLIPS) });
    for (const [code, said] of [['EFBIG', /a\.sds\.yaml: 書き込めません（EFBIG）。/], ['ENOSPC', /a\.sds\.yaml: 空き容量が足りない/], ['EDQUOT', /空き容量が足りない/]] as const) {
      const { status, stdout, stderr } = await sds(['fix', 'a.sds.yaml'], {
        cwd: folder.path,
        writeFile: async () => { throw Object.assign(new Error('no'), { code }); },
      });
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, said);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    }
  });

  describe('--dry-run', () => {
    it('writes nothing and prints a diff that git applies', async () => {
      await folder.write({ 'a b.sds.yaml': sample(...SLIPS).replaceAll('\n', '\r\n'), 'sub/c.sds.yaml': `\ufeff${sample(...SLIPS).trimEnd()}` });
      const before = [await folder.read('a b.sds.yaml'), await folder.read('sub/c.sds.yaml')];
      const { status, stdout, stderr } = await fix('.', '--dry-run');
      assert.equal(status, 0);
      assert.match(stderr, /^2ファイルの8か所を直せます。\n$/);
      assert.deepEqual([await folder.read('a b.sds.yaml'), await folder.read('sub/c.sds.yaml')], before);
      execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder.path, input: stdout });
      const applied = [await folder.read('a b.sds.yaml'), await folder.read('sub/c.sds.yaml')];
      await folder.write({ 'a b.sds.yaml': before[0]!, 'sub/c.sds.yaml': before[1]! });
      await fix('.');
      assert.deepEqual([await folder.read('a b.sds.yaml'), await folder.read('sub/c.sds.yaml')], applied);
    });

    it('prints nothing for a sheet that is fine', async () => {
      assert.equal((await sds(['fix', '--dry-run', SAMPLE])).stdout, '');
    });
  });

  describe('--questions', () => {
    const commented = async (): Promise<string> => {
      await folder.write({ 'made.sds.yaml': sample() });
      await fix('made.sds.yaml', '--questions', 'add');
      return (await folder.read('made.sds.yaml')).toString();
    };

    it('add writes them all, after the safe fixes, and says so', async () => {
      await folder.write({ 'a.sds.yaml': sample(...SLIPS) });
      const { status, stdout } = await fix('a.sds.yaml', '--questions', 'add');
      assert.equal(status, 0);
      const text = (await folder.read('a.sds.yaml')).toString();
      assert.match(text, /^ {2}#= 組織的安全管理対策 \(体制、運用管理規程\)\(6\.3\)\n {2}#\? 6\.3\.C1 .*\n {2}3: はい   # 残る$/m);
      assert.match(text, /^ {2}#\? 6\.5\.C6 .*\n {2}17\.2: はい$/m);
      assert.match(stdout, /full-width-punctuation\n {2}設問のコメント: 追加\d+件、更新0件、削除0件\n/);
      assert.match((await fix('a.sds.yaml', '--questions', 'add')).stdout, /^直すものはありませんでした。\n$/);
    });

    it('remove leaves the sheet as it was', async () => {
      await commented();
      const { stdout } = await fix('made.sds.yaml', '--questions', 'remove', '--locale', 'en');
      assert.match(stdout, /^made\.sds\.yaml\n {2}question comments: 0 added, 0 updated, \d+ removed\n\nFixed \d+ places in 1 file\.\n$/);
      assert.equal((await folder.read('made.sds.yaml')).toString(), sample());
    });

    it('refresh mends those that are there, and adds none', async () => {
      const text = await commented();
      await folder.write({ 'made.sds.yaml': text.replace(/#\? 6\.3\.C1 .*/, '#? 古い文'), 'none.sds.yaml': sample() });
      const { stdout } = await fix('.', '--questions', 'refresh');
      assert.match(stdout, /^made\.sds\.yaml\n {2}設問のコメント: 追加0件、更新1件、削除0件\n\n1ファイルの1か所を直しました。\n$/);
      assert.equal((await folder.read('made.sds.yaml')).toString(), text);
      assert.equal((await folder.read('none.sds.yaml')).toString(), sample());
    });

    it('with --dry-run only shows a diff', async () => {
      await folder.write({ 'a.sds.yaml': sample() });
      const { stdout, stderr } = await fix('a.sds.yaml', '--questions', 'add', '--dry-run');
      assert.match(stdout, /^\+ {2}#\? 6\.2\.C1 /m);
      assert.doesNotMatch(stdout, /^-(?!--)/m);
      assert.match(stderr, /^1ファイルの\d+か所を直せます。\n$/);
      assert.equal((await folder.read('a.sds.yaml')).toString(), sample());
      execFileSync('git', ['apply', '-'], { cwd: folder.path, input: stdout });
      const applied = await folder.read('a.sds.yaml');
      await folder.write({ 'a.sds.yaml': sample() });
      await fix('a.sds.yaml', '--questions', 'add');
      assert.deepEqual(await folder.read('a.sds.yaml'), applied);
    });

    it('takes nothing else', async () => {
      const { status, stderr } = await fix('a.sds.yaml', '--questions', 'all');
      assert.equal(status, 2);
      assert.match(stderr, /--questions.*all.*add, refresh, remove/);
    });
  });
});
