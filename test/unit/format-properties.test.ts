import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatSheet, type FormatOptions, type LineRange } from '../../server/src/edits/format/format.ts';
import { indentEdits } from '../../server/src/edits/format/indent.ts';
import { meaningOf } from '../../server/src/edits/format/meaning.ts';
import { outlineOf } from '../../server/src/edits/format/outline.ts';
import type { Sheet } from '../../server/src/sheet/model.ts';
import { commentsOf } from '../../server/src/sheet/pieces.ts';
import { tokensOf } from '../../server/src/sheet/tokens.ts';
import { answersOf, applyEdits, sheet } from '../support/sheets.ts';
import { mutated, mutatedPart, sample, sheetSoup, soup } from '../support/soup.ts';
import { comments, lost, runs, styled } from '../support/styled.ts';

const OPTIONS: FormatOptions = { tabSize: 2 };
const format = (text: string, options = OPTIONS, range?: LineRange): string => applyEdits(text, formatSheet(sheet(text), options, range));

/** What a reader gets to know of a sheet, with the order of its rows and remarks. */
function said(read: Sheet): unknown {
  return {
    answers: Object.entries(answersOf(read)),
    remarks: read.remarks.map(({ id, text }) => [id, text?.value]),
    header: read.header.map(({ field, value }) => [field.key, value?.value]).sort(),
    // A full-width indentation may be mended on the way.
    notices: read.notices.map(({ kind }) => kind).filter((kind) => kind !== 'punctuation').sort(),
  };
}

const commentsIn = (read: Sheet): string[] => commentsOf(read).map(({ start, end }) => read.document.getText().slice(start, end).trim());
/** Everything but blank, wherever it stands. */
const letters = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');

function check(text: string, options = OPTIONS): void {
  const before = sheet(text);
  const formatted = format(text, options);
  const after = sheet(formatted);
  const what = JSON.stringify([text, formatted]);
  assert.deepEqual(said(after), said(before), what);
  assert.equal(meaningOf(after), meaningOf(before), what);
  const starts = formatSheet(before, options).map(({ span }) => span.start);
  assert.deepEqual(starts, [...new Set(starts)].sort((a, b) => a - b), what);
  assert.deepEqual(lost(commentsIn(before), commentsIn(after)), [], what);
  assert.equal(letters(formatted), letters(text), what);
  assert.equal(formatted.startsWith('\uFEFF'), text.startsWith('\uFEFF'), what);
  if (text.includes('\r\n') && !/(?<!\r)\n|\r(?!\n)/.test(text)) assert.doesNotMatch(formatted, /(?<!\r)\n|\r(?!\n)/, what);
  assert.equal(format(formatted, options), formatted, what);
}

/** The same YAML with more blank, or less, wherever that makes no difference. */
function withOtherBlank(text: string, seeds: number[]): string {
  let at = 0;
  const pick = (...options: string[]): string => options[seeds[at++ % seeds.length]! % options.length]!;
  const tokens = [...tokensOf(text)];
  return tokens.map((token, index) => {
    const [before, behind] = [tokens[index - 1], tokens[index + 1]];
    const isMark = (one: typeof token | undefined, marks: string): boolean => one !== undefined && !one.scalar && one.text.length === 1 && marks.includes(one.text);
    if (token.text === ' ' && !token.scalar && behind && !/^[\s#]/.test(behind.text)) {
      if (isMark(before, '{[') || isMark(behind, '}]')) return pick('', ' ', '  ');
      if (isMark(before, ',')) return pick('', ' ', '   ');
      if (isMark(before, ':')) return pick(' ', '  ', '\t');
    }
    if (/^\r?\n$/.test(token.text) && !token.scalar && before && !/[\n|>+-]$/.test(before.text)) return pick('', ' ', '\t ') + token.text;
    return token.text;
  }).join('');
}

describe('Formatting any text', () => {
  const ends = fc.record({ insertFinalNewline: fc.boolean(), trimFinalNewlines: fc.boolean() }).map((options) => ({ ...OPTIONS, ...options }));

  for (const [what, texts, count] of [['of pieces', soup, 300], ['below 回答', sheetSoup, 300], ['near a sample', mutatedPart, 500]] as const) {
    it(`${what} loses nothing, changes no meaning, and is done at once`, () => {
      fc.assert(fc.property(texts, ends, (text, options) => check(text, options)), runs(count));
    }).timeout(90_000);
  }

  it('of full size does, too', () => {
    fc.assert(fc.property(mutated(sample), ends, (text, options) => check(text, options)), runs(15));
  }).timeout(90_000);
});

describe('Formatting a valid sheet', () => {
  it('loses nothing, changes no meaning, and is done at once', () => {
    fc.assert(fc.property(styled, fc.constantFrom(2, 4), (one, tabSize) => {
      check(one.text, { tabSize });
      assert.deepEqual(lost(comments(one.text), comments(format(one.text))), []);
    }), runs(250));
  }).timeout(90_000);

  it('makes the same of it whatever blank it is written with', () => {
    fc.assert(fc.property(styled, fc.array(fc.nat({ max: 99 }), { minLength: 8, maxLength: 8 }), ({ text }, seeds) => {
      const messy = withOtherBlank(text, seeds);
      assert.deepEqual(said(sheet(messy)), said(sheet(text)), messy);
      assert.equal(format(messy), format(text), messy);
    }), runs(150));
  }).timeout(90_000);

  it('makes the same of it however deeply its maps are indented', () => {
    fc.assert(fc.property(styled, fc.constantFrom(1, 3, 7), ({ text }, unit) => {
      const read = sheet(text);
      const first = read.lines.lines.findIndex((line) => line.role === 'answers');
      const shifted = applyEdits(text, indentEdits(read, outlineOf(read), unit, (at) => at !== first));
      assert.deepEqual(said(sheet(shifted)), said(read), shifted);
      assert.equal(format(shifted), format(text), shifted);
    }), runs(150));
  }).timeout(90_000);

  it('touches only the lines of a range', () => {
    fc.assert(fc.property(styled, fc.nat(), fc.nat({ max: 12 }), ({ text }, from, count) => {
      const lines = text.split('\n');
      const range = { first: from % lines.length, last: Math.min(from % lines.length + count, lines.length - 1) };
      const formatted = format(text, OPTIONS, range);
      const before = lines.slice(0, range.first).join('\n');
      const behind = lines.slice(range.last + 1).join('\n');
      assert.ok(formatted.startsWith(before) && formatted.endsWith(behind) && formatted.length >= before.length + behind.length, JSON.stringify([text, range, formatted]));
      assert.deepEqual(said(sheet(formatted)), said(sheet(text)));
      assert.equal(format(formatted, OPTIONS, range), formatted);
    }), runs(250));
  }).timeout(90_000);
});
