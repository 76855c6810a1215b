import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { FormData } from '../../server/src/catalogue/form.ts';
import type { GuidelineData, GuidelineItemData, GuidelineSectionData } from '../../server/src/catalogue/guideline.ts';
import { createGuideline, type Judgement } from '../../server/src/catalogue/guideline-index.ts';

const read = (path: string): string => readFileSync(new URL(`../../schemas/${path}`, import.meta.url), 'utf8');
const data = parse(read('guidelines/mhlw-5.2.yaml')) as GuidelineData;
const guideline = createGuideline(data);

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile<GuidelineData>(JSON.parse(read('guideline.schema.json')) as object);

/** A guideline of quite another make: volumes, chapters as sections, circled clauses, no families that are always complete. */
const otherData: GuidelineData = {
  ...data,
  id: 'other',
  edition: '6.0',
  grammar: {
    levels: [
      { name: 'volume', pattern: '[^0-9\\s]+編', separator: '', label: { ja: '編', en: 'volume' } },
      { name: 'chapter', pattern: '[1-9][0-9]*', separator: ' ', label: { ja: '章', en: 'chapter' } },
      { name: 'clause', pattern: '[①-⑳]', separator: '', label: { ja: '項', en: 'clause' } },
    ],
    runningTextLevel: 'clause',
    range: '～',
    keep: '①②③④⑤⑥⑦⑧⑨⑩',
  },
  families: [{ prefix: '', label: { ja: '遵守事項', en: 'requirement' }, complete: 'marked' }],
  sections: [
    { id: '企画管理編 7', title: '安全管理', pages: [], complete: [''], items: [{ id: '企画管理編 7①', digest: '要旨', keywords: [], seen: 'full' }] },
    { id: '企画管理編 8', title: '情報管理', pages: [], items: [] },
  ],
  supersedes: { id: 'mhlw-5.2', items: { '8.3.C2(9)': ['企画管理編 7①'], '6.1': [] } },
};

function everyItem(sections: GuidelineSectionData[]): { item: GuidelineItemData; parent: string }[] {
  const below = (items: GuidelineItemData[], parent: string): { item: GuidelineItemData; parent: string }[] =>
    items.flatMap((item) => [{ item, parent }, ...below(item.children ?? [], item.id)]);
  return sections.flatMap((section) => below(section.items, section.id));
}

describe('guideline data', () => {
  const items = everyItem(data.sections);

  it('is valid by its schema', () => {
    assert.ok(validate(data), ajv.errorsText(validate.errors, { separator: '\n' }));
  });

  it('leaves room for other guidelines', () => {
    assert.ok(validate(otherData), ajv.errorsText(validate.errors, { separator: '\n' }));
  });

  it('is refused with anything that the schema does not know', () => {
    assert.equal(validate({ ...data, asked_by: [] }), false);
    assert.equal(validate({ ...data, sections: [{ ...data.sections[0], items: [{ id: '6.1.C1', digest: 'x', keywords: [], seen: 'maybe' }] }] }), false);
    assert.equal(validate({ ...data, names: { ...data.names, editionPattern: '第(.*)版' } }), false);
  });

  it('has all sections and items', () => {
    assert.equal(data.sections.length, 21);
    assert.equal(items.length, 138);
    const seen = Object.fromEntries(['full', 'partial', 'title-only', 'form-only'].map((level) => [level, items.filter(({ item }) => item.seen === level).length]));
    assert.deepEqual(seen, { full: 41, partial: 27, 'title-only': 12, 'form-only': 58 });
    assert.equal(items.filter(({ item }) => item.v6 !== undefined).length, 7);
    assert.equal(items.filter(({ item }) => item.note !== undefined).length, 35);
    assert.equal(data.sections.filter((section) => section.note !== undefined).length, 7);
  });

  it('holds each id once, in canonical spelling, below its parent', () => {
    const ids = [...data.sections.map((section) => section.id), ...items.map(({ item }) => item.id)];
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.equal(guideline.grammar.parse(id)?.canonical, id);
    for (const { item, parent } of items) assert.equal(guideline.grammar.parentOf(item.id), parent);
  });

  it('lists pages in order', () => {
    for (const { id, pages } of data.sections) assert.deepEqual(pages, [...pages].sort((a, b) => a - b), id);
  });

  it('lists the C items of a section without a gap', () => {
    for (const section of data.sections) {
      const numbers = section.items.flatMap(({ id }) => /\.C([0-9]+)$/.exec(id)?.[1] ?? []).map(Number);
      assert.deepEqual(numbers, numbers.map((_, index) => index + 1), section.id);
    }
  });

  it('says before a digest that it was never checked, and only then', () => {
    assert.deepEqual(Object.entries(data.seenLevels).filter(([, level]) => level.unverified).map(([name]) => name), ['title-only', 'form-only']);
    assert.equal(data.seenLevels['form-only'].label.ja, '原文未確認：質問文からの推定');
  });

  it('names its own edition among the editions', () => assert.ok(data.names.editions.includes(data.edition)));

  it('knows every item that the form cites', () => {
    const form = parse(read('forms/SDS-4.0.yaml')) as FormData;
    const cited = form.sections.flatMap((section) => section.rows.flatMap((row) => row.refs));
    assert.ok(cited.length > 100);
    for (const ref of cited) {
      const reference = guideline.grammar.parse(ref);
      assert.equal(reference?.canonical, ref);
      assert.equal(guideline.judge(reference), 'known', ref);
    }
  });
});

