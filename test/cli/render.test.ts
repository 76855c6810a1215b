import assert from 'node:assert/strict';
import { catalogue } from '../support/catalogue.ts';
import { Folder, SAMPLE, sample, sds, type Result } from './fake-io.ts';

const SECRETS = ['社内', '要確認', '参照項番', '秘密1', '秘密2', '秘密3', '秘密4', '秘密5'];
const SECRET = sample(
  ['様式: SDS-4.0', '# 秘密1\n様式: SDS-4.0'],
  ['  3: はい\n', '  #? 秘密2\n  3: { 回答: はい, 要確認: 秘密3, 社内: { 担当: 秘密4 }, 参照項番: [6.3.C1] } # 秘密5\n'],
);

describe('sds render', () => {
  const folder = new Folder();
  const render = (...args: string[]): Promise<Result> => sds(['render', ...args], { cwd: folder.path });

  it('writes one page that needs nothing else', async () => {
    const { status, stdout, stderr } = await sds(['render', SAMPLE]);
    assert.deepEqual([status, stderr], [0, '']);
    assert.ok(stdout.startsWith('<!DOCTYPE html>'));
    assert.doesNotMatch(stdout, /<script|<link|<img|@import|url\(|src=|<button|data-line|javascript:/i);
    assert.doesNotMatch(stdout.replace(/<style>[^]*?<\/style>/g, ''), /https?:/);
    for (const row of catalogue().form('SDS-4.0')!.rows) assert.ok(stdout.includes(`id="row-${row.id}"`), row.id);
    assert.match(stdout, /size: A4/);
    assert.match(stdout, /counter\(page\)/);
    assert.ok(stdout.lastIndexOf('<table class="remarks"') > stdout.lastIndexOf('<table class="answers"'));
  });

  it('writes it to a file, in place of an earlier one, and reads standard input', async () => {
    await folder.write({ 'a.sds.yaml': sample(), 'a.html': 'old' });
    assert.deepEqual(await render('a.sds.yaml', '-o', 'a.html'), { status: 0, stdout: '', stderr: '' });
    const page = String(await folder.read('a.html'));
    assert.equal((await sds(['render', '-'], { stdin: sample() })).stdout, page);
    assert.equal((await render('a.sds.yaml', '--output', '-')).stdout, page);
  });

  it('never holds what must not leave the house, and stamps what is provisional', async () => {
    await folder.write({ 'a.sds.yaml': SECRET });
    const { status, stdout } = await render('a.sds.yaml');
    assert.equal(status, 0);
    for (const word of SECRETS) assert.ok(!stdout.includes(word), word);
    assert.match(stdout, /<p class="stamp"><strong>案<\/strong>/);
    assert.match(stdout, /@top-right \{ content: "案/);
  });

  it('renders a sheet with errors as far as it can be read, and tells by its status', async () => {
    await folder.write({ 'a.sds.yaml': sample(['  3: はい\n', '  3: 丸\n']), 'broken.sds.yaml': sample(['  3: はい\n', '  3: "はい\n']), 'form.sds.yaml': '様式: X\n回答:\n  1: はい\n' });
    for (const [file, pattern] of [
      ['a.sds.yaml', /「丸」はこの設問の回答ではありません/], ['broken.sds.yaml', /読み取れない箇所があり/], ['form.sds.yaml', /様式「X」は/],
    ] as const) {
      const { status, stdout, stderr } = await render(file);
      assert.equal(status, 1, file);
      assert.match(stderr, new RegExp(`^sds: ${file}: エラーが\\d+件あります。[^\\n]*\\n$`));
      assert.match(stdout, pattern);
      assert.match(stdout, /<\/html>\n$/);
    }
  });

  it('does not count what is suppressed, and takes severities from the folder .sds', async () => {
    await folder.write({
      'a.sds.yaml': sample(['  3: はい\n', '  3: 丸 # sds-disable-line invalid-answer\n']),
      'b/.sds/config.yaml': 'rules:\n  invalid-answer: warning\n',
      'b/b.sds.yaml': sample(['  3: はい\n', '  3: 丸\n']),
    });
    assert.equal((await render('a.sds.yaml')).status, 0);
    assert.equal((await render('b/b.sds.yaml')).status, 0);
  });

  it('reports bad input in one line, with status 2', async () => {
    await folder.write({ 'a.sds.yaml': sample(), 'sjis.sds.yaml': Uint8Array.of(0x97, 0x6c, 0x8e, 0xae) });
    for (const [args, pattern] of [
      [['none.sds.yaml'], /none\.sds\.yaml: ファイルがありません/],
      [['.'], /\.: フォルダーです/],
      [['sjis.sds.yaml'], /UTF-8/],
      [['a.sds.yaml', '-o', 'none/a.html'], /none\/a\.html: .*フォルダーがありません/],
      [['a.sds.yaml', '-o', '.'], /\.: フォルダーです/],
      [['a.sds.yaml', '-o', 'a.sds.yaml'], /上書きしません/],
      [['a.sds.yaml', '-o', 'other.sds.yml'], /上書きしません/],
    ] as [string[], RegExp][]) {
      const { status, stdout, stderr } = await render(...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^sds: [^\n]+\n$/);
      assert.match(stderr, pattern);
    }
    assert.equal(String(await folder.read('a.sds.yaml')), sample());
  });
});
