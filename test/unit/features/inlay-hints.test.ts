import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { InlayHint } from 'vscode-languageserver-types';
import { hintTooltip, inlayHints, type HintData } from '../../../server/src/features/inlay-hints/hints.ts';
import type { Locale } from '../../../server/src/l10n/translate.ts';
import { at, HEAD } from '../../support/cursor.ts';

const ALL = { questions: true, omittedAnswers: true };
const QUESTIONS = { questions: true, omittedAnswers: false };
const OMITTED = { questions: false, omittedAnswers: true };

const answers = (lines: string): string => `${HEAD}回答:\n${lines}`;

/** The hints of a whole sheet, or of one line of it. */
function hints(text: string, shown: Parameters<typeof inlayHints>[2], line?: number): InlayHint[] {
  const { context } = at(`|${text}`);
  const range = { start: { line: line ?? 0, character: 0 }, end: { line: line ?? 9999, character: 0 } };
  return inlayHints(context, range, shown);
}

/** The text with its hints written into it, as an editor draws them: ‹…›. */
function drawn(text: string, shown: Parameters<typeof inlayHints>[2] = ALL): string {
  const { document } = at(`|${text}`);
  const edits = hints(text, shown).map(({ position, label }) => ({ range: { start: position, end: position }, newText: `‹${label as string}›` }));
  return TextDocument.applyEdits(document, edits);
}

const body = (lines: string, shown?: Parameters<typeof inlayHints>[2]): string => drawn(answers(lines), shown).slice(answers('').length);

function tooltip(lines: string, label: string, locale: Locale = 'ja'): string {
  const { context } = at(`|${answers(lines)}`, locale);
  const hint = inlayHints(context, { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }, ALL).find((one) => one.label === label);
  assert.ok(hint, `no hint ${label}`);
  return hintTooltip(hint.data as HintData, context, locale)!.value;
}

describe('Inlay hints of questions', () => {
  it('stand behind the ids of rows and options, shortened', () => {
    assert.equal(body('  3: はい\n  17.1:\n    生体認証: いいえ\n    2要素: { 回答: はい, 備考: 1 }\n', QUESTIONS),
      '  3‹医療情報システムを運用する際に、医療情報…›: はい\n  17.1‹利用者の認証方式は？›:\n    生体認証‹(指紋等)›: いいえ\n    2要素‹上記のうちの2要素を組み合わせた認証 (…›: { 回答: はい, 備考: 1 }\n');
  });

  it('keep away from a row that has its question above it already', () => {
    assert.equal(body('  #? 6.3.C1 医療情報システムを運用する際に、…\n  # 担当: 総務部\n  3: はい\n  # 18 も確認する\n  18: はい\n', QUESTIONS),
      '  #? 6.3.C1 医療情報システムを運用する際に、…\n  # 担当: 総務部\n  3: はい\n  # 18 も確認する\n  18‹時刻情報の正確性を担保する仕組みがあるか…›: はい\n');
  });

  it('say nothing of keys that are no questions, such as the numbers of remarks', () => {
    assert.equal(drawn(`${answers('  99: はい\n')}備考記載欄:\n  1: 本文\n`, QUESTIONS), `${answers('  99: はい\n')}備考記載欄:\n  1: 本文\n`);
  });

  it('stand also where the text is no good YAML, or is read as meant', () => {
    assert.equal(body('  3: "はい\n  １８：はい\n  19: [\n', QUESTIONS), '  3‹医療情報システムを運用する際に、医療情報…›: "はい\n  １８‹時刻情報の正確性を担保する仕組みがあるか…›：はい\n  19‹不正なソフトウェアが混入していないか確認…›: [\n');
    assert.equal(drawn('様式: SDS-4.0\n回答: { 75: 該当, 17.1: { 記憶: はい } }', QUESTIONS), '様式: SDS-4.0\n回答: { 75‹リモートメンテナンスサービスを有している…›: 該当, 17.1‹利用者の認証方式は？›: { 記憶: はい } }');
  });

  it('hold in a document with CRLF and a byte order mark', () => {
    assert.equal(drawn('\uFEFF様式: SDS-4.0\r\n回答:\r\n  17.1:\r\n    記憶: はい\r\n', QUESTIONS), '\uFEFF様式: SDS-4.0\r\n回答:\r\n  17.1‹利用者の認証方式は？›:\r\n    記憶‹(ID・パスワード等)›: はい\r\n');
  });

  it('are those of the lines asked for', () => {
    const text = answers('  3: はい\n  18: はい\n  19: はい\n');
    assert.deepEqual(hints(text, QUESTIONS, 7).map(({ position }) => position), [{ line: 7, character: 4 }]);
  });

  it('tell the question in full', () => {
    assert.match(tooltip('  3: はい\n', '医療情報システムを運用する際に、医療情報…'), /医療情報システム安全管理責任者を設置しているか？/);
  });
});

