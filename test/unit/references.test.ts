import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { GrammarData, GuidelineData } from '../../server/src/catalogue/guideline.ts';
import { membersBetween } from '../../server/src/catalogue/reference-range.ts';
import { ReferenceGrammar } from '../../server/src/catalogue/references.ts';

const data = parse(readFileSync(new URL('../../schemas/guidelines/mhlw-5.2.yaml', import.meta.url), 'utf8')) as GuidelineData;
const grammar = new ReferenceGrammar(data.grammar);

/** A guideline that is written in quite another way. */
const volumes: GrammarData = {
  levels: [
    { name: 'volume', pattern: '(?:概説|経営管理|企画管理|システム運用)編', separator: '', label: { ja: '編', en: 'volume' } },
    { name: 'chapter', pattern: '[1-9][0-9]*', separator: ' ', label: { ja: '章', en: 'chapter' } },
    { name: 'clause', pattern: '[①-⑳㉑-㉟]', separator: '', label: { ja: '項', en: 'clause' } },
  ],
  runningTextLevel: 'chapter',
  range: '～',
  keep: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓',
};
const other = new ReferenceGrammar(volumes);

const written = (text: string, by = grammar): string[] => by.findInText(text).map((found) => found.reference.canonical);

describe('ReferenceGrammar.parse', () => {
  const same: [string, string][] = [
    ['6.11', '6.11'],
    ['6.11.C8', '6.11.C8'],
    ['6.5.C14(4)', '6.5.C14(4)'],
    ['6.6.C2(1)a', '6.6.C2(1)a'],
    ['6.8.D1', '6.8.D1'],
    ['６.１１.Ｃ８', '6.11.C8'],
    ['６．１１．Ｃ８', '6.11.C8'],
    ['6.11.c8', '6.11.C8'],
    ['6.5.C14 (1)', '6.5.C14(1)'],
    ['6.5.C14（１）', '6.5.C14(1)'],
    ['6.5.C14⑴', '6.5.C14(1)'],
    ['6.6.ｃ２（１）Ａ', '6.6.C2(1)a'],
    [' 6 . 11\u3000. C8 ', '6.11.C8'],
    ['8.3.C1(1)～(5)', '8.3.C1(1)～(5)'],
    ['8.3.C1(1)〜(5)', '8.3.C1(1)～(5)'],
    ['8.3.C1(1)~(5)', '8.3.C1(1)～(5)'],
    ['8.3.C1 (1) ～ (5)', '8.3.C1(1)～(5)'],
    ['8.3.C1(1)～8.3.c1(5)', '8.3.C1(1)～(5)'],
    ['8.3.C1(1)～C1(5)', '8.3.C1(1)～(5)'],
    ['6.11.C1～C5', '6.11.C1～C5'],
    ['6.11.C1～6.11.C5', '6.11.C1～C5'],
    ['6.6.C2(1)a～D', '6.6.C2(1)a～d'],
    ['6.5～6.8', '6.5～6.8'],
  ];
  for (const [text, canonical] of same) {
    it(`reads ${text} as ${canonical}`, () => {
      assert.equal(grammar.parse(text)?.canonical, canonical);
      assert.deepEqual(grammar.parse(canonical), grammar.parse(text));
    });
  }

  for (const text of ['', ' ', '6', '6.', '6.11.', '.C8', 'C8', '6.11.B1', '6.11.C', '6.11.C0', '06.11.C8', '6.011', '6.11.C8x', '6.11.C8.1', '6.11C8',
    '6.11.C8、6.11.C9', '6.11.C8(1)ab', '6.11.C1～', '～C5', '6.11.C1～(5)', '6.11.C1～6.12.C5', '8.3.C1(1)～C2(5)', '8.3.C1(1)～5', '6.11.C1～C3～C5', 'x6.11', '6.11\u200b']) {
    it(`does not take ${JSON.stringify(text)} for a reference`, () => assert.equal(grammar.parse(text), undefined));
  }

  it('says what the parts are', () => {
    assert.deepEqual(grammar.parse('６.６.ｃ２(1)a〜d'), {
      canonical: '6.6.C2(1)a～d',
      parts: [
        { level: 'section', text: '6.6' },
        { level: 'item', text: 'C2' },
        { level: 'sub', text: '(1)' },
        { level: 'leaf', text: 'a' },
      ],
      last: 'd',
    });
  });

  it('reads its own canonical spelling back, however it is disguised', () => {
    const number = fc.integer({ min: 1, max: 30 });
    const canonical = fc.tuple(number, number, fc.constantFrom('C', 'D'), number, fc.option(number), fc.option(fc.constantFrom('a', 'b', 'z')))
      .map(([chapter, section, family, item, sub, leaf]) => `${chapter}.${section}.${family}${item}${sub === null ? '' : `(${sub})${leaf ?? ''}`}`);
    fc.assert(fc.property(canonical, fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), { minLength: 20, maxLength: 20 }), (id, how) => {
      const disguised = [...id].map((character, index) => {
        const [wide, lower, spaced] = how[index % how.length] ?? [];
        const cased = lower === true ? character.toLowerCase() : character;
        return (wide === true ? String.fromCharCode(cased.charCodeAt(0) + 0xfee0) : cased) + (spaced === true ? '\u3000' : '');
      }).join('');
      assert.equal(grammar.parse(disguised)?.canonical, id);
    }));
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'6.1Cc8()（）～~ a①編概説') }), (text) => {
      const reference = grammar.parse(text);
      if (reference !== undefined) assert.deepEqual(grammar.parse(reference.canonical), reference);
      grammar.findInText(text);
      other.findInText(text);
    }));
  });
});

