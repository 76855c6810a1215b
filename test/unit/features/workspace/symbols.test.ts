import assert from 'node:assert/strict';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { factsOf } from '../../../../server/src/features/workspace/facts.ts';
import { MOST_SYMBOLS, SymbolSearch } from '../../../../server/src/features/workspace/symbols.ts';
import { catalogue } from '../../../support/catalogue.ts';
import { HEAD } from '../../../support/cursor.ts';
import { sheet } from '../../../support/sheets.ts';

const ONE = `${HEAD.replace('リモート保守サービス', '電子カルテ保守')}回答:\n  75: 該当\n  75.1: はい\n  17.1:\n    記憶: はい\n備考記載欄:\n  1: ICカードで入退室を記録する\n`;
const OTHER = `${HEAD.replace('リモート保守サービス', '画像保管クラウド')}回答:\n  75: 非該当\n  7: いいえ\n  99: はい\n`;

const found = (query: string, texts = { one: ONE, other: OTHER }): WorkspaceSymbol[] => {
  const search = new SymbolSearch(query);
  for (const [name, text] of Object.entries(texts)) search.add(`file:///${name}.sds.yaml`, factsOf(sheet(text)), catalogue());
  return search.results;
};
const names = (query: string): string[] => found(query).map(({ name }) => name);

describe('Workspace symbols', () => {
  it('are the rows of every sheet by their number, with their answers and the sheets that they are of', () => {
    const symbols = found('75');
    assert.deepEqual(symbols.slice(0, 2).map(({ name, containerName }) => [name.slice(0, 9), containerName]), [
      ['75 該当 — リ', 'リモートメンテナンス株式会社 電子カルテ保守 1.1'], ['75 非該当 — ', 'リモートメンテナンス株式会社 画像保管クラウド 1.1'],
    ]);
    assert.match(symbols[0]!.name, /リモートメンテナンスサービスを有しているか？（6\.11\.C8）$/);
    assert.equal(symbols[0]!.kind, SymbolKind.Interface);
    assert.deepEqual(symbols[0]!.location, { uri: 'file:///one.sds.yaml', range: { start: { line: 6, character: 2 }, end: { line: 6, character: 4 } } });
    assert.match(symbols[2]!.name, /^75\.1 はい/);
  });

  it('are rows by the words of their questions and by what they cite', () => {
    const remote = found('リモート').filter(({ kind }) => kind !== SymbolKind.File);
    assert.ok(remote.length >= 3);
    for (const { name } of remote) assert.match(name, /リモート/);
    assert.deepEqual(names('6.11.C8').map((name) => name.split(' ')[0]), ['75', '75.1', '75']);
  });

  it('are rows by their answers, options and unknown questions', () => {
    assert.deepEqual(names('非該当').map((name) => name.split(' ')[0]), ['75']);
    assert.match(names('17.1/記憶')[0]!, /^17\.1\/記憶 はい/);
    assert.deepEqual(names('99'), ['99 はい']);
  });

  it('are services, sections and remarks', () => {
    assert.deepEqual(found('電子カルテ').map(({ name, kind }) => [name, kind]), [['リモートメンテナンス株式会社 電子カルテ保守 1.1', SymbolKind.File]]);
    assert.deepEqual(names('入退室').filter((name) => name.startsWith('備考')), ['備考 1 — ICカードで入退室を記録する']);
    assert.ok(found('技術的安全対策').some(({ kind, name }) => kind === SymbolKind.Namespace && name.includes('（6.5）')));
  });

  it('are found by several words, of which the further ones may be the sheet’s', () => {
    assert.deepEqual(found('75 画像').map(({ containerName }) => containerName), ['リモートメンテナンス株式会社 画像保管クラウド 1.1']);
    assert.deepEqual(names('75　非該当').map((name) => name.split(' ')[1]), ['非該当']);
    assert.deepEqual(names('画像 75'), [], 'the first word is the symbol’s own');
  });

  it('are found whatever the width and case, in a way that editors do not sift out again', () => {
    assert.match(names('７５')[0]!, /^75 該当 .* ［７５］$/);
    assert.match(names('ﾘﾓｰﾄ')[0]!, / ［ﾘﾓｰﾄ］$/);
    assert.deepEqual(names('icカード'), names('ICカード'));
    assert.deepEqual(names('６．１１．ｃ８').length, 3);
  });

  it('are the sheets as long as nothing is typed', () => {
    assert.deepEqual(found('').map(({ kind }) => kind), [SymbolKind.File, SymbolKind.File]);
    assert.deepEqual(names(' 　'), names(''));
  });

  it('are the best ones where there are too many', () => {
    const search = new SymbolSearch('7');
    const facts = factsOf(sheet(OTHER));
    for (let at = 0; at < MOST_SYMBOLS + 5; at++) search.add(`file:///${at}.sds.yaml`, facts, catalogue());
    assert.equal(search.results.length, MOST_SYMBOLS);
    assert.ok(search.results.every(({ name }) => name.startsWith('7 いいえ')));
  });

  it('are none that nobody asks for', () => {
    assert.deepEqual(found('どこにもない'), []);
    assert.deepEqual(found('75', { one: '', other: '様式: なにか\n回答: {}\n' }), []);
  });
});
