import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FIXTURES, fixture, replaced } from '../support/workspace.ts';
import { Folder, root, sample, sds } from './fake-io.ts';

const CONFIG = '.sds/config.yaml';
const FORM = '.sds/forms/model-2.yaml';

interface Found {
  file: string;
  code: string;
  severity: string;
}

describe('sds and the folder .sds', () => {
  const folder = new Folder();
  const write = (files: Record<string, string>): Promise<void> => folder.write(files);
  const run = (args: string[], cwd = ''): ReturnType<typeof sds> => sds(args, { cwd: path.join(folder.path, cwd) });
  const lint = async (args: string[], cwd = ''): Promise<{ status: number; stderr: string; found: Record<string, string> }> => {
    const { status, stdout, stderr } = await run(['lint', '--format', 'json', ...args], cwd);
    return { status, stderr, found: Object.fromEntries((JSON.parse(stdout) as Found[]).map(({ code, severity }) => [code, severity])) };
  };
  const secondEdition = (): Promise<void> => write(Object.fromEntries(FIXTURES.map((name) => [name, fixture(name)])));

  it('takes severities from config.yaml, and overrules them by options', async () => {
    await write({ [CONFIG]: 'profile: strict\nrules: { unused-remark: error }\n', 'deep/a.sds.yaml': sample() });
    assert.deepEqual(await lint(['deep']), { status: 1, stderr: '', found: { ...(await lint(['deep'])).found, 'unused-remark': 'error' } });
    assert.equal((await lint(['--rule', 'unused-remark=hint', 'a.sds.yaml'], 'deep')).found['unused-remark'], 'hint');
    await write({ 'deep/.sds/config.yaml': 'rules: { unused-remark: off }\n' });
    assert.equal((await lint(['deep'])).found['unused-remark'], undefined, 'only the nearest counts');
  });

  it('takes the profile from config.yaml, and overrules it by an option, also the default one', async () => {
    const sheet = sample(['  3: はい', '  3: { 回答: はい, 要確認: 未 }']);
    await write({ [CONFIG]: 'profile: strict\n', 'a.sds.yaml': sheet });
    assert.equal((await lint(['.'])).found['unconfirmed-answer'], 'error');
    assert.equal((await lint(['--profile', 'default', '.'])).found['unconfirmed-answer'], 'info');
  });

  it('does not mend what is switched off', async () => {
    const sheet = sample(['  3: はい', '  ３: はい']);
    await write({ [CONFIG]: 'rules: { spelling: off }\n', 'a.sds.yaml': sheet });
    await run(['fix', '.']);
    assert.equal(String(await folder.read('a.sds.yaml')), sheet);
  });

  it('knows its forms and guidelines in every command', async () => {
    await secondEdition();
    await write({ 'deep/a.sds.yaml': fixture('example.sds.yaml') });
    assert.deepEqual(await lint(['.']), { status: 0, stderr: '', found: {} });
    assert.match((await run(['form'], 'deep')).stdout, /^MODEL-2\.0 {2}架空の様式：/m);
    assert.match((await run(['form', 'MODEL-2.0'])).stdout, /A2 {4}再委託先に同じ条件を課しているか？\(企画管理編 7⑥\) {2}\[適合 \/ 不適合 \/ 該当せず\]/);
    const { rows } = JSON.parse((await run(['guideline', '企画管理編 7⑥', '--format', 'json'])).stdout) as { rows: string[] };
    assert.deepEqual(rows, ['A2', 'A2.1']);
    assert.match((await run(['guideline', '企画管理編7⑥', '--sheet', 'deep/a.sds.yaml'])).stdout, /A2 +適合/);
    assert.match((await run(['render', 'example.sds.yaml'])).stdout, /再委託先に同じ条件を課しているか？/);
    assert.match((await run(['new', '--form', 'MODEL-2.0'])).stdout, /^様式: MODEL-2\.0/m);
    assert.match((await sds(['form'])).stdout, /^SDS-4\.0[^\n]*\n$/, 'elsewhere there is only what ships');
  });

  it('knows them for standard input, where its name says', async () => {
    await secondEdition();
    const stdin = fixture('example.sds.yaml');
    const lintStdin = async (name: string): Promise<number> => (await sds(['lint', '--stdin-filename', name, '-'], { cwd: root, stdin })).status;
    assert.equal(await lintStdin(path.join(folder.path, 'new.sds.yaml')), 0);
    assert.equal(await lintStdin('new.sds.yaml'), 1);
  });

  it('reports a broken file in one line, once, with status 2, and checks the sheets all the same', async () => {
    await secondEdition();
    await write({
      [FORM]: replaced(fixture(FORM), 'kind: gate', 'kind: gat'), [CONFIG]: 'rules:\n  speling: off\n  unused-remark: off\n',
      'a.sds.yaml': sample(), 'b.sds.yaml': sample(),
    });
    const { status, stderr, found } = await lint(['.']);
    const line = fixture(FORM).split('\n').findIndex((one) => one.includes('kind: gate')) + 1;
    assert.equal(stderr, `sds: .sds/config.yaml:2: 診断「speling」はありません。「spelling」のことですか？\nsds: ${FORM}:${line}: 「kind」に「gat」は書けません。書けるもの: gate, answer, heading\n`);
    assert.equal(status, 2);
    assert.equal(found['unknown-form'], 'error', 'the form is not there');
    assert.equal(found['unused-remark'], undefined, 'the rest of config.yaml applies');
    const form = await run(['form', 'SDS-4.0']);
    assert.equal(form.status, 2);
    assert.match(form.stdout, /^SDS-4\.0/);
  });

  it('says once that a form or a guideline takes the place of one that ships, and fails for it nowhere', async () => {
    await secondEdition();
    const form = await readFile(path.join(root, 'schemas/forms/SDS-4.0.yaml'), 'utf8');
    const guideline = await readFile(path.join(root, 'schemas/guidelines/mhlw-5.2.yaml'), 'utf8');
    await write({ 'a.sds.yaml': sample(), 'b.sds.yaml': sample() });
    const before = await lint(['.']);
    await write({ '.sds/forms/own.yaml': replaced(form, '\ntitle: ', '\ntitle: 手元の'), '.sds/guidelines/own.yaml': guideline });
    const lineOf = (text: string): number => text.split('\n').findIndex((one) => one.startsWith('id:')) + 1;
    const told = `sds: .sds/guidelines/own.yaml:${lineOf(guideline)}: 同梱のガイドライン「mhlw-5.2」の代わりに、このファイルの内容が使われます。\n`
      + `sds: .sds/forms/own.yaml:${lineOf(form)}: 同梱の様式「SDS-4.0」の代わりに、このファイルの内容が使われます。\n`;
    assert.deepEqual(await lint(['.']), { ...before, stderr: told });
    const shown = await run(['form', 'SDS-4.0']);
    assert.deepEqual([shown.status, shown.stderr], [0, told]);
    assert.match(shown.stdout, /^SDS-4\.0 {2}手元の/);
    assert.deepEqual((await run(['fix', '--locale', 'en', '.'])).stderr.split('\n')[0], `sds: .sds/guidelines/own.yaml:${lineOf(guideline)}: This file is used in place of the guideline “mhlw-5.2” that ships.`);
  });

  it('compiles nothing at run time', async () => {
    for (const name of ['cli.js', 'server.js']) assert.doesNotMatch(await readFile(path.join(root, 'dist', name), 'utf8'), /new Function\b|[^.\w]eval\(/, name);
  });
});
