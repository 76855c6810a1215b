import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, foldWithMap } from '../../server/src/text/fold.ts';

/** Text with what people paste: full width, kana with marks, dashes, waves, spaces, lone surrogates. */
const pasted = fc.array(
  fc.oneof(
    fc.constantFrom(...'６．１１Ｃ８（）～〜~∼-－−–—ーｰｶﾞﾊﾟか゛か\u3099ア①⑴㍿㈱½\u00a0\u3000 \t\n\u200b\ufeff\u02dc\u00b4𠮟\ud83d\udd10'),
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom('\ud800', '\udc00', 'e\u0301', 'q\u0323\u0307', 'q\u0307\u0323', '\u1100\u1161\u11a8', 'ㄱㅏ'),
  ),
  { maxLength: 20 },
).map((parts) => parts.join(''));

describe('fold', () => {
  const cases: [string, string][] = [
    ['６．１１．Ｃ８', '6.11.C8'],
    ['6.5.C14 (1)', '6.5.C14(1)'],
    [' 1 7.\u30003\u00a0', '17.3'],
    ['⽣体認証', '生体認証'],
    ['①', '1'],
    ['⑴', '(1)'],
    ['(1)〜(5)', '(1)～(5)'],
    ['(1)~(5)', '(1)～(5)'],
    ['(1)∼(5)', '(1)～(5)'],
    ['a‐b‑c‒d–e—f―g−h－i﹣j⁻k', 'a-b-c-d-e-f-g-h-i-j-k'],
    ['サーバｰ', 'サーバー'],
    ['ｶﾞｲﾄﾞﾗｲﾝ', 'ガイドライン'],
    ['ﾊﾟｽﾜｰﾄﾞ', 'パスワード'],
    ['か\u3099', 'が'],
    ['か゛', 'が'],
    ['abc', 'abc'],
    ['', ''],
  ];
  for (const [written, expected] of cases) {
    it(`reads ${JSON.stringify(written)} as ${expected}`, () => assert.equal(fold(written), expected));
  }

  it('leaves zero-width characters, which are reported as such', () => {
    assert.equal(fold('6\u200b.1\ufeff'), '6\u200b.1\ufeff');
  });

  it('leaves the case alone', () => assert.equal(fold('6.11.ｃ８'), '6.11.c8'));

  it('keeps what it is told to keep', () => {
    assert.equal(fold('７ ⑥⑦', '⑥'), '7⑥7');
    assert.equal(foldWithMap('７ ⑥⑦', '⑥').text, '7⑥7');
  });

  it('folds what it folded to itself', () => {
    fc.assert(fc.property(pasted, fc.constantFrom('', '①⑥'), (text, keep) => {
      const once = fold(text, keep);
      assert.equal(fold(once, keep), once);
    }));
  });

  it('agrees with NFKC where there is nothing else to unify', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'６Ａａｶﾞﾊﾟか\u3099㍿㈱①漢e\u0301') }), (text) => {
      assert.equal(fold(text), text.normalize('NFKC'));
    }));
  });
});

describe('foldWithMap', () => {
  it('says where each unit came from', () => {
    assert.deepEqual(foldWithMap('㍿ ｶﾞ𠮟'), {
      text: '株式会社ガ𠮟',
      starts: [0, 0, 0, 0, 2, 4, 4],
      ends: [1, 1, 1, 1, 4, 6, 6],
    });
  });

  it('leaves one space for each run when asked to', () => {
    assert.deepEqual(foldWithMap('Ａ \u3000\nＢ', { space: 'single' }), { text: 'A B', starts: [0, 1, 4], ends: [1, 4, 5] });
  });

  it('folds like fold, with offsets that never decrease and stay inside', () => {
    fc.assert(fc.property(pasted, (text) => {
      const folded = foldWithMap(text);
      assert.equal(folded.text, fold(text));
      assert.equal(folded.starts.length, folded.text.length);
      assert.equal(folded.ends.length, folded.text.length);
      folded.starts.forEach((start, unit) => {
        const end = folded.ends[unit] ?? -1;
        assert.ok(start >= 0 && start < end && end <= text.length);
        assert.ok(unit === 0 || (start >= (folded.starts[unit - 1] ?? 0) && end >= (folded.ends[unit - 1] ?? 0)));
      });
    }));
  });

  it('folds a character to what its own source folds to', () => {
    fc.assert(fc.property(pasted, (text) => {
      const folded = foldWithMap(text);
      for (let unit = 0; unit < folded.text.length; unit++) {
        const start = folded.starts[unit] ?? 0;
        const end = folded.ends[unit] ?? 0;
        assert.ok(fold(text.slice(start, end)).includes(folded.text[unit] ?? '?'));
      }
    }));
  });

  it('takes a long run of marks in its stride', () => {
    const text = 'a' + '\u0301'.repeat(50_000);
    assert.equal(foldWithMap(text).ends.at(-1), text.length);
    const mixed = 'か' + '\u0315\u3099'.repeat(100_000);
    assert.equal(fold(mixed), mixed);
  }).timeout(30_000);

  it('composes what has no more marks in a row than a language could have', () => {
    const marks = (count: number): string => `か\u3099${'\u0315'.repeat(count - 1)}`;
    assert.equal(fold(marks(30)), `が${'\u0315'.repeat(29)}`);
    assert.equal(fold(marks(31)), marks(31));
  });
});

describe('folding common text', () => {
  // A character beyond what is common has each looked at closely; it folds to itself and joins nothing.
  const RARE = '𠮟';
  const common = fc.string({ unit: fc.constantFrom(...'aB7.(~-－ー　  、。「（）Ａ１：～〜あがゟヿコ医、・ー？'), maxLength: 30 });

  it('folds every single character of the plane as it folds texts', () => {
    for (let unit = 0x20; unit < 0xd800; unit++) {
      const character = String.fromCharCode(unit);
      assert.equal(foldWithMap(character).text, fold(character), `U+${unit.toString(16)}`);
    }
  }).timeout(30_000);

  for (const space of ['remove', 'single'] as const) {
    it(`is quicker and no different, white space to ${space}`, () => {
      fc.assert(fc.property(common, fc.constantFrom('', '①', '（', 'Ａ'), (text, keep) => {
        const { text: folded, starts, ends } = foldWithMap(`${text}${RARE}`, { keep, space });
        const length = folded.length - RARE.length;
        assert.deepEqual(foldWithMap(text, { keep, space }), { text: folded.slice(0, length), starts: starts.slice(0, length), ends: ends.slice(0, length) });
      }), { numRuns: 2_000, seed: 20_231_004 });
    });
  }
});