describe('createGuideline', () => {
  it('finds sections and items', () => {
    assert.equal(guideline.section('6.11')?.pages[0], 47);
    assert.equal(guideline.section('6.11.C8'), undefined);
    assert.equal(guideline.item('6.6.C2(1)a')?.seen, 'partial');
    assert.equal(guideline.item('6.11'), undefined);
    assert.equal(guideline.sectionOf('6.6.C2(1)a')?.id, '6.6');
    assert.equal(guideline.sectionOf('6.11.C99(1)')?.id, '6.11');
    assert.equal(guideline.sectionOf('8.3.C1(1)～(5)')?.id, '8.3');
    assert.equal(guideline.sectionOf('6.99.C1'), undefined);
    assert.equal(guideline.sectionOf('x'), undefined);
    assert.deepEqual(guideline.children('6.6').map(({ id }) => id), ['6.6.C1', '6.6.C2']);
    assert.deepEqual(guideline.children('6.6.C2').map(({ id }) => id), ['6.6.C2(1)', '6.6.C2(2)']);
    assert.deepEqual(guideline.children('x'), []);
  });

  it('lists everything in order with its depth', () => {
    assert.equal(guideline.all().length, 21 + 138);
    const from = guideline.all().findIndex(({ id }) => id === '6.6');
    assert.deepEqual(guideline.all().slice(from, from + 8).map(({ id, depth }) => `${depth} ${id}`),
      ['0 6.6', '1 6.6.C1', '2 6.6.C1(1)', '2 6.6.C1(2)', '2 6.6.C1(3)', '1 6.6.C2', '2 6.6.C2(1)', '3 6.6.C2(1)a']);
  });

  it('refuses ids that its grammar cannot read', () => {
    assert.throws(() => createGuideline({ ...data, sections: [{ id: '6.１', title: 'x', pages: [], items: [] }] }), /6\.１/);
  });
});

describe('Guideline.judge', () => {
  const cases: [string, Judgement][] = [
    ['6.11', 'known'],
    ['6.11.C8', 'known'],
    ['6.8.D1', 'known'],
    ['8.3.C1(1)～(5)', 'known'],
    ['6.99', 'unknown'],
    ['6.99.C1(1)', 'unknown'],
    ['6.11.C12', 'unknown'],
    ['6.11.C12(1)a', 'unknown'],
    ['6.11.C10～C12', 'unknown'],
    ['8.2.C1', 'unknown'], // marked: the section has no C item
    ['6.5.D1', 'unsure'],
    ['6.11.D1', 'unsure'],
    ['6.1.C1', 'unsure'],
    ['6.1.C1(1)', 'unsure'],
    ['6.11.C8(1)', 'unsure'],
    ['6.5.C14(6)', 'unsure'],
    ['8.3.C1(1)～(6)', 'unsure'],
  ];
  for (const [text, judgement] of cases) {
    it(`holds ${text} for ${judgement}`, () => {
      const reference = guideline.grammar.parse(text);
      assert.ok(reference);
      assert.equal(guideline.judge(reference), judgement);
    });
  }

  it('goes by the D list where it is marked complete', () => {
    const marked = createGuideline({ ...data, sections: data.sections.map((section) => (section.id === '6.8' ? { ...section, complete: ['D'] } : section)) });
    assert.deepEqual(['6.8.D3', '6.8.D4', '6.5.D1'].map((text) => {
      const reference = marked.grammar.parse(text);
      return reference === undefined ? undefined : marked.judge(reference);
    }), ['known', 'unknown', 'unsure']);
  });

  it('goes by the levels of another guideline', () => {
    const other = createGuideline(otherData);
    const judged = ['企画管理編', '企画管理編 7', '企画管理編 7①', '企画管理編 7②', '企画管理編 8①', '企画管理編 9', '概説編'].map((text) => {
      const reference = other.grammar.parse(text);
      return reference === undefined ? undefined : other.judge(reference);
    });
    assert.deepEqual(judged, ['known', 'known', 'known', 'unknown', 'unsure', 'unknown', 'unknown']);
    assert.deepEqual(other.nearest('企画管理編 7②', 1), ['企画管理編 7①']);
  });
});

