import assert from 'node:assert/strict';
import { suppressionsOf } from '../../server/src/lint/suppressions.ts';
import type { LintOptions } from '../../server/src/lint/lint.ts';
import { lintText, sheet } from '../support/sheets.ts';

/** What a sheet's directives say: where they count, which codes they name, and why. */
const read = (text: string): unknown[] => suppressionsOf(sheet(text)).map(({ line, codes, reason }) => [line, codes.map(({ code }) => code), reason]);

/** The findings of these codes: line, code, and whether and why each is suppressed. */
function found(text: string, options: LintOptions, ...codes: string[]): unknown[] {
  return lintText(text, options).filter((finding) => codes.includes(finding.rule.code))
    .map((finding) => [text.slice(0, finding.span.start).split('\n').length, finding.rule.code, finding.suppressed]);
}

describe('a directive', () => {
  const cases: [what: string, comment: string, expected: unknown[]][] = [
    ['names a code', '# sds-disable-line spelling', [['spelling'], undefined]],
    ['names several, with any comma or none', '# sds-disable-line spelling,missing-answer、 syntax， unknown-key  unused-remark', [['spelling', 'missing-answer', 'syntax', 'unknown-key', 'unused-remark'], undefined]],
    ['gives a reason', '# sds-disable-line spelling -- 先方の書式', [['spelling'], '先方の書式']],
    ['gives a reason with dashes and commas of its own', '# sds-disable-line spelling -- A -- B, C、D', [['spelling'], 'A -- B, C、D']],
    ['gives a reason without a space', '# sds-disable-line spelling --先方の書式', [['spelling'], '先方の書式']],
    ['gives a reason that is empty', '# sds-disable-line spelling --  ', [['spelling'], undefined]],
    ['gives a reason and no code', '# sds-disable-line -- 理由', [[], '理由']],
    ['needs no space behind its #', '#sds-disable-line spelling', [['spelling'], undefined]],
    ['can have a full-width one', '#　sds-disable-line　spelling　-- 理由', [['spelling'], '理由']],
    ['takes full-width dashes, and those that programs join', '# sds-disable-line spelling －－ 理由', [['spelling'], '理由']],
    ['takes a dash that was joined', '# sds-disable-line spelling — 理由', [['spelling'], '理由']],
    ['may have the colon of other tools', '# sds-disable-line: spelling', [['spelling'], undefined]],
    ['takes a reason without its dashes for one thing', '# sds-disable-line spelling, 先方の 書式、例', [['spelling', '先方の 書式、例'], undefined]],
    ['and one in brackets', '# sds-disable-line spelling (see A)', [['spelling', '(see A)'], undefined]],
    ['keeps what is no code', '# sds-disable-line Spelling: 9', [['Spelling:', '9'], undefined]],
  ];
  for (const [what, comment, expected] of cases) {
    it(what, () => assert.deepEqual(read(`様式: SDS-4.0\n回答:\n  3: ○ ${comment}\n`), [[2, ...expected]]));
  }

  it('counts for its line, the next one that says something, or the sheet', () => {
    const text = '# sds-disable a\n\n# sds-disable-next-line b\n\n# c\n様式: SDS-4.0 # sds-disable-next-line d\n回答: # sds-disable-line e\n  3: ○\n  # sds-disable-next-line f\n';
    assert.deepEqual(read(text), [[undefined, ['a'], undefined], [5, ['b'], undefined], [6, ['d'], undefined], [6, ['e'], undefined], [10, ['f'], undefined]]);
  });

  it('for the sheet stands before what the sheet says', () => {
    assert.deepEqual(read('---\n# sds-disable a\n様式: SDS-4.0 # sds-disable b\n# sds-disable c\n回答:\n'), [[undefined, ['a'], undefined]]);
    assert.deepEqual(read('# sds-disable a\n{ 様式: SDS-4.0, # sds-disable b\n  回答: } # sds-disable c\n'), [[undefined, ['a'], undefined]]);
    assert.deepEqual(read('# sds-disable a\n'), [[undefined, ['a'], undefined]]);
    assert.deepEqual(read('- a # sds-disable a\n'), []);
  });

  for (const eol of ['\n', '\r\n', '\r']) {
    it(`has places that any line break (${JSON.stringify(eol)}) and a byte order mark leave right`, () => {
      const text = `\uFEFF# sds-disable a, b${eol}様式: SDS-4.0${eol}回答:${eol}  3: ○ # sds-disable-line c -- d${eol}`;
      const spans = suppressionsOf(sheet(text)).flatMap(({ span, codes }) => [span, ...codes.map((code) => code.span)]);
      assert.deepEqual(spans.map(({ start, end }) => text.slice(start, end)), ['# sds-disable a, b', 'a', 'b', '# sds-disable-line c -- d', 'c']);
    });
  }

  it('behind punctuation that is repaired has its own place', () => {
    const text = '様式：SDS-4.0\n回答：\n　3：｛回答：はい、備考文：あ｝ # sds-disable-line a\n　4：はい　＃ sds-disable-line b\n  5\n  6: はい # sds-disable-line c\n';
    const spans = suppressionsOf(sheet(text)).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(spans, ['# sds-disable-line a', '＃ sds-disable-line b', '# sds-disable-line c']);
  });

  it('is none inside a text', () => {
    for (const value of ['"a # sds-disable-line b"', "'a\n      # sds-disable-line b'", '|\n      # sds-disable-line b', '>-\n      a # sds-disable-line b', 'a#sds-disable-line b', "[ 'a # sds-disable-line b' ]"]) {
      assert.deepEqual(read(`様式: SDS-4.0\n回答:\n  3:\n    回答: はい\n    備考文: ${value}\n    社内: ${value}\n`), [], value);
    }
  });

  it('is not sought in a sheet past the limits', () => assert.deepEqual(read(`# sds-disable a\n${'x'.repeat(1_100_000)}`), []));
});

