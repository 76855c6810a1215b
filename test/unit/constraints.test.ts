import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createCatalogue } from '../../server/src/catalogue/catalogue.ts';
import type { ConstraintData } from '../../server/src/catalogue/form.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import { shippedData } from '../support/catalogue.ts';
import { lintText, messageOf } from '../support/sheets.ts';

type Answers = Record<string, string>;

/** A sheet with these answers, in their order; options are written `17.1/記憶`. */
function textOf(answers: [id: string, word: string][]): string {
  const lines: string[] = [];
  for (const [id, word] of answers) {
    const [question, option] = id.split('/');
    if (option === undefined) lines.push(`  ${question}: ${word}`);
    else {
      if (!lines.includes(`  ${question}:`)) lines.push(`  ${question}:`);
      lines.push(`    ${option}: ${word}`);
    }
  }
  return `様式: SDS-4.0\n回答:\n${lines.join('\n')}\n`;
}

/** Where constraints are broken: each finding's rows. */
const broken = (answers: Answers | [string, string][]): string[] =>
  lintText(textOf(Array.isArray(answers) ? answers : Object.entries(answers)))
    .filter(({ rule }) => rule.code === 'premise-mismatch' || rule.code === 'too-few-selected').map(({ rows }) => rows.join(' '));

const NONE = '対象外';
const OPTIONS = ['記憶', '生体認証', '物理媒体', '2要素', 'その他'];
const METHODS = ['59', '60', '61', '62', '63'];
const options = (...words: string[]): Answers => Object.fromEntries(words.map((word, index) => [`17.1/${OPTIONS[index]}`, word]));
const methods = (...words: string[]): Answers => Object.fromEntries(words.map((word, index) => [METHODS[index], word]));
const all = (rows: string[]): string => rows.map((row) => `17.1/${row}`).join(' ');

/** Answers, and the rows of the finding: the one it is on first. */
type Case = [answers: Answers, expected?: string];

const GROUPS: Record<string, Case[]> = {
  'maintenance is outsourced, in 43, 46 and 50, or it is not': [
    [{ 43: 'はい', 46: 'はい', 50: 'はい' }],
    [{ 43: 'いいえ', 46: 'はい', 50: 'いいえ' }],
    [{ 43: NONE, 46: NONE, 50: NONE }],
    [{ 43: 'はい', 46: NONE, 50: 'はい' }, '46 43 50'],
    [{ 43: 'いいえ', 46: 'はい', 50: NONE }, '50 43 46'],
    [{ 43: 'いいえ', 46: NONE, 50: NONE }, '46 43 50'],
    [{ 43: NONE, 46: 'はい', 50: NONE }, '46 43 50'],
    [{ 43: NONE, 46: NONE, 50: 'いいえ' }, '50 43 46'],
    [{ 43: NONE, 46: 'いいえ', 50: 'いいえ' }, '46 43 50'],
  ],
  'remote maintenance is offered, in 75, 48 and 49, or it is not': [
    [{ 48: 'はい', 49: 'はい', 75: '該当' }],
    [{ 48: 'いいえ', 49: 'いいえ', 75: '該当' }],
    // Where no file is sent, 49 does not apply.
    [{ 48: 'はい', 49: NONE, 75: '該当' }],
    [{ 48: NONE, 49: NONE, 75: '非該当' }],
    [{ 48: NONE, 49: 'はい', 75: '該当' }, '48 75 49'],
    [{ 48: NONE, 49: NONE, 75: '該当' }, '48 75 49'],
    [{ 48: 'はい', 49: NONE, 75: '非該当' }, '48 75 49'],
    [{ 48: 'はい', 49: 'はい', 75: '非該当' }, '48 75 49'],
    [{ 48: NONE, 49: 'いいえ', 75: '非該当' }, '49 75 48'],
  ],
  'two factors are at least two methods': [
    [{ 17: 'はい', ...options('はい', 'はい', 'いいえ', 'はい', 'いいえ') }],
    [{ 17: 'はい', ...options('はい', 'はい', 'はい', 'はい', NONE) }],
    [{ 17: 'はい', ...options('はい', 'いいえ', NONE, 'いいえ', 'いいえ') }],
    [{ 17: 'はい', ...options('はい', 'いいえ', NONE, 'はい', 'いいえ') }, all(['2要素', '記憶', '生体認証', '物理媒体'])],
    // Any other method is not among those that are combined.
    [{ 17: 'はい', ...options('いいえ', 'いいえ', 'はい', 'はい', 'はい') }, all(['2要素', '記憶', '生体認証', '物理媒体'])],
    [{ 17: 'はい', ...options('いいえ', 'いいえ', 'いいえ', 'はい', 'いいえ') }, all(['2要素', '記憶', '生体認証', '物理媒体'])],
  ],
  'access control has a method': [
    [{ 17: 'はい', ...options('いいえ', 'いいえ', 'はい', 'いいえ', 'いいえ') }],
    [{ 17: 'はい', ...options(NONE, NONE, NONE, NONE, 'はい') }],
    [{ 17: 'はい', ...options('いいえ', NONE, 'いいえ', NONE, 'いいえ') }, `17 ${all(OPTIONS)}`],
    [{ 17: 'いいえ', ...options('いいえ', 'いいえ', 'いいえ', 'いいえ', 'いいえ') }],
    [{ 17: NONE }],
    [{ 17: 'いいえ', ...options('いいえ', 'いいえ', 'いいえ', 'はい', 'いいえ') }],
  ],
  'there is a communication method': [
    [methods('非該当', '非該当', '該当', '非該当', '非該当')],
    [methods('該当', '該当', '該当', '該当', '該当')],
    [methods('非該当', '非該当', '非該当', '非該当', '非該当'), METHODS.join(' ')],
  ],
};

