import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { today } from '../../server/src/today.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import type { Sheet } from '../../server/src/sheet/model.ts';
import { catalogue } from '../support/catalogue.ts';
import { Folder, sds, type Result } from './fake-io.ts';

const read = (text: string): Sheet => readSheet(TextDocument.create('file:///new.sds.yaml', 'sds-yaml', 1, text), catalogue());

describe('sds new', () => {
  const folder = new Folder();
  const make = (...args: string[]): Promise<Result> => sds(['new', ...args], { cwd: folder.path });
  const field = (sheet: Sheet, key: string): string | undefined => sheet.header.find((one) => one.field.key === key)?.value?.value;
  const answer = (sheet: Sheet, row: string): string | undefined => sheet.entryOf(sheet.form!.row(row)!)?.answer?.word;

  it('writes every row that may apply, empty, below its question, to standard output', async () => {
    const { status, stdout, stderr } = await make();
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^様式: SDS-4\.0\n作成日:\nサービス事業者:\nサービス名称:\nバージョン:\n\n回答:\n/);
    assert.match(stdout, /^ {2}#\? 6\.11\.C8 リモートメンテナンスサービスを有しているか？\n {2}75:$/m);
    assert.equal(read(stdout).answers.length, 144);
  });

  it('takes header fields and answers from options, as people type them', async () => {
    const { stdout } = await make(
      '--form', 'ＳＤＳ-4.0', '--set', '作成日=令和8年4月1日', '--set', 'name=リモート: 保守', '--set', 'ｂａｊｏｎ＝1.10', '--set', '連絡先=',
      '--answer', '1=no', '--answer', '７５=○', '--answer', '20=na', '--answer', '17.1/kioku=はい', '--answer', '3=ハイ', '--answer', '53=Gaitou',
    );
    const sheet = read(stdout);
    assert.deepEqual(['作成日', 'サービス名称', 'バージョン', '連絡先'].map((key) => field(sheet, key)), ['2026-04-01', 'リモート: 保守', '1.10', undefined]);
    assert.deepEqual(['1', '75', '20', '17.1/記憶', '3', '53'].map((row) => answer(sheet, row)), ['非該当', '該当', '対象外', 'はい', 'はい', '該当']);
    assert.ok(!sheet.entryOf(sheet.form!.row('1.1')!));
    assert.match(stdout, /^ {4}記憶: はい$/m);
    // What was given must not be mended at once.
    await folder.write({ 'a.sds.yaml': stdout });
    assert.doesNotMatch((await sds(['fix', '--dry-run', 'a.sds.yaml'], { cwd: folder.path })).stdout, /\S/);
  });

  it('never loses an answer that was given, also where it contradicts another', async () => {
    const sheet = read((await make('--answer', '1=非該当', '--answer', '1.1=はい')).stdout);
    assert.equal(answer(sheet, '1.1'), 'はい');
    assert.ok(!sheet.entryOf(sheet.form!.row('1.2')!));
  });

  it('makes nothing up, but dates the sheet for whoever takes the defaults', async () => {
    assert.equal(field(read((await make('--yes')).stdout), '作成日'), today());
    assert.equal(field(read((await make('-y', '--set', '作成日=2026-01-02')).stdout), '作成日'), '2026-01-02');
    const asked = await sds(['new', '--yes'], { cwd: folder.path, typed: ['no question reads this'] });
    assert.ok(asked.stdout.startsWith('様式:'));
  });

  it('writes a file, says so, and never overwrites one', async () => {
    assert.deepEqual(await make('-o', 'a.sds.yaml'), { status: 0, stdout: 'a.sds.yaml を作成しました。\n', stderr: '' });
    const before = await folder.read('a.sds.yaml');
    assert.deepEqual(await make('-o', 'a.sds.yaml', '--answer', '3=y'), {
      status: 2, stdout: '', stderr: 'sds: a.sds.yaml: すでにあります。置き換えるには --force を付けてください。\n',
    });
    assert.deepEqual(await folder.read('a.sds.yaml'), before);
    assert.equal((await make('-o', 'a.sds.yaml', '--answer', '3=y', '--force')).status, 0);
    assert.notDeepEqual(await folder.read('a.sds.yaml'), before);
    assert.ok((await make('-o', '-')).stdout.startsWith('様式:'));
  });

  it('does not overwrite a file that came into being meanwhile', async () => {
    const { status, stderr } = await sds(['new', '-o', 'a.sds.yaml'], {
      cwd: folder.path,
      writeFile: async (_file, _content, options) => {
        assert.ok(options?.isNew);
        throw Object.assign(new Error('there'), { code: 'EEXIST' });
      },
    });
    assert.equal(status, 2);
    assert.match(stderr, /^sds: a\.sds\.yaml: すでにあります[^\n]*\n$/);
  });

  it('reports bad input in one line, with status 2, and writes nothing', async () => {
    for (const [args, pattern] of [
      [['--form', 'SDS-9'], /SDS-9.*SDS-4\.0/],
      [['--set', 'サービス名=x'], /サービス名.*サービス名称/],
      [['--set', 'x'], /--set.*KEY=VALUE/],
      [['--set', '作成日=いつか'], /作成日.*いつか/],
      [['--set', 'サービス名称=a\nb'], /1行/],
      [['--answer', '999=はい'], /999.*sds form SDS-4\.0/],
      [['--answer', '75'], /--answer.*ROW=WORD/],
      [['--answer', '75=たぶん'], /75.*たぶん.*該当, 非該当/],
      [['--answer', '3=該当しないかも'], /3.*はい, いいえ, 対象外/],
      [['--answer', '17.1=はい'], /17\.1\/記憶/],
      [['-o', 'none/a.sds.yaml'], /none\/a\.sds\.yaml: .*フォルダー/],
      [['-o', '.', '--force'], /\.: フォルダー/],
      [['extra'], /引数/],
    ] as [string[], RegExp][]) {
      for (const locale of ['ja', 'en']) {
        const { status, stdout, stderr } = await make('--locale', locale, '-o', 'never.sds.yaml', ...args);
        assert.deepEqual([status, stdout], [2, ''], args.join(' '));
        assert.match(stderr, /^sds: [^\n]+\n$/);
        if (locale === 'ja') assert.match(stderr, pattern);
      }
    }
    await assert.rejects(folder.read('never.sds.yaml'));
  });
});
