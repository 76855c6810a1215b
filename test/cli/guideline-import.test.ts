import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { IMPORT_LIMITS } from '../../server/src/guideline-import/limits.ts';
import { pdf } from '../support/pdf.ts';
import { validators } from '../support/validators.ts';
import { fixture } from '../support/workspace.ts';
import { Folder, sds } from './fake-io.ts';

/** Invented text under headings that the guideline which ships has. */
const PAGES = [
  '架空の本文\n6.4. 物理的安全対策\nC. 最低限のガイドライン\n1. 架空の条文の\n一つめ。\n2. 架空の条文の二つめ。\n- 1 -\n',
  '3. 架空の条文の三つめ。\n(1) 小さな項\nD. 推奨されるガイドライン\n1. 一覧にない項。\n- 2 -\n',
];
const TEXT = `${PAGES.join('\f')}\f`;
/** 「鍵」 and 「6.4. 物理的安全対策」 … in Shift_JIS. */
const SHIFT_JIS = Uint8Array.of(
  ...Buffer.from('6.4. '), 0x95, 0xa8, 0x97, 0x9d, 0x93, 0x49, 0x88, 0xc0, 0x91, 0x53, 0x91, 0xce, 0x8d, 0xf4, 0x0a,
  ...Buffer.from('C. '), 0x8d, 0xc5, 0x92, 0xe1, 0x8c, 0xc0, 0x82, 0xcc, 0x83, 0x4b, 0x83, 0x43, 0x83, 0x68, 0x83, 0x89, 0x83, 0x43, 0x83, 0x93, 0x0a,
  ...Buffer.from('1. '), 0x8c, 0xae, 0x0a,
);
const TARGET = '.sds/guidelines/mhlw-5.2.official.yaml';

interface Official { guideline: string; edition: string; source: object; items: Record<string, { text: string; page?: number }> }

