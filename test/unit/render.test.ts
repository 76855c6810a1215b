import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Sheet } from '../../server/src/sheet/model.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import { renderBody } from '../../server/src/render/html.ts';
import { JAPANESE_LABELS } from '../../server/src/render/labels.ts';
import { numberRemarks } from '../../server/src/render/numbering.ts';
import { renderPage } from '../../server/src/render/page.ts';
import { previewFor as preview } from '../support/preview.ts';
import type { RowView, SheetView } from '../../server/src/render/view-model.ts';
import { viewSheet } from '../../server/src/render/view.ts';
import { catalogue } from '../support/catalogue.ts';

const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');
const form = catalogue().form('SDS-4.0')!;

function read(text: string): Sheet {
  return readSheet(TextDocument.create('file:///sheet.sds.yaml', 'sds-yaml', 1, text), catalogue());
}

/** A sheet with these lines below 回答, and these below 備考記載欄. */
function view(answers: string, remarks = '', header = ''): SheetView {
  return viewSheet(read(`様式: SDS-4.0\n${header}回答:\n${answers}\n${remarks && `備考記載欄:\n${remarks}\n`}`));
}

const rowsOf = (sheet: SheetView): RowView[] => sheet.sections.flatMap((section) => section.rows);
const rowOf = (sheet: SheetView, id: string): RowView => rowsOf(sheet).find((row) => row.id === id)!;
const shown = (sheet: SheetView, id: string): (string | undefined)[] => rowOf(sheet, id).remarks.map((remark) => remark.number);
const marked = (row: RowView): string[] => row.answers.filter((answer) => answer.mark !== 'none').map((answer) => `${answer.word} ${answer.mark}`);
const table = (sheet: SheetView): string[][] => sheet.remarks.map((remark) => [remark.number, remark.text]);

/** The page itself would drown the message. */
function has(html: string, pattern: RegExp): void {
  assert.ok(pattern.test(html), `does not have ${pattern}`);
}

function lacks(html: string, pattern: RegExp): void {
  const found = pattern.exec(html);
  assert.equal(found && html.slice(Math.max(0, found.index - 60), found.index + 60), null);
}

describe('numbers of remarks', () => {
  it('prints numbers as written, then names and remarks in place in the order of the rows that cite them first', () => {
    const sheet = view(
      '  4: { 回答: はい, 備考: 後 }\n  3: { 回答: はい, 備考文: その場 }\n  2: { 回答: はい, 備考: [先, 5] }\n  5: { 回答: はい, 備考: 先, 備考文: もう一つ }',
      '  後: こ\n  5: ご\n  先: せ\n  2: に',
    );
    assert.deepEqual(table(sheet), [['2', 'に'], ['5', 'ご'], ['6', 'せ'], ['7', 'その場'], ['8', 'こ'], ['9', 'もう一つ']]);
    assert.deepEqual(['2', '3', '4', '5', '6'].map((id) => shown(sheet, id)), [['6', '5'], ['7'], ['8'], ['6', '9'], []]);
  });

  it('gives a name that no row cites the last number', () => {
    assert.deepEqual(table(view('  2: { 回答: はい, 備考文: その場 }', '  余り: よ')), [['1', 'その場'], ['2', 'よ']]);
  });

  it('never gives a remark a number that a row already names', () => {
    const sheet = view('  2: { 回答: はい, 備考: 12 }\n  3: { 回答: はい, 備考文: その場 }', '  1: い');
    assert.deepEqual(rowOf(sheet, '2').remarks, [{ number: '12', dangling: true }]);
    assert.deepEqual(shown(sheet, '3'), ['13']);
  });

  it('counts exactly beyond what floating-point numbers hold', () => {
    assert.deepEqual(shown(view('  2: { 回答: はい, 備考文: あ }', '  9007199254740993: い'), '2'), ['9007199254740994']);
  });

  it('shows a repeated cite once, and keeps the line breaks of a block', () => {
    const sheet = view('  2:\n    回答: はい\n    備考: [1, １, 名, 名]\n    備考文: |\n      一行目\n\n        二行目', '  1: い\n  名: な');
    assert.deepEqual(shown(sheet, '2'), ['1', '2', '3']);
    assert.equal(sheet.remarks[2]?.text, '一行目\n\n  二行目');
    has(renderBody(sheet), /一行目\n\n {2}二行目</);
  });

  it('tells where each remark is written', () => {
    const text = `様式: SDS-4.0\n回答:\n  2: { 回答: はい, 備考文: その場 }\n備考記載欄:\n  1: い\n`;
    const { table: remarks } = numberRemarks(read(text));
    assert.deepEqual(remarks.map(({ span }) => text.slice(span.start, span.end)), ['1: い', 'その場']);
  });

  it('prints the form’s sign where there is none', () => {
    const html = renderBody(view('  2: { 回答: はい, 備考: なし }'));
    has(html, /id="row-2".*<td class="cites">-<\/td>/);
    has(html, /<h2>備考記載欄<\/h2>[^]*<th scope="row">-<\/th>/);
  });
});