describe('ReferenceGrammar.expand', () => {
  const cases: [string, string[]][] = [
    ['6.11.C8', ['6.11.C8']],
    ['8.3.C1(1)～(5)', ['8.3.C1(1)', '8.3.C1(2)', '8.3.C1(3)', '8.3.C1(4)', '8.3.C1(5)']],
    ['6.11.C9～C11', ['6.11.C9', '6.11.C10', '6.11.C11']],
    ['6.6.C2(1)a～c', ['6.6.C2(1)a', '6.6.C2(1)b', '6.6.C2(1)c']],
    ['6.9～6.11', ['6.9', '6.10', '6.11']],
    ['8.3.C1(2)～(2)', ['8.3.C1(2)']],
    ['8.3.C1(5)～(1)', ['8.3.C1(5)', '8.3.C1(1)']],
    ['8.3.C1(1)～(99999999999)', ['8.3.C1(1)', '8.3.C1(99999999999)']],
    ['6.5.C1～D5', ['6.5.C1', '6.5.D5']],
    ['6.12～7.1', ['6.12', '7.1']],
  ];
  for (const [range, members] of cases) {
    it(`takes ${range} apart`, () => {
      const reference = grammar.parse(range);
      assert.ok(reference);
      assert.deepEqual(grammar.expand(reference), members);
    });
  }

  it('counts a hundred and no more', () => {
    assert.equal(membersBetween('C1', 'C100', '')?.length, 100);
    assert.equal(membersBetween('C1', 'C101', ''), undefined);
    assert.equal(membersBetween('a', 'C', ''), undefined);
  });
});

describe('ReferenceGrammar levels', () => {
  it('knows what holds a reference', () => {
    assert.equal(grammar.parentOf('6.6.C2(1)a'), '6.6.C2(1)');
    assert.equal(grammar.parentOf('6.6.C2(1)'), '6.6.C2');
    assert.equal(grammar.parentOf('6.6.C2'), '6.6');
    assert.equal(grammar.parentOf('6.6'), undefined);
    assert.equal(grammar.parentOf('8.3.C1(1)～(5)'), '8.3.C1');
    assert.equal(grammar.parentOf('x'), undefined);
  });

  it('names the level', () => {
    assert.deepEqual(['6.6', '6.6.C2', '6.6.C2(1)', '6.6.C2(1)a', '8.3.C1(1)～(5)', 'x'].map((id) => grammar.levelOf(id)), ['section', 'item', 'sub', 'leaf', 'sub', undefined]);
  });
});

