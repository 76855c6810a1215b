import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentLinks } from '../../../server/src/features/document-links.ts';
import { translator, type Locale } from '../../../server/src/l10n/translate.ts';
import { readSheet } from '../../../server/src/sheet/read.ts';
import { catalogue } from '../../support/catalogue.ts';
import { HEAD } from '../../support/cursor.ts';

const GUIDELINE = catalogue().guidelines[0]!.data.url;

/** What each linked stretch of the document leads to, in order. */
function links(body: string, { uri = 'file:///home/sds/開示書/a.sds.yaml', head = `${HEAD}回答:\n` } = {}): [string, string][] {
  const document = TextDocument.create(uri, 'sds-yaml', 1, head + body);
  const found = documentLinks({ sheet: readSheet(document, catalogue()), translate: translator('ja'), today: '' });
  return found.map(({ range, target }) => [document.getText(range), decodeURIComponent(target!).replace('file:///home/sds/', '')]);
}

function tooltips(body: string, locale: Locale): string[] {
  const document = TextDocument.create('file:///a/b.sds.yaml', 'sds-yaml', 1, `${HEAD}回答:\n${body}`);
  return documentLinks({ sheet: readSheet(document, catalogue()), translate: translator(locale), today: '' }).map(({ tooltip }) => tooltip!);
}

/** The links of one value among the internal notes. */
const internal = (value: string, uri?: string): [string, string][] => links(`  3: { 回答: はい }\n社内:\n  場所: ${value}\n`, uri === undefined ? {} : { uri });

describe('Links to the guideline', () => {
  it('are its references in lists, remarks and comments, in any width', () => {
    const body = [
      '  #? 6.5.C12 ……', '  3:', '    参照項番: [6.11, ６.１１.Ｃ８] # 6.5.C1', '    備考文: 8.3.C1(1)～(5)による', '  4: { 参照項番：6.6.C2(1)a }', '備考記載欄:', '  1: |-', '    「6.5.C14(4)」', '',
    ].join('\n');
    const named = ['6.5.C12', '6.11', '６.１１.Ｃ８', '6.5.C1', '8.3.C1(1)～(5)', '6.6.C2(1)a', '6.5.C14(4)'];
    assert.deepEqual(links(body), named.map((one) => [one, GUIDELINE]));
    assert.deepEqual(links(body.replaceAll('\n', '\r\n'), { head: `\uFEFF${HEAD}回答:\n`.replaceAll('\n', '\r\n') }), named.map((one) => [one, GUIDELINE]));
  });

  it('say what is published there and where in it to look', () => {
    assert.deepEqual(tooltips('  3: { 参照項番: 6.11.C8 }\n', 'ja'), ['6.11.C8: 「医療情報システムの安全管理に関するガイドライン 第5.2版」が公開されているページを開く（6.11 はPDFの47–53ページ）']);
    assert.match(tooltips('  3: { 参照項番: 6.11.C8 }\n', 'en')[0]!, /open the page where .* is published \(6\.11: pages 47–53 of the PDF\)/);
  });

  it('are none for what it does not have, and for what is no reference', () => {
    assert.deepEqual(links('  3: { 参照項番: [6.5.C99, 5.1.C1] } # 6.11\n  6.11.C8: はい\n'.replace('6.11.C8', '17.1')), []);
    assert.deepEqual(links('  3: { 参照項番: 6.11.C8 }\n', { head: '様式: 不明\n回答:\n' }), []);
  });

  it('are there while the sheet cannot be read', () => {
    assert.deepEqual(links('  3: [1, {]\n  4: { 参照項番: [6.11.C8 }\n  5: "6.5.C12\n'), [['6.11.C8', GUIDELINE], ['6.5.C12', GUIDELINE]]);
  });
});