describe('the view of a sheet', () => {
  const sheet = viewSheet(read(sample));

  it('has every row of the form in its order, with its answer columns', () => {
    assert.equal(rowsOf(sheet).length, 144);
    assert.deepEqual(rowsOf(sheet).map((row) => row.id), form.rows.map((row) => row.id));
    const ids = [...renderBody(sheet).matchAll(/<tr id="row-([^"]+)"/g)].map((match) => match[1]);
    assert.deepEqual(ids, form.rows.map((row) => row.id));
    for (const row of rowsOf(sheet)) assert.deepEqual(row.answers.map((one) => one.word), form.row(row.id)!.words.map((one) => one.word));
  });

  it('prints header, title and disclaimer as the form does', () => {
    assert.deepEqual(sheet.header.map((field) => [field.label, field.value]), [
      ['作成日', '2023-10-04'], ['サービス事業者', 'リモートメンテナンス株式会社 (仮称)'],
      ['サービス名称', '電子カルテシステムリモート保守サービス'], ['バージョン', '1.1'],
    ]);
    assert.deepEqual(sheet.aside.map((field) => field.label), ['想定システム']);
    const html = renderBody(sheet);
    has(html, /<time datetime="2023-10-04">2023年10月4日<\/time>/);
    assert.ok(html.includes(form.data.disclaimer));
    has(html, /開示書 <span class="caption">\(医療情報システムの安全管理に関するガイドライン第5\.2版対応\)/);
    has(html, /アクセス管理の機能があるか？<\/span><span class="refs"><span class="whole">\(6\.5\.C1\)/);
    has(html, /不正なソフトウェアが混入していないか確認しているか？<\/span><span class="refs"><span class="whole">\(6\.5\.C10、<\/span><span class="whole">6\.5\.C11\)/);
  });

  it('prints the form’s notes where they stand', () => {
    const html = renderBody(sheet);
    has(html, /<tr class="notes"><td colspan="6">59～63の質問は[^]{0,300}<tr id="row-59"/);
    has(html, /下記対象<\/td><\/tr>\n<tr class="section"><th[^>]*><h2>法令で定められた/);
  });

  it('marks what is written, and otherwise only what the answers above leave no doubt of', () => {
    const answers = view('  1: 該当\n  1.1: はい\n  12: いいえ\n  17: はい\n  57.1: ○\n  51: 非該当\n  2: はい\n  2: はい');
    assert.deepEqual(marked(rowOf(answers, '1.1')), ['はい written']);
    assert.deepEqual(['1.2', '12.1', '51.1', '59.1', '57.1', '2'].map((id) => [rowOf(answers, id).state, ...marked(rowOf(answers, id))]), [
      ['missing'], ['implied', '対象外 implied'], ['implied', '対象外 implied'], ['undecided'], ['invalid'], ['repeated'],
    ]);
    assert.equal(rowOf(answers, '57.1').written, '○');
    assert.equal(rowOf(answers, '17.1').state, 'heading');
  });

  it('names the line of every row, or where it would stand', () => {
    const { place } = rowOf(sheet, '17.1/物理媒体');
    has(sample.split('\n')[place.line]!, /^ {4}物理媒体:/);
    assert.equal(place.character, 4);
    const left = view('  1: 該当\n  3:\n    回答: はい\n    備考文: |\n      あ\n\n  17.1:\n    2要素: はい\n');
    const line = (id: string): number => rowOf(left, id).place.line;
    assert.deepEqual([line('1'), line('1.1'), line('3'), line('4'), line('17.1'), line('17.1/記憶'), line('17.1/2要素'), line('17.1/その他'), line('78')],
      [2, 3, 3, 7, 8, 9, 9, 10, 10]);
    assert.equal(rowOf(viewSheet(read('様式: SDS-4.0')), '1').place.line, 0);
  });
});