describe('what is suppressed', () => {
  const text = '# sds-disable spelling -- 書式\n様式: SDS-4.0\n回答:\n  ３: ○ # sds-disable-line invalid-answer, spelling\n  4: ○ # sds-disable-line invalid-answer --  先方の指定 \n  5: ○\n';
  const codes = ['invalid-answer', 'spelling'];

  it('is not reported', () => assert.deepEqual(found(text, {}, ...codes), [[6, 'invalid-answer', undefined]]));

  it('is reported on request, with its reason; the first directive counts', () => {
    assert.deepEqual(found(text, { showSuppressed: true }, ...codes), [
      [4, 'spelling', { reason: '書式' }], [4, 'invalid-answer', {}], [5, 'invalid-answer', { reason: '先方の指定' }], [6, 'invalid-answer', undefined],
    ]);
  });

  it('is not reported where it is turned off, nor on request', () => {
    assert.deepEqual(found(text, { showSuppressed: true, severities: { spelling: 'off', 'invalid-answer': 'off' } }, ...codes), []);
  });

  it('is what begins on the line', () => {
    const sheetText = '様式: SDS-4.0\n回答:\n  3:\n    回答: はい\n    備考文: "一 6.5.Ｃ12\n      6.5.Ｃ13" # sds-disable-line spelling\n';
    assert.deepEqual(found(sheetText, { showSuppressed: true }, 'spelling'), [[5, 'spelling', undefined], [6, 'spelling', {}]]);
  });

  it('is never that the sheet cannot be read, or has no form', () => {
    const broken = '# sds-disable syntax, unknown-form\n様式: SDS-9 # sds-disable-line unknown-form\n回答:\n  3 # sds-disable-line syntax\n';
    assert.deepEqual(found(broken, { showSuppressed: true }, 'syntax', 'unknown-form'), [[2, 'unknown-form', undefined], [4, 'syntax', undefined]]);
  });
});
