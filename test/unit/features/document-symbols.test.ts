import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/document-symbols.ts';
import { translator, type Locale } from '../../../server/src/l10n/translate.ts';
import { HEAD } from '../../support/cursor.ts';
import { sheet } from '../../support/sheets.ts';

/** The outline as text: a line for each symbol, indented, what is behind the name cut at the question. */
function outline(text: string, locale: Locale = 'ja'): string[] {
  const lines = (symbols: DocumentSymbol[], indent: string): string[] => symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail === undefined ? '' : `: ${detail.split(' — ')[0]!}`}`, ...lines(children ?? [], `${indent}  `),
  ]);
  return lines(documentSymbols({ sheet: sheet(text), translate: translator(locale), today: '2026-01-01' }), '');
}

const below = (text: string): string[] => outline(`${HEAD}回答:\n${text}`).slice(5);

describe('Document symbols', () => {
  it('are the header, the sections with their rows and options, and the remarks', () => {
    assert.deepEqual(outline(`${HEAD}回答:\n  2: はい\n  17.1:\n    記憶: はい\n    その他: { 回答: はい, 備考: 1 }\n備考記載欄:\n  1: 入退室を\n  入退室: 管理している\n`), [
      '様式: SDS-4.0',
      '作成日: 2023-10-04',
      'サービス事業者: リモートメンテナンス株式会社',
      'サービス名称: リモート保守サービス',
      'バージョン: 1.1',
      '医療機関等における情報セキュリティマネジメントシステム (ISMS) の実践: 6.2 回答 1/1',
      '  2: はい',
      '技術的安全対策: 6.5 回答 2/11',
      '  17.1: 利用者の認証方式は？',
      '    記憶: はい',
      '    その他: はい',
      '  未回答（9件）: 16、17、17.3、18、19、20、21、22、23',
      '備考記載欄',
      '  1: 入退室を',
      '  入退室: 管理している',
    ]);
  });

  it('show what is unanswered and what contradicts', () => {
    assert.deepEqual(below('  1: 非該当\n  1.1: はい\n  1.2: 対象外\n  2:\n'), [
      '診療録及び診療諸記録を外部に保存する際の基準: 8. 回答 1/1',
      '  1: 非該当',
      '  1.1: ⚠ はい（対象外の設問）',
      '  1.2: 対象外',
      '医療機関等における情報セキュリティマネジメントシステム (ISMS) の実践: 6.2 回答 0/1',
      '  2: 未回答',
    ]);
    assert.match(below('  2: ○\n')[1]!, /2: ⚠ ○（使えない回答）/);
    assert.match(below('  2: はい\n  2: いいえ\n')[2]!, /2: ⚠ いいえ（回答が重複）/);
  });

  it('tell the rows that are left out once, where a section comes twice', () => {
    assert.deepEqual(below('  3: はい\n  2: はい\n  4: はい\n').filter((line) => /未回答/.test(line)), ['  未回答（5件）: 5、6、7、8、9']);
  });

  it('lie within their parents, and in the document', () => {
    const read = sheet(`${HEAD}回答:\r\n  17.1: { 記憶: はい, \r\n    その他: はい }\r\n備考記載欄: { 1: a }`);
    const check = (symbols: DocumentSymbol[], around?: DocumentSymbol): void => symbols.forEach((one) => {
      const [start, end] = [one.range.start, one.range.end, one.selectionRange.start].map((place) => read.document.offsetAt(place));
      assert.ok(start! <= read.document.offsetAt(one.selectionRange.start) && read.document.offsetAt(one.selectionRange.end) <= end!, one.name);
      if (around) assert.ok(read.document.offsetAt(around.range.start) <= start! && end! <= read.document.offsetAt(around.range.end), one.name);
      check(one.children ?? [], one);
    });
    check(documentSymbols({ sheet: read, translate: translator('ja'), today: '2026-01-01' }));
  });

  it('are there while the document is broken, of another form, or of none', () => {
    assert.deepEqual(below('  2: はい\n  3: "開いたまま\n  4: はい\n').slice(0, 3).map((line) => line.trim().split(':')[0]), [
      '医療機関等における情報セキュリティマネジメントシステム (ISMS) の実践', '2', '組織的安全管理対策 (体制、運用管理規程)',
    ]);
    assert.deepEqual(outline('様式: なし\n回答:\n  2: はい\n'), ['様式: なし', '様式にない設問', '  2: はい']);
    assert.deepEqual(outline(''), []);
    assert.deepEqual(outline('"": x\n回答:\n  "": はい\n').slice(-1), ['  —: はい']);
  });

  it('speak English where the editor does', () => {
    assert.ok(outline(`${HEAD}回答:\n  1: 非該当\n  1.1: はい\n  2:\n`, 'en').includes('  1.1: ⚠ はい (does not apply)'));
  });
});