describe('Inlay hints of answers that are left out', () => {
  it('stand once behind the answer that makes the rows not apply', () => {
    assert.equal(body('  53: 非該当 # 持ち出さない\n  54: はい\n  77: 非該当\n', OMITTED), '  53: 非該当 # 持ち出さない‹53.1–53.8 対象外›\n  54: はい\n  77: 非該当‹77.1–77.3 対象外›\n');
    assert.equal(body('  1:\n    回答: 非該当\n    備考: なし\n', OMITTED), '  1:\n    回答: 非該当‹1.1、1.2 対象外›\n    備考: なし\n');
  });

  it('stand behind the nearest row above, and name no row that is open', () => {
    assert.equal(body('  17.3: はい\n  17.3.2: はい\n', OMITTED), '  17.3: はい\n  17.3.2: はい‹17.3.3、17.4 対象外›\n');
    assert.equal(body('  17: いいえ\n', OMITTED), '  17: いいえ‹17.1–17.2 対象外›\n', 'a heading stands for its options; 17.3 is open');
    assert.equal(body('  17.3: いいえ\n', OMITTED), '  17.3: いいえ‹17.3.1–17.3.3 対象外›\n', '17.4 is open');
  });

  it('stand at each row whose answer is empty, and can be written there', () => {
    const lines = '  1: 非該当\n  1.1:\n  1.2: 対象外\n';
    assert.equal(body(lines, OMITTED), '  1: 非該当\n  1.1:‹対象外›\n  1.2: 対象外\n');
    const [hint] = hints(answers(lines), OMITTED);
    const { document } = at(`|${answers(lines)}`);
    assert.equal(TextDocument.applyEdits(document, hint!.textEdits!), answers('  1: 非該当\n  1.1: 対象外\n  1.2: 対象外\n'));
  });

  it('are silent while nothing can be said', () => {
    for (const lines of ['  1:\n', '  1: ○\n', '  17.3: \n', '  1: 該当\n', '  1: 非該当\n  1: 該当\n']) assert.equal(body(lines, OMITTED), lines);
    assert.equal(drawn('様式: SDS-9\n回答:\n  1: 非該当\n', ALL), '様式: SDS-9\n回答:\n  1: 非該当\n');
  });

  it('do not name a row that stands where YAML gives up', () => {
    assert.equal(body('  1: 非該当\n  76: [\n  1.2: 対象外\n', OMITTED).includes('1.2 対象外›'), false);
  });

  it('tell which questions they are, and what decides', () => {
    const text = tooltip('  53: 非該当\n', '53.1–53.8 対象外');
    assert.match(text, /この開示書では対象外です（53 非該当）。\n\n- \*\*53\\?\.1\*\* リスク分析の結果を受けて/);
    assert.match(tooltip('  17: いいえ\n', '17.1–17.2 対象外', 'en'), /Left out of the sheet\.[^]*\d more$/);
  });

  it('say nothing once the sheet is another', () => {
    const { context } = at(`|${answers('  1: 非該当\n')}`);
    assert.equal(hintTooltip({ uri: '', rows: ['A1'], omitted: true }, context, 'ja'), undefined);
  });
});