describe('sds guideline --import', () => {
  const folder = new Folder();
  const run = (args: string[], env: Record<string, string> = {}): ReturnType<typeof sds> => sds(['guideline', ...args], { cwd: folder.path, env });
  const written = async (name = TARGET): Promise<Official> => {
    const data = parse((await folder.read(name)).toString()) as Official;
    assert.ok(validators().official(data));
    return data;
  };

  it('writes what it found beside the sheets, from where the command line then shows it', async () => {
    await folder.write({ 'text.txt': TEXT });
    const result = await run(['--import', 'text.txt']);
    assert.equal(result.status, 0, result.stderr);
    assert.match(result.stdout, /項のうち3項の条文が見つかりました（全2ページ）。\n\n版の記載が最初のページに見つかりません/);
    assert.match(result.stdout, /一覧にないため取り込まなかった項:\n- 6\.4\.D1（2ページ）/);
    assert.ok(result.stdout.includes(`${TARGET} に書き込みました。`));
    assert.match(result.stdout, /条文が見つからなかった項:\n(?:- .*\n)*- 6\.4\.C4, 6\.4\.C5/);
    assert.deepEqual(await written(), {
      guideline: 'mhlw-5.2', edition: '5.2', source: { file: 'text.txt', pages: 2 },
      items: {
        '6.4.C1': { text: '架空の条文の一つめ。', page: 1 }, '6.4.C2': { text: '架空の条文の二つめ。', page: 1 }, '6.4.C3': { text: '架空の条文の三つめ。\n(1) 小さな項', page: 2 },
      },
    });
    const shown = await run(['6.4.C3']);
    assert.match(shown.stdout, /\n原文の条文（PDF 2ページ）:\n {2}架空の条文の三つめ。\n {2}\(1\) 小さな項\n\n[^]*要旨は本ソフトウェアによる言い換え/);
    const json = JSON.parse((await run(['6.4.C3', '--format', 'json'])).stdout) as Record<string, unknown>;
    assert.deepEqual([json['official'], json['officialPage'], typeof json['digest']], ['架空の条文の三つめ。\n(1) 小さな項', 2, 'string']);
    assert.match((await run(['6.4.C1', '--locale', 'en'])).stdout, /Official text \(PDF page 1\):\n {2}架空/);
  });

  it('takes as much text as its limits allow, and no more', async () => {
    for (const [more, isTaken] of [['\n'.repeat(IMPORT_LIMITS.lines - TEXT.split(/[\n\f]/).length), true], ['\n'.repeat(IMPORT_LIMITS.lines), false],
      ['\f'.repeat(IMPORT_LIMITS.lines), false], [' '.repeat(IMPORT_LIMITS.characters - TEXT.length), true], [' '.repeat(IMPORT_LIMITS.characters), false]] as const) {
      await folder.write({ 'text.txt': TEXT + more });
      const { status, stdout, stderr } = await run(['--import', 'text.txt', '--force', '--locale', 'en']);
      assert.deepEqual([status, stdout === '', stderr], isTaken ? [0, false, ''] : [2, true, 'sds: text.txt: too large to be imported (the limit is 1,048,576 characters and 50,000 lines).\n']);
    }
  });

  it('replaces a file only when told to', async () => {
    await folder.write({ 'text.txt': TEXT, [TARGET]: 'mine' });
    const refused = await run(['--import', 'text.txt']);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /すでにあります。置き換えるには --force/);
    assert.equal((await folder.read(TARGET)).toString(), 'mine');
    assert.equal((await run(['--import', 'text.txt', '--force'])).stdout.includes('3項'), true);
    assert.equal((await written()).guideline, 'mhlw-5.2');
  });

  it('writes to the nearest folder, to the user’s own, to a file or to standard output', async () => {
    await folder.write({ 'text.txt': TEXT, 'in/deep/a.txt': TEXT, '.sds/config.yaml': '' });
    assert.equal((await sds(['guideline', '--import', 'a.txt'], { cwd: path.join(folder.path, 'in', 'deep') })).status, 0);
    assert.equal(Object.keys((await written()).items).length, 3);
    await folder.write({ [TARGET]: '' });

    const env = { XDG_DATA_HOME: path.join(folder.path, 'data'), APPDATA: path.join(folder.path, 'data') };
    assert.equal((await run(['--import', 'text.txt', '--user'], env)).status, 0);
    assert.equal((await written('data/sds-authoring/guidelines/mhlw-5.2.official.yaml')).edition, '5.2');
    const shown = await sds(['guideline', '6.4.C1'], { env });
    assert.match(shown.stdout, /原文の条文/);
    assert.equal((await run(['--import', 'text.txt', '--user'])).status, 2);

    assert.equal((await run(['--import', 'text.txt', '-o', 'mine.yaml'])).status, 0);
    assert.equal((await written('mine.yaml')).edition, '5.2');
    const piped = await run(['--import', 'text.txt', '-o', '-']);
    assert.equal((parse(piped.stdout) as Official).guideline, 'mhlw-5.2');
    assert.match(piped.stderr, /3項の条文が見つかりました/);
  });

  it('reports as JSON', async () => {
    await folder.write({ 'text.txt': TEXT });
    const report = JSON.parse((await run(['--import', 'text.txt', '--format', 'json'])).stdout) as Record<string, unknown>;
    assert.deepEqual(Object.keys(report), ['guideline', 'pages', 'missing', 'unknown', 'doubtful', 'sections', 'headings', 'found', 'written']);
    assert.deepEqual(report['found'], [{ id: '6.4.C1', page: 1 }, { id: '6.4.C2', page: 1 }, { id: '6.4.C3', page: 2 }]);
    assert.deepEqual([report['unknown'], report['written']], [[{ id: '6.4.D1', page: 2 }], TARGET]);
  });

  it('takes the guideline that the text names, or the one that is asked for', async () => {
    const text = '架空の医療情報取扱指針 第2.0版\n企画管理編\n7. 情報を預かるときの契約（架空）\n【遵守事項】\n① 書く。\n';
    await folder.write({ 'text.txt': text, '.sds/guidelines/model-2.yaml': fixture('.sds/guidelines/model-2.yaml') });
    assert.equal((await run(['--import', 'text.txt'])).status, 0);
    assert.deepEqual(await written('.sds/guidelines/model-guideline-2.official.yaml'), {
      guideline: 'model-guideline-2', edition: '2.0', source: { file: 'text.txt' }, items: { '企画管理編 7①': { text: '書く。' } },
    });
    assert.match((await run(['企画管理編 7①'])).stdout, /原文の条文:\n {2}書く。/);
    const other = await run(['--import', 'text.txt', '--guideline', 'mhlw-5.2']);
    assert.deepEqual([other.status, other.stderr.includes('条文が1つも見つかりませんでした')], [1, true]);
    const unknown = await run(['--import', 'text.txt', '--guideline', 'x']);
    assert.deepEqual([unknown.status, unknown.stderr.trim().split('\n').length], [2, 1]);
    assert.match(unknown.stderr, /mhlw-5\.2, model-guideline-2/);
  });

  it('takes no other edition', async () => {
    await folder.write({ 'text.txt': `医療情報システムの安全管理に関するガイドライン\n第5.1版\f${TEXT}` });
    const result = await run(['--import', 'text.txt']);
    assert.deepEqual([result.status, result.stderr.includes('第5.1版の文書です')], [2, true]);
    assert.equal(existsSync(path.join(folder.path, '.sds')), false);
  });

  it('reads Shift_JIS, and says what it cannot read', async () => {
    await folder.write({ 'sjis.txt': SHIFT_JIS, 'none.txt': 'はじめに', 'bytes.txt': Uint8Array.of(0x80, 0xff, 0xfd) });
    assert.equal((await run(['--import', 'sjis.txt'])).status, 0);
    assert.equal((await written()).items['6.4.C1']!.text, '鍵');
    for (const [file, status, said] of [['none.txt', 1, /1つも見つかりません/], ['bytes.txt', 2, /文字コード/], ['absent.txt', 2, /absent/]] as const) {
      const result = await run(['--import', file, '--force']);
      assert.equal(result.status, status, file);
      assert.match(result.stderr, said);
    }
  });

  it('says of an empty file that it is empty, and no more', async () => {
    await folder.write({ 'empty.txt': '', 'blank.txt': ' \n\f\u3000\r\n' });
    for (const file of ['empty.txt', 'blank.txt']) {
      const result = await run(['--import', file, '--format', 'text']);
      assert.deepEqual([result.status, result.stdout, result.stderr], [2, '', `sds: ${file}: 空のファイルです。ガイドラインの本文がありません。\n`]);
    }
  });

  it('reads a PDF where the library for it is installed, and else says how to get it', async () => {
    await folder.write({ 'text.pdf': pdf(PAGES), 'empty.pdf': pdf(['']), 'broken.pdf': '%PDF-1.4\nnothing' });
    const installed = existsSync(path.join(import.meta.dirname, '..', '..', 'node_modules', 'pdfjs-dist'));
    const result = await run(['--import', 'text.pdf']);
    if (!installed) {
      assert.equal(result.status, 2);
      assert.match(result.stderr, /npm install --omit=optional pdfjs-dist/);
      return;
    }
    assert.equal(result.status, 0, result.stderr);
    assert.equal(result.stderr, '');
    const { source, items } = await written();
    assert.deepEqual(source, { file: 'text.pdf', pages: 2 });
    assert.deepEqual(items['6.4.C1'], { text: '架空の条文の一つめ。', page: 1 });
    assert.deepEqual(items['6.4.C3'], { text: '架空の条文の三つめ。\n(1) 小さな項', page: 2 });
    for (const [file, said] of [['empty.pdf', /PDF に文字がありません/], ['broken.pdf', /PDF として読み取れません/]] as const) {
      const failed = await run(['--import', file, '--force']);
      assert.equal(failed.status, 2);
      assert.match(failed.stderr, said);
      assert.equal(failed.stderr.trim().split('\n').length, 1);
    }
  });

  it('does not mix with what the command shows', async () => {
    for (const args of [['6.4', '--import', 'a'], ['--import', 'a', '--sheet', 'b'], ['--force'], ['--user'], ['--import', 'a', '--user', '-o', 'b']]) {
      const result = await run(args);
      assert.deepEqual([result.status, result.stderr.trim().split('\n').length], [2, 1], args.join(' '));
    }
  });
});
