import assert from 'node:assert/strict';
import type { GuidelineItemData } from '../../server/src/catalogue/guideline.ts';
import { catalogue } from '../support/catalogue.ts';
import { Folder, SAMPLE, sample, sds } from './fake-io.ts';

interface PrintedItem {
  ref: string;
  edition: string;
  section: string;
  digest: string | null;
  seen: string | null;
  note?: string;
  official: string | null;
  rows: string[];
  rowsBelow: string[];
  v6?: Record<string, string[]>;
  sheets?: { file: string; answers: { row: string; answer: string | null; omitted: boolean; remarks: string[]; provisional: boolean; invalid?: string }[] }[];
}

const guideline = catalogue().guidelines.find(({ id }) => id === 'mhlw-5.2')!;
const items = guideline.all().map(({ item }) => item).filter((item): item is GuidelineItemData => item !== undefined);

describe('sds guideline', () => {
  const folder = new Folder();
  const text = async (...args: string[]): Promise<string> => (await sds(['guideline', ...args])).stdout;
  const json = async (...args: string[]): Promise<PrintedItem> => JSON.parse(await text(...args, '--format', 'json'));

  it('prints exactly the keys of the contract, in order', async () => {
    assert.deepEqual(await json('6.11.C8'), {
      ref: '6.11.C8',
      edition: '5.2',
      section: guideline.section('6.11')!.title,
      digest: guideline.item('6.11.C8')!.digest,
      seen: 'form-only',
      official: null,
      rows: ['75', '75.1'],
      rowsBelow: [],
    });
    const most = items.find(({ note, v6 }) => note !== undefined && v6 !== undefined)!;
    assert.deepEqual(Object.keys(await json(most.id)), ['ref', 'edition', 'section', 'digest', 'seen', 'note', 'official', 'rows', 'rowsBelow', 'v6']);
  });

  it('reads what people type', async () => {
    for (const typed of ['６.１１.Ｃ８', '6.11.c8', ' 6. 11 .C8', '６．１１．ｃ８']) assert.equal((await json(typed)).ref, '6.11.C8', typed);
  });

  it('expands ranges, asked for or cited', async () => {
    const range = JSON.parse(await text('8.3.C1(1)～(5)', '--format', 'json')) as PrintedItem[];
    assert.deepEqual(range.map(({ ref }) => ref), [1, 2, 3, 4, 5].map((at) => `8.3.C1(${at})`));
    assert.ok(range.every(({ rows }) => rows.includes('1.1')));
    const { rows, rowsBelow } = await json('8.3.C1');
    assert.deepEqual([rows, rowsBelow], [[], ['1.1']]);
  });

  it('prints a section', async () => {
    const section = await json('6.11');
    assert.deepEqual([section.ref, section.digest, section.section], ['6.11', null, guideline.section('6.11')!.title]);
    assert.ok(section.rowsBelow.includes('75.1'));
    const printed = await text('6.11');
    for (const item of guideline.section('6.11')!.items) assert.ok(printed.includes(item.digest), item.id);
  });

  it('says how far each digest was checked, before its text where it never was', async () => {
    for (const item of items) {
      const { label, unverified } = guideline.data.seenLevels[item.seen];
      const lines = (await text(item.id)).split('\n');
      const line = lines.find((one) => one.includes(item.digest))!;
      const [before, after] = line.split(item.digest);
      assert.ok((unverified ? before : after)!.includes(label.ja), item.id);
      if (item.note !== undefined) assert.ok(lines.some((one) => one.includes(item.note!)), item.id);
    }
    assert.match(await text('6.11.C8'), /\[原文未確認：質問文からの推定\] /);
  });

  it('gives the official document and page, and says that a digest is a paraphrase', async () => {
    for (const ref of ['6.11.C8', '6.11', '6.4.C1']) {
      const printed = await text(ref);
      assert.ok(printed.includes(guideline.data.url), ref);
      assert.match(printed, /言い換え/);
    }
    const { pages } = guideline.section('6.11')!;
    assert.ok((await text('6.11.C8')).includes(`PDF ${pages[0]}–${pages.at(-1)}ページ`));
    assert.match(await text('6.4.C1'), /ページは未確認/);
  });

  it('lists the sections', async () => {
    const printed = await text();
    for (const { id, title } of guideline.data.sections) assert.ok(printed.includes(`${id} `) && printed.includes(title));
    assert.equal(await text('mhlw-5.2'), printed);
    const [listed] = JSON.parse(await text('--format', 'json'));
    assert.deepEqual(listed.sections.map(({ ref }: { ref: string }) => ref), guideline.data.sections.map(({ id }) => id));
  });

  it('suggests what is near to an unknown reference', async () => {
    for (const [ref, near] of [['6.11C8', '6.11.C8'], ['6.11.C99', '6.11.C'], ['6.99', '6.9']] as const) {
      const { status, stdout, stderr } = await sds(['guideline', ref]);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^sds: [^\n]*\n$/);
      assert.ok(stderr.split('近い項番').at(-1)!.includes(near), stderr);
    }
  });

  describe('with sheets', () => {
    const answers = async (ref: string, ...files: string[]): Promise<NonNullable<PrintedItem['sheets']>> => (
      JSON.parse((await sds(['guideline', ref, '--format', 'json', '--sheet', ...files], { cwd: folder.path })).stdout).sheets
    );

    it('says how they answer the rows that cite it', async () => {
      await folder.write({ 'a.sds.yaml': sample(['  75.1: はい\n', '  75.1: { 回答: いいえ, 備考: 5, 備考文: 検討中, 要確認: "" }\n']), 'b.sds.yaml': sample(['  75.1: はい\n', '  75.1: 丸\n']) });
      assert.deepEqual(await answers('6.11.C8', 'b.sds.yaml', 'a.sds.yaml'), [
        {
          file: 'a.sds.yaml',
          answers: [
            { row: '75', answer: '該当', omitted: false, remarks: [], provisional: false },
            { row: '75.1', answer: 'いいえ', omitted: false, remarks: [/5: (.*)/.exec(sample().split('備考記載欄')[3] ?? sample().slice(sample().lastIndexOf('備考記載欄')))![1], '検討中'], provisional: true },
          ],
        },
        {
          file: 'b.sds.yaml',
          answers: [
            { row: '75', answer: '該当', omitted: false, remarks: [], provisional: false },
            { row: '75.1', answer: null, omitted: false, invalid: '丸', remarks: [], provisional: false },
          ],
        },
      ]);
    });

    it('reads omitted rows as the form does, and the options of a heading', async () => {
      await folder.write({ 'a.sds.yaml': sample(['  75: 該当\n  75.1: はい\n', '  75: 非該当\n']) });
      assert.deepEqual((await answers('6.11.C8', '.'))[0]!.answers[1], { row: '75.1', answer: '対象外', omitted: true, remarks: [], provisional: false });
      const options = (await answers('6.5.C13', '.'))[0]!.answers;
      assert.ok(options.some(({ row, answer }) => row === '17.1/記憶' && answer === 'はい'));
      assert.ok(!options.some(({ row }) => row === '17.1'));
    });

    it('prints them for people', async () => {
      const { stdout, status } = await sds(['guideline', '6.5.C8', '--sheet', SAMPLE]);
      assert.equal(status, 0);
      assert.match(stdout, /^samples\/remote-maintenance\.sds\.yaml$/m);
      assert.match(stdout, /^ {2}\d[\d.]* +(はい|対象外)/m);
    });

    it('goes on after a sheet that cannot be read, or is of no form', async () => {
      await folder.write({ 'a.sds.yaml': sample(), 'b.sds.yaml': '様式: X\n' });
      const { status, stdout, stderr } = await sds(['guideline', '6.11.C8', '--format', 'json', '--sheet', 'a.sds.yaml', 'b.sds.yaml', 'none'], { cwd: folder.path });
      assert.equal(status, 2);
      assert.equal(stderr.trimEnd().split('\n').length, 2);
      assert.deepEqual(JSON.parse(stdout).sheets.map(({ file }: { file: string }) => file), ['a.sds.yaml']);
    });
  });
});
