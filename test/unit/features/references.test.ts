import assert from 'node:assert/strict';
import { referencesIn, targetAt } from '../../../server/src/features/references.ts';
import { at, HEAD } from '../../support/cursor.ts';
import { checkMarked } from '../../support/marks.ts';
import { sheet } from '../../support/sheets.ts';

/** Checks what is found in the marked document, the declaration with it or not. */
function check(body: string, { declaration = false, head = HEAD }: { declaration?: boolean; head?: string } = {}): void {
  checkMarked(`${head}回答:\n${body}`, (context, offset) => {
    const target = targetAt(context, offset);
    return target ? referencesIn(context.sheet, target, declaration) : [];
  });
}

describe('References of a remark', () => {
  const rows = '  3:\n    回答: はい\n    備考: «1»\n  4: { 回答: はい, 備考: [2, «1»] }\n  5:\n    備考:\n      - «1»\n';

  it('are its citations, from the entry', () => {
    check(`${rows}備考記載欄:\n  1|: 入退室を記録する\n  2: 委託先\n`);
  });

  it('have the entry with them where it is asked for, also from a citation', () => {
    check(`${rows.replace('備考: «1»', '備考: «1|»')}備考記載欄:\n  «1»: 入退室を記録する\n  2: 委託先\n`, { declaration: true });
  });

  it('are found behind comments in brackets and braces', () => {
    check('  3: { 回答: はい, # 1\n    備考: [2, # 1\n# 1\n      «1|», # 1\n     ] }\n備考記載欄: { 2: い, # 1\n  «1»: ろ }\n', { declaration: true });
  });

  it('are those of a name, whatever its spelling', () => {
    check('  3: { 備考: «ＲＳＣ» }\n  4: { 備考: "«RSC|»" }\n備考記載欄:\n  «RSC»: い\n'.replace('"«RSC|»"', '«"RSC|"»'), { declaration: true });
  });

  it('are found through full-width spellings', () => {
    check('  3:\n    備考：［２、«１»］\n  4:\n    備考: «１|»、２\n備考記載欄：\n　　«１»：い\n　　2：ろ\n', { declaration: true });
  });

  it('are those that cite in vain, where there is no entry', () => {
    check('  3: { 備考: «9|» }\n  4: { 備考: [«9», 1] }\n備考記載欄:\n  1: い\n', { declaration: true });
  });

  it('are found in a sheet with a byte order mark and CRLF', () => {
    check(`${rows}備考記載欄:\n  «1|»: い\n`.replaceAll('\n', '\r\n'), { declaration: true, head: `\uFEFF${HEAD.replaceAll('\n', '\r\n')}` });
  });

  it('are found above and below what cannot be read', () => {
    check('  3: { 備考: «1» }\n  4:\n    備考: [«1|», {]\n  5: { 備考: «1» }\n備考記載欄:\n  «1»: い\n', { declaration: true });
    check('  3: { 備考: «1» }\n  [4: x\n  5: { 備考: [«1|», 2] }\n  6:\n    備考: "«1»", 2\n備考記載欄:\n  «1»: い\n'.replace('"«1»"', '«"1"»'), { declaration: true });
  });

  it('are none of the words that mean none', () => {
    check('  3: { 備考: なし| }\n  4: { 備考: なし }\n備考記載欄:\n  1: い\n', { declaration: true });
  });
});

describe('References of a row', () => {
  it('are the rows that its answer decides', () => {
    check('  77|: 該当\n  «77.1»: はい\n  «77.2»: はい\n  78: 該当\n');
    check('  «17|»: はい\n  «17.1»:\n    «記憶»: はい\n    2要素: はい\n  17.3: はい\n'.replace('    2要素', '    «2要素»'), { declaration: true });
  });

  it('are the same from its answer, however it is written', () => {
    for (const answer of ['該|当', '{ 回答: 該|当 }', '\n    回答: "該|当"', '\n    備考文: い\n    回答: 該|当']) check(`  75: ${answer}\n  «75.1»: はい\n`);
  });

  it('are those of an option', () => {
    check('  17: はい\n  17.1:\n    記|憶: はい\n    生体認証: いいえ\n  «17.1.1»: はい\n  «17.1.1.1»: はい\n  17.2: はい\n');
  });

  it('are found in full-width spellings, and below what cannot be read', () => {
    check('  ７|７：該当\n  «７７．１»：はい\n  4: [1, {]\n  «77.2»: はい\n  "76" "1": い\n  «７７.3»: はい\n');
  });
});

