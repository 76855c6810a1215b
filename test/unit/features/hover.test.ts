import assert from 'node:assert/strict';
import { HEAD, hovered } from '../../support/cursor.ts';

const answers = (lines: string): string => `${HEAD}回答:\n${lines}\n`;

describe('Hover', () => {
  it('shows a question in full, with its section, references and digests', () => {
    const text = hovered(answers('  75: 該当\n  75|.1: はい'));
    assert.match(text, /リモートメンテナンスサービスに関し、不必要なリモートログインを制限する仕組みを有しているか？/);
    assert.match(text, /外部のネットワーク等を通じた/);
    assert.match(text, /\*\*6\.11\.C8\*\* \*\*原文未確認：質問文からの推定\*\*/);
    assert.match(text, /回答が必要になる条件: 75 が「該当」/);
    assert.match(text, /この開示書では、回答が必要な設問です（75 該当）/);
  });

  it('tells why a row does not apply now', () => {
    assert.match(hovered(answers('  75: 非該当\n  75.1|: はい')), /対象外です（75 非該当）/);
    assert.match(hovered(answers('  75.1|: はい')), /75 の回答が決まるまで/);
  });

  it('names every condition, those of the rows above first', () => {
    assert.match(hovered(answers('  17.1.1.1|: はい')), /17 が「はい」、かつ 17\.1\/記憶 が「はい」、かつ 17\.1\.1 が「対象外」以外/);
    assert.match(hovered(answers('  17.4|: はい')), /17\.3 が「いいえ」/);
    assert.doesNotMatch(hovered(answers('  17.3|: はい')), /条件/);
  });

  it('shows what a section is limited to', () => {
    assert.match(hovered(answers('  78|: 該当')), /保存が義務付けられている文書を扱っている場合のみ下記対象/);
  });

  it('explains an answer, an option and a key', () => {
    assert.match(hovered(answers('  75: 該|当')), /\*\*75 該当\*\*/);
    assert.match(hovered(answers('  17.1:\n    2要|素: はい')), /利用者の認証方式は？[^]*上記のうちの2要素/);
    assert.match(hovered(answers('  3:\n    参照|項番: 6.3.C1')), /出力には含まれない/);
  });

  it('shows the text of a cited remark, also in a list', () => {
    const table = '備考記載欄:\n  1: 入退室を管理している\n  2: 委託先と契約している';
    assert.match(hovered(answers(`  3:\n    回答: はい\n    備考: 1|\n${table}`)), /入退室を管理している/);
    assert.match(hovered(answers(`  3:\n    回答: はい\n    備考: [1, 2|]\n${table}`)), /委託先と契約している/);
    assert.match(hovered(answers(`  3:\n    回答: はい\n    備考: 1\n備考記載欄:\n  1|: 入退室`)), /引用している設問: 3/);
  });

  it('shows what stands behind a comment in brackets and braces', () => {
    const of = (body: string): string => hovered(`${HEAD}回答:\n  4: { # a, b: c\n    ${body} }\n備考記載欄:\n  1: あ\n  入退室: い\n`);
    assert.match(of('備考: [1, # a\n      入|退室]'), /^\*\*備考 入退室\*\*/);
    assert.match(of('回|答: はい'), /^\*\*回答\*\*/);
    assert.match(of('参照項番: # a\n      6.11|.C8'), /^\*\*6\.11\.C8\*\*/);
    assert.match(of('備考文: "# a 6.11.C|8"'), /^\*\*6\.11\.C8\*\*/);
    assert.equal(of('備考: [1, # 入|退室\n      入退室]'), '');
  });

  it('shows a reference wherever it stands', () => {
    for (const line of ['  3:\n    参照項番: 6.11|.C8', '  3:\n    備考文: 詳細は6.11.|C8を参照', '  3: はい # 6.11.C8|', '  #? 6.11.C|8 リモート', '  3:\n    備考文: ６.１１.Ｃ８|']) {
      assert.match(hovered(answers(line)), /\*\*6\.11\.C8\*\*/, line);
    }
  });

  it('says of an item how far it was checked, before the digest when it was not, and where the official text is', () => {
    const text = hovered(answers('  3:\n    参照項番: 6.11.C8|'));
    assert.ok(text.indexOf('原文未確認') < text.indexOf('要旨:'));
    assert.match(text, /公式の条文ではありません/);
    assert.match(text, /mhlw\.go\.jp[^]*PDF 47–53ページ/);
    assert.match(hovered(answers('  3:\n    参照項番: 6.5.C12|')), /要旨:[^]*原文で確認済み/);
  });

  it('shows known differences between question and item', () => {
    assert.match(hovered(answers('  3:\n    参照項番: 6.9.C10|')), /補足: 本文は条件付きの容認/);
  });

  it('expands a range', () => {
    const text = hovered(answers('  3:\n    参照項番: 8.3.C1(1)～(5)|'));
    assert.match(text, /8\.3\.C1\(1\)/);
    assert.match(text, /8\.3\.C1\(5\)/);
  });

  it('is silent where there is nothing to say', () => {
    assert.equal(hovered('様式: SDS-4.0\nサービス名称: 電子|カルテ\n'), '');
    assert.equal(hovered(answers('  3: は|いい')), '');
  });

  it('tells of a reference which rows of this sheet answer it, and how', () => {
    const text = hovered(answers('  75: 該当\n  75.1:\n    回答: はい\n    要確認: 開発部に照会中\n  3:\n    回答: はい\n    参照項番: 6.11.C8|'));
    assert.match(text, /この開示書の回答:\n\n- \*\*該当\*\*: 75\n- \*\*はい\*\*: 75\.1（要確認）\n/);
    assert.match(text, /参照項番に挙げている設問:\n\n- \*\*はい\*\*: 3\n/);
    assert.match(hovered(answers('  75: 非該当 # 6.11.C8|')), /- \*\*対象外\*\*（記載なし）: 75\.1/);
    assert.match(hovered(answers('  75: 該当 # 6.11.C8|')), /- 未回答: 75\.1/);
    assert.match(hovered(answers('  75: 該当\n  75.1: ○ # 6.11.C8|')), /- 「○」（回答として読めません）: 75\.1/);
  });

  it('takes the options of a question one by one, and what a section holds', () => {
    assert.match(hovered(answers('  17.1:\n    記憶: はい\n    生体認証: いいえ\n  3:\n    参照項番: 6.5.C1|')), /- 未回答: 16、17、17\.1\/物理媒体、17\.1\/2要素、17\.1\/その他\n- \*\*はい\*\*: 17\.1\/記憶\n- \*\*いいえ\*\*: 17\.1\/生体認証\n/);
    assert.match(hovered(answers('  75: 非該当\n  3:\n    参照項番: 6.11|')), /対象外\*\*（記載なし）: 75\.1/);
  });

  it('tells of a gate what depends on it', () => {
    assert.match(hovered(answers('  75|: 該当')), /この回答で要否が決まる設問（\d+問）: 75\.1/);
    assert.match(hovered(answers('  17|: はい')), /要否が決まる設問（\d+問）: 17\.1/);
    assert.doesNotMatch(hovered(answers('  3|: はい')), /要否が決まる/);
  });

  it('says what the terms of the form are in English to whoever does not read Japanese', () => {
    assert.match(hovered(answers('  75: 該|当'), 'en'), /\*\*75 該当 \(applicable\)\*\* — /);
    assert.match(hovered(answers('  3|: はい'), 'en'), /はい \(yes\) \/ いいえ \(no\) \/ 対象外 \(not applicable\)/);
    assert.match(hovered(answers('  17.1:\n    2要|素: はい'), 'en'), /\(two factors combined\)/);
    assert.match(hovered(answers('  3:\n    参照|項番: 6.3.C1'), 'en'), /\*\*参照項番 \(references\)\*\*/);
    assert.match(hovered('様式: SDS-4.0\nサービス|名称: あ\n', 'en'), /\*\*サービス名称 \(name of the service\)\*\*/);
    assert.match(hovered(answers('  75.1|: はい'), 'en'), /Applies when: 75 is “該当 \(applicable\)”/);
    assert.match(hovered(answers('  17.1:\n    2要|素: はい'), 'en'), /demanded when the answer is “はい \(yes\)”/);
    assert.doesNotMatch(hovered(answers('  3|: はい')), /yes/);
  });

  it('speaks English too', () => {
    assert.match(hovered(answers('  75: 非該当\n  75.1|: はい'), 'en'), /does not apply to this sheet/);
  });
});