describe('Links from internal notes', () => {
  it('lead to files, from the sheet\'s folder on', () => {
    assert.deepEqual(internal('docs/規程.pdf'), [['docs/規程.pdf', '開示書/docs/規程.pdf']]);
    assert.deepEqual(internal('規程.pdf'), [['規程.pdf', '開示書/規程.pdf']]);
    assert.deepEqual(internal('../共有/規程'), [['../共有/規程', '共有/規程']]);
    assert.deepEqual(internal('./規程#1.docx'), [['./規程#1.docx', '開示書/規程#1.docx']]);
    assert.deepEqual(internal('docs\\規程.PDF'), [['docs\\規程.PDF', '開示書/docs/規程.PDF']]);
    assert.deepEqual(internal('docs/運用 規程.pdf'), [['docs/運用 規程.pdf', '開示書/docs/運用 規程.pdf']]);
    assert.deepEqual(internal('規程.pdf#page=3'), [['規程.pdf#page=3', '開示書/規程.pdf#page=3']]);
  });

  it('lead to files from the root, on drives and on shares', () => {
    assert.deepEqual(internal('/srv/規程.pdf'), [['/srv/規程.pdf', 'file:///srv/規程.pdf']]);
    assert.deepEqual(internal('C:\\規程\\a.pdf'), [['C:\\規程\\a.pdf', 'file:///C:/規程/a.pdf']]);
    assert.deepEqual(internal('C:¥規程¥a.pdf'), [['C:¥規程¥a.pdf', 'file:///C:/規程/a.pdf']]);
    assert.deepEqual(internal('"C:\\\\規程\\\\a.pdf"'), [['C:\\\\規程\\\\a.pdf', 'file:///C:/規程/a.pdf']]);
    assert.deepEqual(internal('\\\\server\\規程\\a.pdf'), [['\\\\server\\規程\\a.pdf', 'file://server/規程/a.pdf']]);
    assert.deepEqual(internal('file:///srv/a.pdf'), [['file:///srv/a.pdf', 'file:///srv/a.pdf']]);
  });

  it('lead to pages', () => {
    assert.deepEqual(internal('https://wiki.example.com/a_(b)?c=d#e'), [['https://wiki.example.com/a_(b)?c=d#e', 'https://wiki.example.com/a_(b)?c=d#e']]);
    assert.deepEqual(internal('手順は「http://wiki/手順」を参照（https://example.com/x）。'), [['http://wiki/手順', 'http://wiki/手順'], ['https://example.com/x', 'https://example.com/x']]);
    assert.deepEqual(internal('<https://example.com/x>, https://example.com/y.'), [['https://example.com/x', 'https://example.com/x'], ['https://example.com/y', 'https://example.com/y']]);
  });

  it('are found among words and beside one another', () => {
    assert.deepEqual(internal('規程.pdf 第5条、docs/a.xlsx'), [['規程.pdf', '開示書/規程.pdf'], ['docs/a.xlsx', '開示書/docs/a.xlsx']]);
    assert.deepEqual(internal('「docs/規程.pdf」（第5条）'), [['docs/規程.pdf', '開示書/docs/規程.pdf']]);
  });

  it('are found at any depth and in any style', () => {
    const body = [
      '  3:', '    社内: { 根拠: docs/a.pdf, 一覧: [b.pdf, "c.pdf"] }', '  4: { 社内: d.pdf }', '  5:', '    社内：e.pdf # f.pdf', '社内:', '  根拠:', '    - g.pdf', '    - 場所: h.pdf # い',
      '      人: 山田', '    - { 場所: "i.pdf", 別: [./j] }', '  文: |', '    k.pdf', '    参照: ./l', '備考記載欄:', '  1: m.pdf', '',
    ].join('\n');
    const named = ['docs/a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf', 'g.pdf', 'h.pdf', 'i.pdf', './j', 'k.pdf', './l'];
    assert.deepEqual(links(body).map(([text]) => text), named);
    assert.deepEqual(links(body.replaceAll('\n', '\r\n')).map(([text]) => text), named);
  });

  it('are none where it is not clear that something is a path', () => {
    for (const text of [
      '運用管理規程 第5条', '品質保証部', '品質/開発', '10回/月', '24/365', '2023/10/04', '1.1', 'Ver.2', '山田.太郎', 'a@b.pdf', 'example.com/a.html', '運用 規程.pdf', '~', '/', '//', './', '.', '..', '6.5.C12/6.11.C5', '要確認: なし', 'C: はい', 'http://', 'node.js',
    ]) assert.deepEqual(internal(text).filter(([, target]) => target !== GUIDELINE), [], text);
  });

  it('need a folder to begin in', () => {
    assert.deepEqual(internal('docs/a.pdf', 'untitled:Untitled-1'), []);
    assert.deepEqual(internal('/srv/a.pdf', 'untitled:Untitled-1'), []);
    assert.deepEqual(internal('docs/a.pdf', 'vscode-vfs://github/o/r/a.sds.yaml'), [['docs/a.pdf', 'vscode-vfs://github/o/r/docs/a.pdf']]);
    assert.deepEqual(internal('C:\\a.pdf', 'vscode-vfs://github/o/r/a.sds.yaml'), []);
    assert.deepEqual(internal('https://example.com/', 'untitled:Untitled-1'), [['https://example.com/', 'https://example.com/']]);
  });

  it('tell where they lead', () => {
    assert.deepEqual(tooltips('  3: { 社内: [a.pdf, https://example.com/] }\n', 'ja'), ['ファイルを開く: a.pdf', 'ページを開く: https://example.com/']);
    assert.deepEqual(tooltips('  3: { 社内: [a.pdf, https://example.com/] }\n', 'en'), ['Open file: a.pdf', 'Open page: https://example.com/']);
  });

  it('are there while the sheet cannot be read', () => {
    assert.deepEqual(links('  3: [1, {]\n  4: { 社内: [a.pdf }\n社内:\n  b: "c.pdf\n').map(([text]) => text), ['a.pdf', 'c.pdf']);
  });
});