describe('ReferenceGrammar.findInText', () => {
  it('finds what stands in a long text whose characters become many, at its place', () => {
    const many = '㌖'.repeat(2_000);
    assert.deepEqual(written(many), []);
    const text = `${many} ６．１１．Ｃ８ ${many}、6.5.C12`;
    assert.deepEqual(grammar.findInText(text).map(({ start, end, written: as }) => [start, end, as]), [[2_001, 2_008, '６．１１．Ｃ８'], [4_010, 4_017, '6.5.C12']]);
  });

  const cases: [string, string[]][] = [
    ['6.11.C8', ['6.11.C8']],
    ['項番6.11.C8に基づく', ['6.11.C8']],
    ['対策は6.11.C8と6.5.C14(4)。', ['6.11.C8', '6.5.C14(4)']],
    ['(6.11.C8) [6.5.C12、6.11.C5]', ['6.11.C8', '6.5.C12', '6.11.C5']],
    ['６．１１．Ｃ８、６.５.ｃ１４（４）', ['6.11.C8', '6.5.C14(4)']],
    ['6.11.c8.', ['6.11.C8']],
    ['6.11.C8. 6.8.d1', ['6.11.C8', '6.8.D1']],
    ['8.3.C1(1)〜(5)を満たす', ['8.3.C1(1)～(5)']],
    ['6.11.C1～6.11.C5', ['6.11.C1～C5']],
    ['6.11.C1～6.12.C2', ['6.11.C1', '6.12.C2']],
    ['6.11.C1～すべて', ['6.11.C1']],
    ['6.11.C8-6.11.C10', ['6.11.C8', '6.11.C10']],
    // Not without C or D.
    ['TLS 1.2、6.11、6.5～6.8、第5.2版', []],
    // Something on the left.
    ['16.11.C8', ['16.11.C8']],
    ['v6.11.C8 ｖ6.11.C8 .6.11.C8 1.6.11.C8 ．６.11.C8', []],
    // Something on the right.
    ['6.11.C8x 6.11.C8ｘ 6.11.C8.1 6.11.Cx', []],
    ['6.11.C8(注1)', ['6.11.C8']],
    ['6.5.C14(1)LDAP', ['6.5.C14(1)']],
    ['6.6.C2(1)a社 6.6.C2(1)A社', ['6.6.C2(1)a', '6.6.C2(1)']],
    // Spaces separate in prose.
    ['6.11. C8 6 .11.C8', []],
    ['6.5.C14 (1)', ['6.5.C14']],
    ['6.11.C8 12時', ['6.11.C8']],
    ['6.11.C1 ～ C5', ['6.11.C1']],
    ['6.11.C8\n6.11.C9', ['6.11.C8', '6.11.C9']],
    // Bullets and footnote marks are no digits of it.
    ['①6.11.C8②6.11.C9', ['6.11.C8', '6.11.C9']],
    ['⒈6.11.C8², №6.11.C9①', ['6.11.C8', '6.11.C9']],
    ['6.5.C14⑴', ['6.5.C14(1)']],
  ];
  for (const [text, expected] of cases) {
    it(`finds ${expected.join(', ') || 'nothing'} in ${JSON.stringify(text)}`, () => assert.deepEqual(written(text), expected));
  }

  it('says where they stand, in UTF-16 units of the text', () => {
    const text = '🔐㍿は　６．１１．Ｃ８、8.3.C1(1)〜(5)。';
    assert.deepEqual(grammar.findInText(text).map(({ start, end, written: as }) => [start, end, as]), [[5, 12, '６．１１．Ｃ８'], [13, 26, '8.3.C1(1)〜(5)']]);
    for (const found of grammar.findInText(text)) assert.equal(text.slice(found.start, found.end), found.written);
  });

  it('reads what it found', () => {
    const token = fc.constantFrom('6.11.C8', '６．１１．ｃ８', '8.3.C1(1)～(5)', '(1)', '～', 'a', 'C5', '、', ' ', '。', '①', '1', '.', 'は', 'ｶﾞ', '🔐');
    fc.assert(fc.property(fc.array(token).map((tokens) => tokens.join('')), (text) => {
      let behind = 0;
      for (const found of grammar.findInText(text)) {
        assert.ok(found.start >= behind && found.end > found.start && found.end <= text.length);
        assert.equal(text.slice(found.start, found.end), found.written);
        assert.deepEqual(grammar.parse(found.written), found.reference);
        behind = found.end;
      }
    }));
  });

  it('is quick on long text', () => {
    assert.deepEqual(written('1'.repeat(100_000) + '6.'.repeat(50_000)), []);
    assert.equal(written('6.11.C8、'.repeat(10_000)).length, 10_000);
  }).timeout(30_000);
});