describe('Guideline.nearest', () => {
  it('stays in the section that was written', () => {
    assert.deepEqual(guideline.nearest('6.11.C12'), ['6.11.C11', '6.11.C10', '6.11.C2']);
    assert.deepEqual(guideline.nearest('6.11.C99', 1), ['6.11.C9']);
    assert.equal(guideline.nearest('6.5.C14(6)')[0], '6.5.C14(5)');
  });

  it('offers the nearest sections', () => {
    assert.ok(guideline.nearest('6.13').includes('6.12'));
    assert.equal(guideline.nearest('6.13.C1')[0], '6.12.C1');
  });

  it('takes a parsed reference, a range by its end', () => {
    const range = guideline.grammar.parse('6.11.C10～C12');
    assert.ok(range);
    assert.equal(guideline.nearest(range, 1)[0], '6.11.C11');
  });

  it('takes what is no reference', () => {
    assert.equal(guideline.nearest('６.11C8')[0], '6.11.C8');
    assert.equal(guideline.nearest('6-11-c8')[0], '6.11.C8');
    assert.deepEqual(guideline.nearest('なし'), []);
    assert.deepEqual(guideline.nearest(''), []);
  });
});

describe('Guideline.namesOtherEdition', () => {
  const found = (text: string): string[] => guideline.namesOtherEdition(text).map(({ edition }) => edition);
  const cases: [string, string[]][] = [
    ['医療情報システムの安全管理に関するガイドライン 第6.0版に準拠', ['6.0']],
    ['厚生労働省「医療情報システムの安全管理に関するガイドライン」第６版', ['6.0']],
    ['厚生労働省医療情報システムの安全管理に関するガイドライン（第5.1版）', ['5.1']],
    ['安全管理ガイドラインVer.6.0', ['6.0']],
    ['準拠する安全管理ガイドライン（令和5年5月 第6.0版）', ['6.0']],
    ['厚労省の安全管理ガイドライン 7.0版', ['7.0']],
    ['厚生労働省安全管理ガイドライン第5版', ['5']],
    ['安全管理ガイドライン第5.2版及び第6.0版', ['6.0']],
    ['安全管理ガイドライン第5.1版・第6.0版', ['5.1', '6.0']],
    ['安全管理ｶﾞｲﾄﾞﾗｲﾝ　第４．３版', ['4.3']],
    // Its own edition.
    ['医療情報システムの安全管理に関するガイドライン第5.2版対応', []],
    // Another document.
    ['TLS暗号設定ガイドライン 第3.0.1版', []],
    ['運用管理規程 第2版', []],
    ['医療情報を取り扱う情報システム・サービスの提供事業者における安全管理ガイドライン 第2.0版', []],
    ['A社安全管理ガイドライン第2版', []],
    ['安全管理ガイドライン、運用管理規程第2版', []],
    ['安全管理ガイドライン第5.2版、第2版の規程', []],
    // No edition, or none that there is.
    ['安全管理ガイドライン第6章', []],
    ['安全管理ガイドライン 6.11.C8', []],
    ['安全管理ガイドライン第5.9版', []],
    ['第6.0版', []],
  ];
  for (const [text, editions] of cases) {
    it(`finds ${editions.join(', ') || 'none'} in ${text}`, () => assert.deepEqual(found(text), editions));
  }

  it('says where', () => {
    const text = '※ 安全管理ガイドライン（第５．１版）及び第6.0版に対応';
    assert.deepEqual(guideline.namesOtherEdition(text).map(({ start, end }) => text.slice(start, end)), ['安全管理ガイドライン（第５．１版', '6.0版']);
  });
});