for (const [what, cases] of Object.entries(GROUPS)) {
  describe(`constraint: ${what}`, () => {
    for (const [answers, expected] of cases) {
      it(`${Object.values(answers).join(' ')}: ${expected ?? 'consistent'}`, () => assert.deepEqual(broken(answers), expected === undefined ? [] : [expected]));
    }

    it('is not judged while one of its rows is unknown', () => {
      for (const [answers, expected] of cases) {
        if (expected === undefined) continue;
        for (const id of expected.split(' ')) {
          const others = Object.entries(answers).filter(([one]) => one !== id);
          assert.deepEqual(broken(others), [], `${id} is missing`);
          for (const word of ['', '○', '[はい]', '{ 備考文: い }']) assert.deepEqual(broken({ ...answers, [id]: word }), [], `${id}: ${word}`);
          assert.deepEqual(broken([...Object.entries(answers), ...(id.includes('/') ? [] : [[id, answers[id]!] as [string, string]])]), id.includes('/') ? [expected] : [], `${id} twice`);
        }
      }
    }).timeout(60_000);
  });
}

describe('a broken constraint', () => {
  it('is reported once for each, and tells the other answers', () => {
    const text = textOf(Object.entries({ 43: NONE, 46: 'はい', 48: 'はい', 49: 'はい', 50: 'はい', 75: '非該当' }));
    const findings = lintText(text).filter(({ rule }) => rule.code === 'premise-mismatch');
    assert.deepEqual(findings.map(({ span, rows, related }) => [text.slice(span.start, span.end), rows, related?.map((one) => text.slice(one.span.start, one.span.end))]), [
      ['はい', ['46', '43', '50'], [NONE, 'はい']],
      ['はい', ['48', '75', '49'], ['非該当', 'はい']],
    ]);
  });

  it('names the rows that differ, and no row that agrees', () => {
    const message = (answers: Answers): string[] => lintText(textOf(Object.entries(answers)))
      .filter(({ rule }) => rule.code === 'premise-mismatch').map((finding) => messageOf(finding).replace(/（.*）/, ''));
    const end = '前提が食い違っています。どちらかの回答を見直してください。';
    assert.deepEqual(message({ 48: 'はい', 49: 'はい', 75: '非該当' }), [`48「はい」、49「はい」は、75「非該当」と${end}`]);
    assert.deepEqual(message({ 48: NONE, 49: 'はい', 75: '該当' }), [`48「対象外」は、75「該当」と${end}`]);
    assert.deepEqual(message({ 48: NONE, 49: 'いいえ', 75: '非該当' }), [`49「いいえ」は、75「非該当」と${end}`]);
    assert.deepEqual(message({ 43: NONE, 46: 'はい', 50: NONE }), [`46「はい」は、43「対象外」と${end}`]);
  });

  it('may be broken by answers in any spelling', () => {
    assert.deepEqual(broken({ 43: '対 象 外', 46: '{ 備考文: い, 回答: は い }', 50: '"対象外"' }), ['46 43 50']);
  });
});

/** A form with constraints of its own. */
function brokenIn(constraints: ConstraintData[], answers: Answers): string[] {
  const data = shippedData();
  data.forms[0]!.constraints = constraints;
  const document = TextDocument.create('file:///sheet.sds.yaml', 'sds-yaml', 1, textOf(Object.entries(answers)));
  return lint(readSheet(document, createCatalogue(data)))
    .filter(({ rule }) => rule.code === 'premise-mismatch' || rule.code === 'too-few-selected').map(({ rows }) => rows.join(' '));
}

describe('rows below gates', () => {
  const about = { ja: '例', en: 'an example' };
  const agree: ConstraintData = {
    kind: 'agree', id: 'agree', about, cases: [[{ row: '3', isNot: [NONE] }, { row: '75.1', isNot: [NONE] }], [{ row: '3', is: [NONE] }, { row: '75.1', is: [NONE] }]],
  };
  const atLeast: ConstraintData = { kind: 'atLeast', id: 'at-least', about, count: 1, rows: ['3', '75.1'], is: ['はい'] };
  const demanded: ConstraintData = { ...atLeast, rows: ['3'], when: { row: '75.1', is: ['はい'] } };

  it('are in constraints while the gate is open', () => {
    assert.deepEqual(brokenIn([agree], { 3: 'はい', 75: '該当', 75.1: NONE }), ['75.1 3']);
    assert.deepEqual(brokenIn([atLeast], { 3: 'いいえ', 75: '該当', 75.1: NONE }), ['3 75.1']);
    assert.deepEqual(brokenIn([demanded], { 3: 'いいえ', 75: '該当', 75.1: 'はい' }), ['75.1 3']);
  });

  for (const [what, gate] of [['closed', { 75: '非該当' }], ['unknown', { 75: '○' }], ['missing', {}]] as const) {
    it(`are in none while the gate is ${what}`, () => {
      for (const below of [{}, { 75.1: NONE }, { 75.1: 'はい' }, { 75.1: 'いいえ' }] as Answers[]) {
        assert.deepEqual(brokenIn([agree, atLeast, demanded], { 3: 'いいえ', ...gate, ...below }), [], JSON.stringify(below));
      }
    });
  }

  it('that the form does not have keep a constraint from being judged', () => {
    assert.deepEqual(brokenIn([{ ...atLeast, rows: ['3', '999'] }], { 3: 'いいえ' }), []);
  });
});