describe('ReferenceGrammar.matches', () => {
  const cases: [string, string, number | undefined][] = [
    ['6.11.C8', '', 0],
    ['6.11.C8', '6.', 0],
    ['6.11.C8', '6.11', 0],
    ['6.11.C8', '6.11.C', 0],
    ['6.11.C8', '６．１１．ｃ８', 0],
    ['6.11.C8', 'c8', 1],
    ['6.11.C8', 'Ｃ', 1],
    ['6.11.C8', '.C8', 1],
    ['6.11.C8', '11', 2],
    ['6.11.C8', '8', 2],
    ['6.5.C14(1)', '14(1', 2],
    ['6.5.C14(1)', '(1', 1],
    ['6.5.C14(1)', 'C14 (1', 1],
    ['6.5.C14(1)', '4(1', undefined],
    ['6.11.C8', '611c8', undefined],
    ['6.11.C8', '6.11.C8(1)', undefined],
    ['6.11.C8', 'x', undefined],
  ];
  for (const [id, typed, rank] of cases) {
    it(`ranks ${id} ${rank ?? 'out'} for ${JSON.stringify(typed)}`, () => assert.equal(grammar.matches(id, typed), rank));
  }
});

describe('another guideline\'s grammar', () => {
  it('is read by its own rules', () => {
    assert.deepEqual(other.parse('企画管理編７⑥'), {
      canonical: '企画管理編 7⑥',
      parts: [{ level: 'volume', text: '企画管理編' }, { level: 'chapter', text: '7' }, { level: 'clause', text: '⑥' }],
    });
    assert.equal(other.parse('企画管理編 7 ⑥')?.canonical, '企画管理編 7⑥');
    assert.equal(other.parse('企画管理編 76')?.canonical, '企画管理編 76');
    assert.equal(other.parse('6.11.C8'), undefined);
    assert.equal(other.parentOf('企画管理編 7⑥'), '企画管理編 7');
    assert.equal(other.levelOf('企画管理編 7'), 'chapter');
  });

  it('counts its own characters', () => {
    const range = other.parse('システム運用編 14⑲〜㉑');
    assert.ok(range);
    assert.deepEqual(other.expand(range), ['システム運用編 14⑲', 'システム運用編 14⑳', 'システム運用編 14㉑']);
  });

  it('is found in text with or without its space', () => {
    assert.deepEqual(written('第6.0版企画管理編 7⑥、企画管理編７⑧及びシステム運用編 14④～⑥、概説編', other), ['企画管理編 7⑥', '企画管理編 7⑧', 'システム運用編 14④～⑥']);
  });

  it('is completed', () => {
    assert.deepEqual(['企画', '企画管理編7', '7⑥', '⑥', '6'].map((typed) => other.matches('企画管理編 7⑥', typed)), [0, 0, 1, 1, undefined]);
  });

  it('is refused when it does not hold together', () => {
    assert.throws(() => new ReferenceGrammar({ ...volumes, runningTextLevel: 'item' }), /item/);
    assert.throws(() => new ReferenceGrammar({ ...volumes, levels: [{ name: 'chapter', pattern: '(', separator: '', label: { ja: '章', en: 'chapter' } }] }), SyntaxError);
  });
});
