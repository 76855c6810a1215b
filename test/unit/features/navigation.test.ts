import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { nextProblem } from '../../../server/src/features/navigation/problem.ts';
import { openQuestion, type Direction } from '../../../server/src/features/navigation/open-question.ts';
import { newSheet } from '../../../server/src/features/new-sheet.ts';
import { lint } from '../../../server/src/lint/lint.ts';
import { catalogue } from '../../support/catalogue.ts';
import { at, HEAD } from '../../support/cursor.ts';

/** The document once the command has gone on from `|`: what is selected between ⟨ and ⟩. */
function gone(marked: string, way?: Direction): string {
  const { context, offset, document } = at(marked);
  const found = openQuestion(context, offset, way);
  if (found.kind === 'none' || found.kind === 'unknown-form') return found.kind;
  const text = found.kind === 'question' ? TextDocument.applyEdits(document, found.edits) : document.getText();
  const after = TextDocument.create('', '', 0, text);
  const [start, end] = [after.offsetAt(found.range.start), after.offsetAt(found.range.end)];
  return `${text.slice(0, start)}⟨${text.slice(start, end)}⟩${text.slice(end)}`;
}

const HEADER = `${HEAD}回答:\n`;
/** As above, for what stands in 回答 alone. */
function goneIn(lines: string): string {
  const result = gone(HEADER + lines);
  return result.startsWith(HEADER) ? result.slice(HEADER.length) : result;
}

/** As above, from the top of the sheet. */
function first(lines: string): string {
  return gone(`|${HEADER}${lines}`).replace(HEADER, '');
}