describe('what must not leave the house', () => {
  const markers = ['MARK-A', 'MARK-B', 'MARK-C', 'MARK-D', 'MARK-E', 'MARK-F', 'MARK-G', 'MARK-H'];
  const secret = `# MARK-A
様式: SDS-4.0
作成日: 2023-10-04 # MARK-B
社内: { 承認: MARK-C }
回答:
  #? MARK-D
  2:
    回答: はい
    要確認: MARK-E
    参照項番: [MARK-F, 6.2.C1]
    社内:
      - MARK-G
  17.1:
    社内: MARK-H
    参照項番: MARK-F
    記憶: { 回答: はい, 社内: MARK-C, 参照項番: MARK-F, 要確認: MARK-E }
`;
  const outputs = (text: string): string[] => {
    const sheet = read(text);
    return [JSON.stringify(viewSheet(sheet)), renderPage(viewSheet(sheet), '')];
  };
  const assertHidden = (text: string): void => {
    for (const output of outputs(text)) {
      for (const word of [...markers, '社内', '要確認', '参照項番']) assert.ok(!output.includes(word), `${word} in ${output.slice(0, 200)}`);
    }
  };

  it('is not in the view or the page', () => assertHidden(secret));

  it('is not in the preview, which tells its author only what is to be confirmed, and what is wrong', () => {
    for (const view of ['form', 'guideline', 'exceptions'] as const) {
      const { html, title } = preview(read(secret), view);
      for (const word of markers.filter((one) => one !== 'MARK-E' && one !== 'MARK-F')) lacks(html + title, new RegExp(word));
    }
    has(preview(read(secret)).html, /要確認：MARK-E/);
  });

  it('is not there either when the form is unknown', () => assertHidden(secret.replace('SDS-4.0', 'SDS-0')));

  it('is not there while the sheet is being typed', function () {
    this.timeout(90_000);
    for (let end = 0; end < secret.length; end += 3) assertHidden(secret.slice(0, end));
  });

  it('stamps a sheet with a provisional answer, also where its text is broken', () => {
    const stamp = /<p class="stamp"><strong>案<\/strong>/;
    has(renderBody(view('  2: { 回答: はい, 要確認: }')), stamp);
    has(renderBody(view('  17.1:\n    記憶:\n      回答: はい\n      要確認: 後で')), stamp);
    has(renderBody(view('  2: [は\n  3:\n    回答: はい\n    要確認: あ')), stamp);
    lacks(renderBody(viewSheet(read(sample))), stamp);
    has(renderPage(view('  2: { 回答: はい, 要確認: }'), ''), /@top-right \{ content: "案/);
  });
});

describe('rendering', () => {
  it('escapes whatever is written', () => {
    const evil = `"'><img src=x onerror=alert(1)></style><script>\u202e&amp;`;
    const quoted = `'${evil.replaceAll("'", "''")}'`;
    const sheet = read(`様式: SDS-4.0\nサービス名称: ${quoted}\n想定システム: ${quoted}\n回答:\n  1: ${quoted}\n  2: { 回答: はい, 備考: ${quoted}, 備考文: ${quoted} }\n備考記載欄:\n  ${quoted}: ${quoted}\n`);
    const page = renderPage(viewSheet(sheet), 'p { color: red } /* </style> */');
    assert.equal(page.match(/<\/style/gi)?.length, 1);
    for (const html of [page, preview(sheet).html, preview(sheet, 'guideline').html, preview(sheet, 'exceptions').html]) {
      lacks(html, /<img|<script|\u202e/);
    }
    for (const html of [page, preview(sheet).html]) assert.ok(html.includes('&lt;img src=x onerror=alert(1)&gt;'));
    const unknown = preview(read(`様式: ${quoted}\n回答:\n  ${quoted}: ${quoted}\n`)).html;
    lacks(unknown, /<img|<script/);
  });

  it('says plainly that the form is unknown, and shows what is written', () => {
    const { html, title } = preview(read('様式: SDS-9.9\n回答:\n  1: はい\n  9: { 回答: いいえ, 備考文: 理由 }\n'));
    assert.equal(title, JAPANESE_LABELS.unknownTitle);
    has(html, /様式「SDS-9\.9」はこのツールに登録されていない/);
    has(html, /使用できる様式: SDS-4\.0/);
    has(html, />9<\/button><\/th><td>いいえ<\/td><td class="cites"><a href="#remark-1">1<\/a>/);
    has(preview(read('')).html, /様式が指定されていない/);
  });

  it('shows the rest of a sheet that is broken, and says that it is', () => {
    const broken = sample.replace('  12: はい', '  12 はい\n  ]: [{').replace('  2: はい', '  2: "はい');
    const sheet = viewSheet(read(broken));
    assert.equal(rowsOf(sheet).length, 144);
    assert.ok(sheet.unreadable.length > 0);
    has(renderBody(sheet, JAPANESE_LABELS, { interactive: true }), /<p class="problem" role="note">読み取れない箇所があり[^<]* <button[^>]*data-line="\d+"/);
  });

  it('leads to the text only where it can', () => {
    const sheet = viewSheet(read(sample));
    has(renderBody(sheet, JAPANESE_LABELS, { interactive: true }), /<tr id="row-17\.3\.1"[^>]* data-line="67" data-character="2"><th scope="row" class="number"><button type="button" class="go"/);
    lacks(renderPage(sheet, ''), /<button|<script|data-line/);
  });

  it('tells beside the preview, and only there, what comments suppress', () => {
    const text = sample.replace('  3: はい', '  3: 丸 # sds-disable-line invalid-answer -- <b>誤植</b>').replace('  4: はい', '  # sds-disable-next-line invalid-answer\n  4: 丸');
    const sheet = read(text);
    const { html: whole } = preview(sheet);
    const aside = whole.slice(whole.indexOf('</article>'));
    has(aside, /<aside class="suppressed">\n<h2>コメントで抑制した指摘（2件）<\/h2>/);
    has(aside, /<li data-line="\d+" data-character="5"><button[^>]*>\d+行目<\/button> 3 の回答に「丸」は[^<]* <code>invalid-answer<\/code> — &lt;b&gt;誤植&lt;\/b&gt;<\/li>/);
    has(aside, /<code>invalid-answer<\/code> — 理由の記載なし/);
    lacks(aside, /unused-remark/);
    for (const html of [renderPage(viewSheet(sheet), ''), preview(read(sample)).html]) {
      lacks(html, /誤植|class="suppressed"/);
    }
  });

  it('never says that a sheet conforms', () => {
    const own = Object.values(JAPANESE_LABELS).join('\n');
    lacks(own, /適合|準拠|合格|問題なし|問題ありません|完了|OK|✓|✔|✅/);
  });
});

describe('the preview for its author', () => {
  const text = 'サービス名称: A\n様式: SDS-4.0\n回答:\n  1: 非該当\n  1.1: はい\n  2: { 回答: はい, 要確認: 開発部 }\n  3: { 回答: いいえ, 備考: 入退室 }\n  8: 対象外\n備考記載欄:\n  入退室: 管理している\n';
  const row = (html: string, id: string): string => html.slice(html.indexOf(`<tr id="row-${id}"`)).split('</tr>', 1)[0]!;

  it('has buttons for the answers, and says which one is chosen', () => {
    const { html } = preview(read(text));
    has(row(html, '1'), /<button type="button" class="choose" tabindex="-1" data-word="非該当" aria-pressed="true" aria-label="1 非該当">/);
    has(row(html, '1'), /data-word="該当" aria-pressed="false"/);
  });

  it('tells what can be filtered by, and how far the sheet is', () => {
    const { html, summary } = preview(read(text));
    has(row(html, '3'), /data-is="no remark[^"]*" data-sections="6\.3" data-cites="\[&quot;入退室&quot;\]"/);
    has(row(html, '2'), /data-is="provisional[^"]*"[^>]*data-provisional="開発部"/);
    has(row(html, '5'), /data-is="open"/);
    assert.deepEqual(summary.filters.map(({ name, label, count }) => `${name} ${label} ${count > 0}`).slice(3, 7), ['no いいえ・非該当 true', 'inapplicable 対象外 true', 'remark 備考あり true', 'provisional 要確認 true']);
    assert.equal(summary.provisional, 1);
    assert.ok(summary.answered < summary.applicable && !summary.broken);
    assert.deepEqual(summary.sections.find(({ id }) => id === '6.2'), { id: '6.2', title: catalogue().guidelineOf(form)!.data.sections.find(({ id }) => id === '6.2')!.title, answered: 1, applicable: 1 });
  });

  it('proposes a number for a new remark that no row names yet', () => {
    const next = (answers: string, remarks: string): string => preview(read(`様式: SDS-4.0\n回答:\n${answers}\n${remarks}`)).summary.nextRemark;
    assert.equal(next('  2: はい', ''), '1');
    assert.equal(next('  2: { 回答: はい, 備考: [３, 名] }', '備考記載欄:\n  1: あ\n  名: い\n'), '4');
    assert.equal(next('  2: { 回答: はい, 備考: 2 }', '備考記載欄:\n  9007199254740993: あ\n'), '9007199254740994');
  });

  it('tells how far each section is, to its author only', () => {
    const text = `様式: SDS-4.0\n回答:\n  1: 非該当\n  3: はい\n`;
    const { html } = preview(read(text));
    has(html, /外部に保存する際の基準\(8\.\)<\/h2><span class="done">回答 1\/1<\/span>/);
    has(html, /\(6\.3\)<\/h2><span class="done">回答 1\/7<\/span>/);
    assert.doesNotMatch(renderBody(viewSheet(read(text))), /class="done"/);
  });

  it('shows findings where they stand, and the others above the form', () => {
    const { html } = preview(read(text));
    has(row(html, '1.1'), /<li class="error"><button type="button" class="problem" data-line="\d+" data-character="\d+" data-code="inconsistent-answer"/);
    has(html.slice(0, html.indexOf('<table class="header">')), /data-code="missing-answer"/);
  });

  it('tells its author, and nobody else, what the references in a remark are about', () => {
    const remark = read('様式: SDS-4.0\n回答:\n  2: { 回答: はい, 備考: 1 }\n備考記載欄:\n  1: 6.2.C1 と <６.３.Ｃ１> による\n');
    has(preview(remark).html, /<td><button type="button" class="ref" data-ref="6\.2\.C1">6\.2\.C1<\/button> と &lt;<button type="button" class="ref" data-ref="６\.３\.Ｃ１">６\.３\.Ｃ１<\/button>&gt; による<\/td>/);
    has(renderBody(viewSheet(remark)), /<td>6\.2\.C1 と &lt;６\.３\.Ｃ１&gt; による<\/td>/);
  });

  it('does not push the form away by what is wrong besides it', () => {
    const remarks = Array.from({ length: 300 }, (_, at) => `  ${at + 1}: 本文 ${at}`).join('\n');
    const { html, summary } = preview(read(`様式: SDS-4.0\n回答:\n  2: はい\n備考記載欄:\n${remarks}\n`));
    const general = html.slice(html.indexOf('<section class="general"'), html.indexOf('</section>'));
    assert.equal(general.match(/<li /g)?.length, 20);
    const others = summary.errors + summary.warnings + summary.others - 20;
    assert.ok(others > 250);
    has(general, new RegExp(`ほか ${others}件の指摘`));
  });

  it('shows the sheet by item of the guideline, with the items that nobody asks', () => {
    const { html } = preview(read(text), 'guideline');
    const item = (id: string): string => html.slice(html.indexOf(`data-item="${id}"`)).split('</tr>', 1)[0]!;
    has(item('6.3.C1'), /<button type="button" class="go">3<\/button> <strong>いいえ<\/strong><span class="remark"> — 管理している<\/span>/);
    has(html, /class="depth-1 uncovered"/);
    has(html, /lang="ja">要旨はこのソフトウェアによる言い換えで、公式の条文ではありません/);
  });

  it('shows exceptions with their reasons, and nothing else', () => {
    const { html } = preview(read(text), 'exceptions');
    assert.deepEqual([...html.matchAll(/<button type="button" class="go">([^<]+)</g)].map(([, id]) => id), ['1', '3', '8']);
    has(html, /<p class="reason">管理している<\/p>/);
    has(html, /<p class="premise">設問の前提：/);
    // 対象外 is told whatever demands it; what is left out was not answered.
    const demanded = preview(read('様式: SDS-4.0\n回答:\n  1: 非該当\n  1.1: 対象外\n  17.3: いいえ\n  17.3.1: { 回答: 対象外, 備考文: 記録がない }\n'), 'exceptions').html;
    assert.deepEqual([...demanded.matchAll(/<button type="button" class="go">([^<]+)</g)].map(([, id]) => id), ['1', '1.1', '17.3', '17.3.1']);
    has(demanded, /<p class="premise">1 が「非該当」のため<\/p>/);
    has(demanded, /<p class="reason">記録がない<\/p>/);
    // That the premise does not hold explains 対象外, and nothing else.
    const no = preview(read('様式: SDS-4.0\n回答:\n  8: いいえ\n'), 'exceptions').html;
    lacks(no, /class="premise"/);
    has(no, /備考なし/);
    has(preview(read('様式: SDS-4.0\n回答:\n  2: はい\n'), 'exceptions').html, /該当する回答はありません/);
  });
});
