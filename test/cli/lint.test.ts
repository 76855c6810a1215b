import assert from 'node:assert/strict';
import { Folder, SAMPLE, sample, sds } from './fake-io.ts';

interface Entry {
  file: string;
  code: string;
  severity: string;
  message: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  rows: string[];
}

const CONTRADICTION = sample(['  1: 非該当\n', '  1: 非該当\n  1.1: はい\n']);
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

describe('sds lint', () => {
  const folder = new Folder();
  const json = async (args: string[], stdin?: string): Promise<Entry[]> => {
    const { stdout } = await sds(['lint', '--format', 'json', ...args], { cwd: folder.path, ...(stdin === undefined ? {} : { stdin }) });
    return JSON.parse(stdout);
  };

  it('reports the unused remark 4 of the sample and nothing else above info', async () => {
    const { status, stdout, stderr } = await sds(['lint', SAMPLE, '--format', 'json']);
    const found = (JSON.parse(stdout) as Entry[]).filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(found.map(({ file, code, severity, rows }) => ({ file, code, severity, rows })), [
      { file: SAMPLE, code: 'unused-remark', severity: 'warning', rows: [] },
    ]);
    assert.match(found[0]!.message, /備考 4 /);
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  it('prints exactly the keys of the contract, in order', async () => {
    await folder.write({ 'a.sds.yaml': CONTRADICTION });
    const { stdout, status } = await sds(['lint', 'a.sds.yaml', '--format', 'json'], { cwd: folder.path });
    const entry = (JSON.parse(stdout) as Entry[]).find(({ code }) => code === 'inconsistent-answer')!;
    assert.deepEqual(Object.keys(entry), ['file', 'code', 'severity', 'message', 'range', 'rows']);
    const line = CONTRADICTION.split('\n').indexOf('  1.1: はい');
    assert.equal(JSON.stringify(entry.range), `{"start":{"line":${line},"character":7},"end":{"line":${line},"character":9}}`);
    assert.equal(entry.rows[0], '1.1');
    assert.equal(status, 1);
  });

  it('counts UTF-16 units and no byte order mark, whatever the line ends', async () => {
    const text = '\ufeff様式: SDS-4.0\r\n回答:\r\n  1: 該当\r\n  1.1: { 備考文: 😀, 回答: 丸 }\r\n';
    await folder.write({ 'a.sds.yaml': text });
    const [entry] = (await json(['a.sds.yaml'])).filter(({ code }) => code === 'invalid-answer');
    assert.deepEqual(entry!.range, { start: { line: 3, character: 22 }, end: { line: 3, character: 23 } });
    const marked = await json(['a.sds.yaml']);
    await folder.write({ 'a.sds.yaml': text.slice(1) });
    assert.deepEqual(await json(['a.sds.yaml']), marked);
  });

  it('sorts files by name and findings by position, each file once', async () => {
    await folder.write({ 'b.sds.yaml': CONTRADICTION, 'a.sds.yaml': CONTRADICTION, 'sub/c.sds.yml': CONTRADICTION });
    const found = await json(['sub', 'b.sds.yaml', 'a.sds.yaml', '*.sds.yaml', './a.sds.yaml']);
    assert.deepEqual([...new Set(found.map(({ file }) => file))], ['a.sds.yaml', 'b.sds.yaml', 'sub/c.sds.yml']);
    const own = found.filter(({ file }) => file === 'a.sds.yaml').map(({ range }) => range.start.line);
    assert.deepEqual(own, own.toSorted((a, b) => a - b));
    assert.equal(found.filter(({ file, code }) => file === 'a.sds.yaml' && code === 'inconsistent-answer').length, 1);
  });

  it('names files as they are given', async () => {
    await folder.write({ 'sub/a.sds.yaml': CONTRADICTION });
    for (const [given, name] of [
      ['./sub', './sub/a.sds.yaml'], ['sub/', 'sub/a.sds.yaml'], ['.', 'sub/a.sds.yaml'], ['sub/a.sds.yaml', 'sub/a.sds.yaml'],
      [folder.path, `${folder.path}/sub/a.sds.yaml`], [`${folder.path}/**/*.yaml`, `${folder.path}/sub/a.sds.yaml`], ['s*/*', 'sub/a.sds.yaml'],
    ] as const) assert.equal((await json([given]))[0]!.file, name, given);
  });

  it('reads standard input, under a name if one is given', async () => {
    assert.equal((await json(['-'], CONTRADICTION))[0]!.file, '-');
    assert.equal((await json(['-', '--stdin-filename', 'x/y.sds.yaml'], CONTRADICTION))[0]!.file, 'x/y.sds.yaml');
    const alone = await sds(['lint', SAMPLE, '--stdin-filename', 'x']);
    assert.deepEqual([alone.status, alone.stdout], [2, '']);
  });

  it('takes a profile and severities', async () => {
    const args = ['lint', SAMPLE, '--format', 'json'];
    const off = await sds([...args, '--rule', 'unused-remark=off']);
    assert.ok(!off.stdout.includes('unused-remark'));
    const error = await sds([...args, '--rule', 'unused-remark=error', '--rule', 'spelling=off']);
    assert.ok(error.stdout.includes('"code":"unused-remark","severity":"error"'));
    assert.equal(error.status, 1);
    await folder.write({ 'a.sds.yaml': sample(['  3: はい\n', '']) });
    const missing = async (...more: string[]): Promise<string | undefined> => (await json(['a.sds.yaml', ...more])).find(({ code }) => code === 'missing-answer')?.severity;
    assert.equal(await missing(), 'warning');
    assert.equal(await missing('--profile', 'strict'), 'error');
    assert.equal(await missing('--profile', 'strict', '--rule', 'missing-answer=hint'), 'hint');
  });

  it('knows what day it is', async () => {
    await folder.write({ 'a.sds.yaml': sample(['作成日: 2023-10-04', '作成日: 2999-01-01']) });
    assert.ok((await json(['a.sds.yaml'])).some(({ code }) => code === 'future-date'));
  });

  it('counts warnings', async () => {
    assert.equal((await sds(['lint', SAMPLE, '--max-warnings', '1'])).status, 0);
    const { status, stdout, stderr } = await sds(['lint', SAMPLE, '--max-warnings', '0', '--format', 'json']);
    assert.equal(status, 1);
    assert.ok(Array.isArray(JSON.parse(stdout)));
    assert.match(stderr, /--max-warnings/);
  });

  it('never says that a clean sheet conforms', async () => {
    await folder.write({ 'a.sds.yaml': sample([/ {2}4: .*\n/.exec(sample())![0], '']) });
    const rules = (await json(['a.sds.yaml'])).flatMap(({ code }) => ['--rule', `${code}=off`]);
    const { status, stdout } = await sds(['lint', 'a.sds.yaml', ...rules], { cwd: folder.path });
    assert.equal(status, 0);
    assert.match(stdout, /^指摘はありません（1ファイルを検査。ガイドラインへの適合を示すものではありません）。\n$/);
    const english = await sds(['lint', 'a.sds.yaml', ...rules, '--locale', 'en'], { cwd: folder.path });
    assert.match(english.stdout, /^Nothing was found .*does not mean that anything conforms/);
  });

  it('says everything in English when asked', async () => {
    await folder.write({ 'a.sds.yaml': CONTRADICTION });
    const { stdout } = await sds(['lint', 'a.sds.yaml', '--locale', 'en'], { cwd: folder.path });
    const summary = stdout.trimEnd().split('\n').at(-1)!;
    assert.doesNotMatch(summary, JAPANESE);
    assert.match(stdout, / {2}error {2,}1\.1 does not apply/);
  });

  it('shows how far it is on a terminal, and only there', async () => {
    await folder.write(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.sds.yaml`, CONTRADICTION])));
    const watched = await sds(['lint', '.'], { cwd: folder.path, terminal: true, step: 300 });
    assert.match(watched.stderr, /\d+\/12 ファイル/);
    assert.ok(watched.stderr.endsWith('\r\u001b[K'), 'it leaves nothing behind');
    assert.equal((await sds(['lint', '.'], { cwd: folder.path, step: 300 })).stderr, '');
    assert.equal((await sds(['lint', '.'], { cwd: folder.path, terminal: true })).stderr, '', 'a short run needs none');
  });
});
