import assert from 'node:assert/strict';
import { FIRST_CHARACTERS } from '../../server/src/guideline-import/edition.ts';
import { withoutRadicals } from '../../server/src/text/radicals.ts';
import { catalogue } from '../support/catalogue.ts';
import { DOCUMENT, imported, second } from '../support/official.ts';

const texts = (text: string, guideline?: Parameters<typeof imported>[1]): Record<string, string> => (
  Object.fromEntries(imported(text, guideline).items.map((item) => [item.id, item.text])));

/** The third section, with these lines in its C block. */
const umbrella = (...lines: string[]): string => ['3.11 傘', 'C. 最低限のガイドライン', ...lines].join('\n');

describe('the import of a guideline’s text', () => {
  it('finds items and sub-items without heads, page numbers and line breaks', () => {
    assert.deepEqual(texts(DOCUMENT), {
      '3.1.C1': '長い鍵は、文鎮の下に置くこと。夜は箱に入れ、箱は棚の上に戻すこと。',
      '3.1.C2': '扉は次のように扱うこと。\n(1) 開けるとき\na. 取っ手を引く。\nb. ゆっくり引く。\n(2) 閉めるとき音を立てない。ただし、風の強い日は\n(3) 誰かに頼む。',
      '3.1.C2(1)': '開けるとき\na. 取っ手を引く。\nb. ゆっくり引く。',
      '3.1.C2(1)a': '取っ手を引く。',
      '3.1.C2(1)b': 'ゆっくり引く。',
      '3.1.C2(2)': '閉めるとき音を立てない。ただし、風の強い日は',
      '3.1.C3': 'Key card は reader box に返すこと。\n・赤い箱\n・青い箱',
      '3.1.D1': '鍵に鈴を付けること。',
      '3.2.C1': '封筒は茶色とする。',
      '3.2.C2': '封筒の裏に、3.1 の鍵の名を書くこと。3.11 の傘は入れないこと。',
      '3.11.C1': '傘は乾かす。',
    });
  });

  it('keeps the page on which each begins, and says what the catalogue does not have', () => {
    const report = imported(DOCUMENT);
    assert.equal(report.pages, 6);
    assert.equal(report.edition, '5.2');
    assert.deepEqual(report.sections, ['3.1', '3.2', '3.11']);
    assert.deepEqual(Object.fromEntries(report.items.map(({ id, page }) => [id, page])), {
      '3.1.C1': 3, '3.1.C2': 3, '3.1.C2(1)': 3, '3.1.C2(1)a': 3, '3.1.C2(1)b': 3, '3.1.C2(2)': 3, '3.1.C3': 4, '3.1.D1': 4, '3.2.C1': 4, '3.2.C2': 5, '3.11.C1': 6,
    });
    assert.deepEqual(report.unknown, [{ id: '3.1.C2(3)', page: 4 }, { id: '3.2.C3', page: 5 }]);
    assert.deepEqual([report.missing, report.doubtful, report.headings], [[], [], []]);
  });

  it('takes pages from marks where there are no form feeds, and has none where there is neither', () => {
    assert.deepEqual(imported(`--- Page 41 ---\n${umbrella('1. 傘は')}\n--- Page 42 ---\n乾かす。`).items, [{ id: '3.11.C1', text: '傘は乾かす。', page: 41 }]);
    assert.deepEqual(imported(umbrella('1. 傘は乾かす。')).items, [{ id: '3.11.C1', text: '傘は乾かす。' }]);
    assert.equal(imported(umbrella('1. 傘は乾かす。')).pages, 0);
  });

  it('reads every line ending and full-width digits alike', () => {
    const expected = texts(DOCUMENT);
    assert.deepEqual(texts(`\ufeff${DOCUMENT.replaceAll('\n', '\r\n')}`), expected);
    assert.deepEqual(texts(DOCUMENT.replace('1. ⻑い', '１．　⻑い').replace('(2) 閉める', '（２） 閉める').replace('D. 推奨', 'Ｄ．　推奨')),
      { ...expected, '3.1.C2': expected['3.1.C2']!.replace('(2)', '（２）') });
  });

  it('leaves out what stands where a number is missing', () => {
    const report = imported('3.2 遠くの部屋と紙をやり取りするときの封筒の選び方\nC. 最低限のガイドライン\n1. 封筒は茶色とする。\n3. 切手を貼ること。');
    assert.deepEqual(report.items, []);
    assert.deepEqual(report.doubtful, [
      { id: '3.2.C1', doubt: 'sequence', line: '3. 切手を貼ること。' }, { id: '3.2.C3', doubt: 'sequence', line: '3. 切手を貼ること。' }]);
    assert.ok(report.missing.includes('3.2.C1') && report.missing.includes('3.2.C2'));
  });

  it('leaves out what is found twice', () => {
    const report = imported(umbrella('1. 傘は乾かす。', '【雪の日】', '1. 傘は払う。'));
    assert.deepEqual(report.items, []);
    assert.deepEqual(report.doubtful.map(({ id, doubt }) => [id, doubt]), [['3.11.C1', 'twice'], ['3.11.C1', 'twice']]);
  });

  it('leaves out an item that may run into a heading, and what is behind a heading with another title', () => {
    const report = imported(`${umbrella('1. 傘は乾かす。')}\n3.2 手紙の書き方\nC. 最低限のガイドライン\n1. 手紙は短くする。`);
    assert.deepEqual(report.items, []);
    assert.deepEqual(report.doubtful, [{ id: '3.11.C1', doubt: 'heading', line: '3.2 手紙の書き方' }]);
    assert.deepEqual(report.headings, [{ id: '3.2', line: '3.2 手紙の書き方' }]);
  });

  it('goes on where a wrapped line begins like a heading that the table of contents does not list', () => {
    for (const number of ['1.2', '3.4', '9.1']) {
      const report = imported(DOCUMENT.replace('夜は箱に入れ、箱は棚の\n上に戻すこと。', `夜は箱に入れ、箱は規格\n${number} 対応とすること。`));
      assert.equal(report.items.find(({ id }) => id === '3.1.C1')?.text, `長い鍵は、文鎮の下に置くこと。夜は箱に入れ、箱は規格${number} 対応とすること。`, number);
      assert.deepEqual([report.missing, report.doubtful, report.headings], [imported(DOCUMENT).missing, [], []], number);
    }
  });

  it('loses one item where that is a number lower than the section’s, and nothing tells what is a heading', () => {
    const wrapped = (number: string): ReturnType<typeof imported> => imported(umbrella('1. 傘は', `${number} 対応とする。`, '2. 傘は乾かす。', '3. 傘は振る。'));
    assert.deepEqual(wrapped('1.2').doubtful, [{ id: '3.11.C1', doubt: 'heading', line: '1.2 対応とする。' }]);
    assert.deepEqual(wrapped('1.2').unknown.map(({ id }) => id), ['3.11.C2', '3.11.C3']);
    assert.deepEqual(wrapped('3.12').unknown, [], 'a higher one may begin another section');
  });

  it('never gives a section the items of one whose heading was lost', () => {
    const report = imported(`${umbrella('1. 傘は乾かす。')}\nC. 最低限のガイドライン\n1. 帽子を脱ぐ。`);
    assert.deepEqual(report.items.map(({ text }) => text), ['傘は乾かす。']);
  });

  it('leaves out numbers with nothing behind them, and sub-items out of order', () => {
    assert.deepEqual(imported(umbrella('1.')).doubtful, [{ id: '3.11.C1', doubt: 'empty' }]);
    const { items } = imported('3.1 鍵と扉の扱い\nC. 最低限のガイドライン\n1. 鍵\n2. 扉\n(1) 開ける\n(3) 閉める\n3. 札');
    assert.deepEqual(items.map(({ id, text }) => [id, text]), [['3.1.C1', '鍵'], ['3.1.C2', '扉\n(1) 開ける\n(3) 閉める'], ['3.1.C3', '札']]);
  });

  it('says which edition the text names', () => {
    assert.equal(imported(DOCUMENT.replace('第 5.2 版', '第 5.1 版')).edition, '5.1');
    assert.equal(imported(umbrella('1. 傘')).edition, undefined);
    const named = '架空の機器取扱指針 第 5.1 版';
    const behind = (length: number): string | undefined => imported(`${'あ'.repeat(length)}${named}\n${umbrella('1. 傘')}`).edition;
    assert.deepEqual([behind(FIRST_CHARACTERS - named.length), behind(FIRST_CHARACTERS)], ['5.1', undefined]);
  });

  it('finds nothing in what is another document, or none at all', () => {
    for (const text of ['', '\f\f', 'はじめに\n1. 何か\n2. 何か', '\u0000'.repeat(50)]) assert.deepEqual(imported(text).items, [], text);
  });

  it('knows a guideline of another make by its data alone', () => {
    const text = [
      '架空の医療情報取扱指針 第2.0版\n目次\n企画管理編\n7. 情報を預かるときの契約（架空） ..... 2\n', '企画管理編\n第７章 情報を預かるときの契約（架空）\n【遵守事項】\n① 預かる情報の種類を\n契約に書くこと。\n② 期間\n- 2 -\n',
      '企画管理編\n・一年\n・二年\n【解説】\n① 種類とは何か。\n- 3 -\n', '企画管理編\n8. 別の章\n【遵守事項】\n① 別のこと。\n- 4 -\n', 'システム運用編\n3. 利用者の確認（架空）\n【遵守事項】\n①確かめる。\n- 5 -\n',
    ].join('\f');
    const report = imported(text, second);
    assert.deepEqual(report.items, [
      { id: '企画管理編 7①', text: '預かる情報の種類を契約に書くこと。', page: 2 },
      { id: '企画管理編 7②', text: '期間\n・一年\n・二年', page: 2 },
      { id: 'システム運用編 3①', text: '確かめる。', page: 5 },
    ]);
    assert.equal(report.edition, '2.0');
    assert.deepEqual(report.doubtful, []);
  });

  it('knows the layout of the guideline that ships', () => {
    const guideline = catalogue().guidelines[0]!;
    const wrapped = (text: string): string => [...text].map((character, at) => (at > 0 && at % 22 === 0 ? `\n${character}` : character)).join('');
    const told = (id: string): string => `${id} に架空の文を置く。長いので折り返しがあり、次の行に続いている。`;
    const below = (id: string, number: (part: string) => string): string[] => guideline.children(id).flatMap(({ id: child }) => [
      `${number(child.slice(id.length))} ${wrapped(told(child))}`, ...below(child, (part) => `${part}.`)]);
    const sections = guideline.data.sections.map(({ id, title }) => {
      const all = guideline.children(id).map((child) => child.id);
      const block = (family: string, heading: string): string[] => {
        const numbers = all.flatMap((one) => (one.startsWith(`${id}.${family}`) ? [Number(one.slice(id.length + 2))] : []));
        const items = Array.from({ length: Math.max(0, ...numbers) }, (_, at) => `${id}.${family}${at + 1}`);
        return items.length === 0 ? [] : [heading, ...items.flatMap((one, at) => [`${at + 1}. ${wrapped(told(one))}`, ...below(one, (part) => part)])];
      };
      return [`${id}. ${wrapped(title)}`, 'A. 制度上の要求事項', '（架空）', 'B. 考え方', '1. 架空の考え方', ...block('C', 'C. 最低限のガイドライン'), ...block('D', 'D. 推奨されるガイドライン')];
    });
    const lines = sections.flat().join('\n').split('\n');
    const pages = Array.from({ length: Math.ceil(lines.length / 31) }, (_, at) => ['架空の表題', ...lines.slice(at * 31, at * 31 + 31), `- ${at + 1} -`].join('\n'));
    const contents = guideline.data.sections.map(({ id, title }, at) => `${wrapped(`${id}. ${title}`)} ............ ${at + 1}`).join('\n');
    const report = imported([`${guideline.data.title}`, `目次\n${contents}`, ...pages].join('\f'), guideline);
    assert.deepEqual([report.doubtful, report.headings, report.missing], [[], [], []]);
    assert.equal(report.sections.length, guideline.data.sections.length);
    for (const { id, text } of report.items) assert.equal(text.split('\n')[0], told(id));
    assert.ok(report.unknown.every(({ id }) => id.includes('.D')), 'D items are not all listed');
  });

  it('keeps circled numbers on lines of their own, and goes on where a line begins with an amount', () => {
    const guideline = catalogue().guidelines[0]!;
    const { id, title } = guideline.data.sections.find((section) => guideline.children(section.id).some((child) => child.id.endsWith('.C2')))!;
    const found = texts([
      `${id}. ${title}`, 'C. 最低限のガイドライン', '1. 傘は次のとおりとする。', '① 赤い傘を置くこと。ただし、', '②及び③の場合を除く。', '② 青い傘を畳むこと。', '2. 傘の骨の太さは', '1.2 以上とし、長さは', '1.5倍とする。',
    ].join('\n'), guideline);
    assert.equal(found[`${id}.C1`], '傘は次のとおりとする。\n① 赤い傘を置くこと。ただし、②及び③の場合を除く。\n② 青い傘を畳むこと。');
    assert.equal(found[`${id}.C2`]?.replaceAll(' ', ''), '傘の骨の太さは1.2以上とし、長さは1.5倍とする。');
  });

  it('keeps what ends several pages alike, being a sentence', () => {
    const pages = [1, 2, 3, 4].map((number) => `架空の表題\n${number}. 傘${'一二三四'[number - 1]}を乾かす\nこと。\n- ${number} -`);
    const { items, unknown } = imported(`${umbrella()}\f${pages.join('\f')}`);
    assert.deepEqual(items.map(({ text }) => text), ['傘一を乾かすこと。']);
    assert.equal(unknown.length, 3);
  });

  it('reads radicals as what is meant wherever they stand, however many, and leaves all else', () => {
    const [written, meant] = ['⻑い⽂を⿕𠮟る龜⺁', '長い文を龠𠮟る龜⺁'];
    for (const times of [1, 1_000, 100_000]) assert.equal(withoutRadicals(written.repeat(times)), meant.repeat(times));
    for (const other of ['', 'あ', '\ud800い\udc00', '⺀⿖']) assert.equal(withoutRadicals(other), other);
  });

  it('waits for no hostile line', () => {
    // A pattern that tries all of a line would take minutes, more than a test has.
    for (const line of ['.', '. ', '・', '1.', '(1)', '6.1', 'a. ', '　', '【', 'A-'].map((piece) => piece.repeat(100_000))) imported(umbrella('1. 傘', line, `1. ${line}`, `6.1 ${line}`));
  });

  it('takes ten thousand lines, also of one item', () => {
    const lines = (page: number): string[] => Array.from({ length: 50 }, (_, at) => `${page * 50 + at + 1}. ${'長'.repeat(60)}${page}`);
    const { items, unknown } = imported(Array.from({ length: 200 }, (_, page) => (page === 0 ? umbrella(...lines(page)) : lines(page).join('\n'))).join('\f'));
    // Beyond two digits nothing is numbered.
    assert.deepEqual([...items, ...unknown].map(({ id }) => id), Array.from({ length: 99 }, (_, at) => `3.11.C${at + 1}`));
  });

  it('takes ten thousand pages that are alike, and a list that begins anew hundreds of times', () => {
    assert.equal(imported(Array.from({ length: 10_000 }, () => umbrella('1. 傘は乾かす。')).join('\f')).items.length, 0);
    const list = Array.from({ length: 99 }, (_, at) => `${at + 1}. 傘は乾かす。`);
    const { items, doubtful } = imported(umbrella(...Array.from({ length: 400 }, () => list).flat()));
    assert.deepEqual([items.length, doubtful.length > 0], [0, true]);
  }).timeout(10_000);

  describe('stores nothing that a page or a line has torn', () => {
    /** The third section over some pages, each with a head and a foot, cut within its second item. */
    const paged = (head: (page: number) => string, foot: (page: number) => string): string => {
      const bodies = [['3.11 傘', 'C. 最低限のガイドライン', '1. 傘は乾かす。', '2. 次のとおり払う'], ['こと。', '(1) 雪の日は', '外で払う。'], ['(2) 雨の日は', '傘立てで払う。', '3. 傘は置いて帰る'], ['こと。']];
      return bodies.map((lines, at) => [head(at), ...lines, foot(at)].filter((line) => line !== '').join('\n')).join('\f');
    };
    const whole = texts(paged(() => '', () => ''));

    for (const [what, head, foot] of [
      ['a chapter as its running head', () => '3. 部屋と傘の扱い', () => ''],
      ['its own heading as its running head', (page: number) => (page === 0 ? '' : '3.11 傘'), () => ''],
      ['page numbers in brackets', () => '', (page: number) => `(${page + 3})`],
      ['page numbers in wide brackets', () => '', (page: number) => `（${page + 3}）`],
      ['page numbers behind a letter', () => '', (page: number) => `p. ${page + 3}`],
    ] as const) {
      it(`${what}`, () => {
        const found = texts(paged(head, foot));
        assert.deepEqual(found, whole);
        assert.equal(found['3.11.C1'], '傘は乾かす。');
      });
    }

    it('a head that only two pages have, or that is a section’s title', () => {
      for (const head of [(page: number) => (page % 2 === 1 ? '傘と帽子の部' : ''), (page: number) => (page === 1 ? '傘' : '')]) {
        const report = imported(paged(head, () => ''));
        for (const { id, text } of report.items) assert.equal(text, whole[id], id);
        assert.ok(report.doubtful.some(({ doubt }) => doubt === 'running'));
      }
    });

    it('a reference that a new line begins with', () => {
      const found = texts('3.1 鍵\nC. 最低限のガイドライン\n1. 長い鍵。\n2. 次のとおり。\n(1) 開ける。ただし、次の\n(2) の場合を除く。'.replace('3.1 鍵', DOCUMENT.split('\n').find((line) => /^3\.1[ .]/.test(line) && !line.includes('..')) ?? '3.1 鍵'));
      assert.equal(found['3.1.C2(1)'], undefined);
      assert.equal(found['3.1.C2(2)'], undefined);
    });

    it('a title within a sentence', () => {
      const report = imported(umbrella('1. 別冊の', '3.2 遠くの部屋と紙をやり取りするときの封筒の選び方', 'によること。', '2. 傘は乾かす。'));
      assert.deepEqual(report.items, []);
      assert.deepEqual(report.doubtful.map(({ id, doubt }) => [id, doubt]), [['3.11.C1', 'heading']]);
    });

    it('numbers that begin anew in another group', () => {
      const report = imported(umbrella('【雨】', '1. 乾かす。', '【雪】', '1. 払う。', '2. 置く。'));
      assert.deepEqual(report.items, []);
      assert.ok(report.doubtful.some(({ id, doubt }) => id === '3.11.C2' && doubt === 'sequence') || report.missing.includes('3.11.C1'));
    });
  });
});