describe('References of a guideline item', () => {
  it('are the rows that cite it, and the places that name it', () => {
    check([
      '  «75.1»: はい', '  3:', '    回答: はい', '    参照項番: [6.5.C12, «6.11.C8|»]', '    備考文: «６.１１.Ｃ８»の仕組みによる', '  4: はい # «6.11.C8»を確認',
      '  #? 6.11.C8 リモートメンテナンス', '  5: { 要確認: «6.11.C8», 社内: { 根拠: «6.11.C8» } }', '  6: { 参照項番: 6.11 }',
      '備考記載欄:', '  1: «6.11.C8»のため', '',
    ].join('\n'));
  });

  it('hold for a part the whole item, and for an item its parts', () => {
    check('  3: { 参照項番: «6.5.C14(4)|» }\n  4: { 参照項番: 6.5.C14(5) }\n  5: { 参照項番: «6.5.C14» }\n  6: { 参照項番: 6.5 }\n');
    check('  3: { 参照項番: «6.5.C14(4)» }\n  4: { 参照項番: «6.5.C14(5)» }\n  5: { 参照項番: «6.5.C14|» }\n');
  });

  it('are those of all its items for a section', () => {
    check('  3: { 参照項番: «6.11|» }\n  4: { 参照項番: «6.11.C8» }\n  «75»: 該当\n  «75.1»: はい\n  76: はい\n'.replace('  76', '  «76»'));
  });

  it('see through ranges on both sides', () => {
    check('  «1»: 該当\n  3: { 参照項番: «8.3.C1(3)|» }\n  4: { 参照項番: «8.3.C1(1)～(5)» }\n  5: { 備考文: «8.3.C1(2)〜(4)»による }\n  6: { 参照項番: 8.3.C1(4)～(5) }\n'.replace('«1»', '1'));
    check('  3: { 参照項番: «8.3.C1(3)» }\n  4: { 参照項番: «8.3.C1(1)～(5)|» }\n  5: { 参照項番: 8.3.C2(1) }\n');
  });

  it('are found from a comment and from a text', () => {
    check('  3: はい # «6.3.|C2»\n  4:\n    備考文: 「«6.3.C2»」\n');
    check('  #? 6.3.|C2 ……\n  4:\n    備考文: 「«6.3.C2»」\n');
  });

  it('can be looked for in any sheet of the same guideline', () => {
    const { context, offset } = at(`${HEAD}回答:\n  3: { 参照項番: 6.5.C14(4)| }\n`);
    const target = targetAt(context, offset)!;
    const other = sheet('様式: SDS-4.0\n回答:\n  4: { 参照項番: 6.5.C14 }\n');
    assert.deepEqual(referencesIn(other, target, true).map(({ start, end }) => other.document.getText().slice(start, end)), ['6.5.C14']);
    assert.deepEqual(referencesIn(sheet('様式: 別の様式\n回答:\n  4: { 参照項番: 6.5.C14 }\n'), target, true), []);
    assert.deepEqual(referencesIn(sheet(''), target, true), []);
  });
});

describe('References', () => {
  it('are not looked for where nothing can be referred to', () => {
    for (const body of ['  3: |\n', '  3:\n    備|考: 1\n', '  9999|: はい\n', '  3: はい # コメ|ント\n', '  3: { 備考: な|し }\n', '備考記載欄:\n  1: 入退|室\n']) {
      const { context, offset } = at(`${HEAD}回答:\n${body}`);
      assert.equal(targetAt(context, offset), undefined, body);
    }
  });
});