/** A sheet in which every row that may apply is answered, but for the lines that a test changes. */
const FULL = ((): string => {
  const form = catalogue().form('SDS-4.0')!;
  const words = form.rows.filter((row) => row.words.length > 0).map((row) => [row.id, row.kind === 'gate' ? '非該当' : 'はい'] as const);
  return newSheet(catalogue(), form, { header: {}, answers: Object.fromEntries(words) }).replace(/^ *#.*\n/gm, '');
})();

describe('The next open question', () => {
  it('is in the form\'s order, and the first comes behind the last', () => {
    const sheet = FULL.replace('  5: はい', '  5:').replace('  18: はい', '  18: ○');
    assert.match(gone(`|${sheet}`), /\n {2}5:⟨⟩\n/);
    assert.match(gone(sheet.replace('  5:\n', '  5:|\n')), /\n {2}18: ⟨○⟩\n/);
    assert.match(gone(sheet.replace('  20: はい\n', '  20: は|い\n')), /\n {2}5:⟨⟩\n/);
    assert.match(gone(`${sheet}備考記載欄:\n  1: 本文|\n`), /\n {2}5:⟨⟩\n/);
  });

  it('is also the one before', () => {
    const sheet = FULL.replace('  5: はい', '  5:').replace('  18: はい', '  18: ○');
    const back = { backwards: true };
    assert.match(gone(sheet.replace('  18: ○', '  18: |○'), back), /\n {2}5:⟨⟩\n/);
    assert.match(gone(sheet.replace('  5:', '  5:|'), back), /\n {2}18: ⟨○⟩\n/);
    assert.match(gone(`|${sheet}`, back), /\n {2}18: ⟨○⟩\n/);
  });

  it('stays with the only one, and says when there is none', () => {
    assert.match(gone(FULL.replace('  5: はい', '  5: |')), /\n {2}5: ⟨⟩\n/);
    assert.equal(gone(`|${FULL}`), 'none');
    assert.equal(gone('|回答:\n  1: 該当\n'), 'unknown-form');
  });

  it('is looked for in one section where only that is wanted', () => {
    const sheet = FULL.replace('  5: はい', '  5:').replace('  18: はい', '  18: ○').replace('  19: はい', '  19:');
    assert.match(gone(sheet.replace('  19:', '  19:|'), { sectionOf: '16' }), /\n {2}18: ⟨○⟩\n/);
    assert.equal(gone(`|${sheet}`, { sectionOf: '10' }), 'none');
  });

  it('is added where the form has it when the sheet leaves it out, with the cursor behind its colon', () => {
    assert.equal(goneIn('  1: 非該当|\n  3: はい\n'), '  1: 非該当\n  2: ⟨⟩\n  3: はい\n');
    assert.equal(gone(`${HEADER}  1: 非該当|\n`.replaceAll('\n', '\r\n')), `${HEADER}  1: 非該当\n  2: ⟨⟩\n`.replaceAll('\n', '\r\n'));
    assert.equal(goneIn('    1: |非該当\n'), '    1: 非該当\n    2: ⟨⟩\n');
    assert.equal(goneIn('|'), '  1: ⟨⟩\n');
    assert.equal(gone(`\uFEFF${HEAD}回答: { 1: |非該当 }\n`), `\uFEFF${HEAD}回答: { 1: 非該当, 2: ⟨⟩ }\n`);
  });

  it('is added with its question, where the sheet has questions as comments', () => {
    assert.match(goneIn('  #? 8.3 診療録及び診療諸記録の外部保存を受託するか？\n  1: 非該当|\n'), /\n {2}#\? \S+ 扱う情報のリストを医療機関等に提示できるか？\n {2}2: ⟨⟩\n$/);
  });

  it('is added below its heading, which is added too', () => {
    const sheet = FULL.replace(/ {2}17\.1:\n(?: {4}.*\n)+/, '');
    assert.match(gone(`|${sheet}`), /\n {2}17: はい\n {2}17\.1:\n {4}記憶: ⟨⟩\n/);
    assert.match(gone(`|${FULL.replace('    物理媒体: はい\n', '')}`), /\n {4}生体認証: はい\n {4}物理媒体: ⟨⟩\n {4}2要素: はい\n/);
    assert.match(gone(`|${FULL.replace(/ {2}17\.1:\n(?: {4}.*\n)+/, '  17.1: { 記憶: はい }\n')}`), /\n {2}17\.1: \{ 記憶: はい, 生体認証: ⟨⟩ \}\n/);
    assert.match(gone(`|${FULL.replace(/ {2}17\.1:\n(?: {4}.*\n)+/, '  17.1:\n')}`), /\n {2}17\.1:\n {4}記憶: ⟨⟩\n/);
  });

  it('begins 回答 where the sheet has none yet', () => {
    assert.match(gone(`|${HEAD}`), /\n回答:\n {2}1: ⟨⟩\n$/);
  });

  it('is answered where its answer is to stand', () => {
    assert.equal(first('  1: \n'), '  1: ⟨⟩\n');
    assert.equal(first('  1:\n'), '  1:⟨⟩\n');
    assert.equal(first('  1:   # まだ\n'), '  1: ⟨⟩  # まだ\n');
    assert.equal(first('  1: ""\n'), '  1: ⟨""⟩\n');
    assert.equal(first('  1:\n    回答:\n    備考文: 本文\n'), '  1:\n    回答:⟨⟩\n    備考文: 本文\n');
    assert.equal(first('  1:\n    備考文: 本文\n'), '  1:\n    回答: ⟨⟩\n    備考文: 本文\n');
    assert.equal(first('  1: { 備考文: 本文 }\n'), '  1: { 回答: ⟨⟩, 備考文: 本文 }\n');
  });

  it('is what is to be mended, where something stands there', () => {
    assert.equal(first('  1: ○\n'), '  1: ⟨○⟩\n');
    assert.equal(first('  1: 該当\n  1: 非該当\n'), '  1: 該当\n  ⟨1⟩: 非該当\n');
    assert.equal(first('  1: [該当]\n'), '  1: ⟨[該当]⟩\n');
    assert.match(gone(`|${FULL.replace(/ {2}17\.1:\n(?: {4}.*\n)+/, '  17.1: はい\n')}`), /\n {2}17\.1: ⟨はい⟩\n/);
    assert.equal(gone(`|${HEAD}回答: はい\n`), `${HEAD}回答: ⟨はい⟩\n`);
  });

  it('is nothing that is left out while the text cannot be read: that comes first', () => {
    const broken = FULL.replace('  5: はい\n', '').replace('  18: はい', '  18: [');
    assert.doesNotMatch(gone(`|${broken}`), /\n {2}5:/);
    assert.match(gone(`|${FULL.replace('  18: はい', '  18: はい: はい')}`), /18: [^\n]*⟨/);
  });
});

describe('The next problem', () => {
  /** The text at the problem that comes next. */
  const problem = (marked: string, way?: Direction): string | undefined => {
    const { context, offset, document } = at(marked);
    const range = nextProblem(context, lint(context.sheet), offset, way);
    return range && document.getText(range);
  };
  /** Findings on the key 回答, on 5, on 16 and on 18. */
  const sheet = `${HEADER}  3: はい\n  5: ○\n  16: y\n  18: x\n`;
  const from = (place: string, way?: Direction): string | undefined => problem(sheet.replace(place, `|${place}`), way);

  it('is in the document\'s order, and the first comes behind the last', () => {
    assert.equal(from('様式'), '回答');
    assert.equal(from('回答'), '○');
    assert.equal(from('○'), 'y');
    assert.equal(from('x'), '回答');
    assert.equal(from('x', { backwards: true }), 'y');
    assert.equal(from('回答', { backwards: true }), 'x');
  });

  it('is looked for in one section where only that is wanted', () => {
    assert.equal(from('x', { sectionOf: '16' }), 'y');
    assert.equal(from('x', { sectionOf: '3' }), '○');
    assert.equal(from('x', { sectionOf: '10' }), undefined);
  });

  it('is none where nothing is found but hints', () => {
    const { context } = at(`|${HEAD.replace('1.1', '1.10')}`);
    const findings = lint(context.sheet).filter(({ severity }) => severity === 'hint');
    assert.deepEqual(findings.map(({ rule }) => rule.code), ['ambiguous-number']);
    assert.equal(nextProblem(context, findings, 0), undefined);
    assert.equal(nextProblem(context, [], 0), undefined);
  });
});
