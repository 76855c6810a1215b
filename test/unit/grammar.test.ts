import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IGrammar } from 'vscode-textmate';
import { parse } from 'yaml';
import { checkScopes, loadGrammar, tokenise } from '../support/tokenise.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

describe('grammar', () => {
  let grammar: IGrammar;
  const check = (annotated: string): void => checkScopes(grammar, annotated);

  before(async () => {
    grammar = await loadGrammar(read('syntaxes/sds-yaml.tmLanguage.json'));
  });

  it('is up to date with the schemas', async () => {
    const { buildGrammar } = await import(new URL('scripts/generate/grammar-rules.mjs', root).href);
    const { readWords } = await import(new URL('scripts/generate/grammar-words.mjs', root).href);
    const wanted = buildGrammar(await readWords(fileURLToPath(new URL('schemas', root))));
    assert.deepEqual(JSON.parse(read('syntaxes/sds-yaml.tmLanguage.json')), wanted, 'Run: node scripts/generate/grammar.mjs');
  });

  it('colours the sample without anything invalid or left over', () => {
    for (const tokens of tokenise(grammar, read('samples/remote-maintenance.sds.yaml'))) {
      for (const { text, scopes } of tokens) {
        assert(!scopes.some((scope) => scope.startsWith('invalid')), `invalid: ${text}`);
        assert(scopes.length > 0 || text.trim() === '', `plain: ${text}`);
      }
    }
  });

  it('colours a sheet of a form that it does not know without anything invalid, left over, or of another form', () => {
    const sheet = readFileSync(new URL('test/fixtures/workspace/example.sds.yaml', root), 'utf8');
    for (const tokens of tokenise(grammar, sheet)) {
      for (const { text, scopes } of tokens) {
        assert(!scopes.some((scope) => /^invalid|answer\.(?:yes|no|inapplicable)|\.option/.test(scope)), `${scopes.join(' ')}: ${text}`);
        assert(scopes.length > 0 || text.trim() === '', `plain: ${text}`);
      }
    }
    check(`
回答:
» 回答  entity.name.tag.sheet
  A2:
» A2  entity.name.tag
    回答: 適合
» 回答  variable.other.property.answer
» 適合  string.unquoted.plain
    備考: [1, 別紙]
» 1  constant.numeric.remark
    参照項番: [企画管理編 7⑥]
» 企画管理編  string.unquoted.plain
  B1: { 暗証: 不適合 }
» 暗証  entity.name.tag
» 不適合  string.unquoted.plain`);
  });

  it('sets keys of the sheet, questions, options and keys of an answer apart', () => check(`
様式: SDS-4.0
» 様式  entity.name.tag.sheet
» :  punctuation.separator.key-value
» SDS-4.0  string.unquoted.plain
回答:
» 回答  entity.name.tag.sheet
  17.1:
» 17.1  entity.name.function.question
    2要素: { 回答: はい, 備考: 2 }
» 2要素  entity.name.function.option
» {  punctuation.definition.mapping.begin
» 回答  variable.other.property.answer
» はい  constant.language.answer.yes
» ,  punctuation.separator.sequence
» 2  constant.numeric.remark
    物理媒体:
» 物理媒体  entity.name.function.option
      回答: はい
» 回答  variable.other.property.answer
      備考: [1, 入退室]
» 1  constant.numeric.remark
» 入退室  string.unquoted
  １７．１．１: はい
» １７．１．１  entity.name.function.question
» はい  constant.language.answer.yes
連絡窓口: 品質保証部
» 連絡窓口  entity.name.tag
» 品質保証部  string.unquoted
"1.10": はい
» "1.10"  entity.name.tag`));

  it('gives each meaning of an answer a colour of its own', () => check(`
1: 該当
» 該当  constant.language.answer.yes
2: 非該当 # 理由
» 非該当  keyword.control.answer.no
» # 理由  comment.line
3: いいえ
» いいえ  keyword.control.answer.no
4: 対象外
» 対象外  support.type.answer.inapplicable
5: "はい"
» はい  constant.language.answer.yes
6: &a はい
» &a  entity.name.type.anchor
» はい  constant.language.answer.yes
7: *a
» *a  variable.other.alias
8:
  回答:
    はい
» はい  constant.language.answer.yes`));

  it('takes an answer word within a text for text', () => check(`
1: はい、実施している
» はい、実施している  string.unquoted.plain
備考文: はい いいえ
» はい いいえ  string.unquoted.plain
2: はい#1
» はい#1  string.unquoted.plain
3: { 備考文: はい、そうです, 回答: はい }
» はい、そうです  string.unquoted.plain
» はい  constant.language.answer.yes`));

  it('keeps the lines of a block scalar text', () => check(`
備考記載欄:
  1: |-
» |  keyword.control.flow.block-scalar
» -  storage.modifier.block-scalar
    3: はい
» 3: はい  string.unquoted.block
    # これも本文
» # これも本文  string.unquoted.block

    - "引用
» - "引用  string.unquoted.block
  # 次の備考
» # 次の備考  comment.line
  入退室: > # 説明
» 入退室  entity.name.tag
» # 説明  comment.line
    6.11.C8 による
» 6.11.C8  variable.other.constant.reference
» による  string.unquoted.block
  3: |
  4: はい
» 4  entity.name.function.question
社内:
  - |
    1: はい
» 1: はい  string.unquoted.block
  - メモ: |
      1: はい
» 1: はい  string.unquoted.block
    担当: 開発部
» 担当  entity.name.tag`));

  it('keeps the further lines of a text text', () => check(`
備考文: 次のとおり
  注意：これは本文
» 注意：これは本文  string.unquoted.plain
  3：はい
» 3：はい  string.unquoted.plain
  ［6.5.C12、6.11.C5］
» ［6.5.C12、6.11.C5］  !invalid
回答:
  21:
    備考文:
      回答：はい
» 回答：はい  string.unquoted.plain
  22: はい
» 22  entity.name.function.question`));

  it('leaves the punctuation of Japanese prose alone', () => check(`
備考記載欄:
  1: 注意：｛重要｝、［注］（案）｜ ＃1
» 注意：｛重要｝、［注］（案）｜ ＃1  string.unquoted.plain
» 注意：｛重要｝、［注］（案）｜ ＃1  !invalid
  2: ［注］本文
» ［注］本文  !invalid
  3: 「はい」：回答の例
» 「はい」：回答の例  !invalid
回答:
  21: { 回答: はい, 備考文: 無害化、検査［自動］を行う }
» 無害化、検査［自動］を行う  string.unquoted.plain
» 無害化、検査［自動］を行う  !invalid`));

  it('marks full-width punctuation that stands for YAML’s', () => check(`
様式：SDS-4.0
» ：  invalid.deprecated.full-width
» SDS-4.0  string.unquoted
回答：
» ：  invalid.deprecated.full-width
  3：はい
» 3  entity.name.function.question
» ：  invalid.deprecated.full-width
» はい  constant.language.answer.yes
  4:　いいえ
» 　  invalid.deprecated.full-width
» いいえ  keyword.control.answer.no
　5: はい
» 　  invalid.deprecated.full-width
» 5  entity.name.function.question
  6:
    参照項番: ［6.5.C12、6.11］
» ［  invalid.deprecated.full-width
» 6.5.C12  variable.other.constant.reference
» 、  invalid.deprecated.full-width
» 6.11  variable.other.constant.reference
» ］  invalid.deprecated.full-width
  7： ｛回答：はい、備考：1｝
» ｛  invalid.deprecated.full-width
» 回答  variable.other.property.answer
» はい  constant.language.answer.yes
» 、  invalid.deprecated.full-width
» 備考  variable.other.property.answer
» 1  constant.numeric.remark
» ｝  invalid.deprecated.full-width
  8:
    備考:
      － 1
» －  invalid.deprecated.full-width
» 1  constant.numeric.remark
    備考文: ｜
» ｜  invalid.deprecated.full-width
      3：はい
» 3：はい  string.unquoted.block
＃ 注
» ＃  invalid.deprecated.full-width
» 注  comment.line`));

  it('finds references, bare sections only where references stand', () => check(`
回答:
  21:
    参照項番: [6.5.C12, 6.6.C2(1)a, 8.3.C1(1)～(5), 6.11]
» 6.5.C12  variable.other.constant.reference
» 6.6.C2(1)a  variable.other.constant.reference
» 8.3.C1(1)～(5)  variable.other.constant.reference
» 6.11  variable.other.constant.reference
  22:
    参照項番:
      - 6.11
» -  punctuation.definition.block.sequence.item
» 6.11  variable.other.constant.reference
      - 6.5.D1 # 推奨
» 6.5.D1  variable.other.constant.reference
» # 推奨  comment.line
  23:
    参照項番:
    - 6.11.C8
» 6.11.C8  variable.other.constant.reference
    備考文: 6.11 と6.11.C8、6.5.C14(4)による。x6.5.C1、6.5.C1.2、6.5.C1x は別
» 6.11  !variable.other.constant.reference
» 6.11.C8  variable.other.constant.reference
» 6.5.C14(4)  variable.other.constant.reference
» x6.5.C1、6.5.C1.2、6.5.C1x  !variable.other.constant.reference
  24: { 回答: はい, 参照項番: 6.11, 備考文: 6.11 }
» 6.11  variable.other.constant.reference
» 6.11  !variable.other.constant.reference`));

  it('tells the tool’s own comments from others', () => check(`
#= 技術的安全対策
» #=  punctuation.definition.comment
» 技術的安全対策  markup.heading.section
  #? 6.11.C8 リモートメンテナンスサービスを有しているか？
» 6.11.C8 リモートメンテナンスサービスを有しているか？  comment.block.documentation.question
» 6.11.C8  variable.other.constant.reference
# sds-disable-next-line unused-remark, ambiguous-number -- 講演資料のとおり
» sds-disable-next-line  keyword.control.directive.suppression
» unused-remark  entity.name.type.code
» ambiguous-number  entity.name.type.code
» --  punctuation.separator.reason
» 講演資料のとおり  !entity.name.type.code
1: はい # sds-disable-line spelling
» はい  constant.language.answer.yes
» sds-disable-line  keyword.control.directive.suppression
» spelling  entity.name.type.code
# sds-disabled とは
» sds-disabled  !keyword.control.directive.suppression
# 6.11.C8
» 6.11.C8  comment.line`));

  it('reads quoted text with its escapes, over several lines', () => check(`
備考文: "一行目\\n \\q 6.11.C8
» 一行目  string.quoted.double
» \\n  constant.character.escape
» \\q  invalid.illegal.escape
» 6.11.C8  variable.other.constant.reference
  3: はい"
» 3: はい  string.quoted.double
要確認: 'it''s: [x]'
» ''  constant.character.escape
» : [x]  string.quoted.single`));

  it('ends an unclosed quote or bracket with its entry', () => check(`
回答:
  1:
    備考文: "閉じていない
» 閉じていない  string.quoted.double
  2: { 回答: はい
» はい  constant.language.answer.yes
  3: いいえ
» 3  entity.name.function.question
» いいえ  keyword.control.answer.no
  4:
    参照項番: [
      6.5.C12,
» 6.5.C12  variable.other.constant.reference
    ]
» ]  punctuation.definition.sequence.end
  5: はい
» 5  entity.name.function.question`));

  it('is of use for words of no installed form', async () => {
    const { buildGrammar } = await import(new URL('scripts/generate/grammar-rules.mjs', root).href);
    const { collectWords } = await import(new URL('scripts/generate/grammar-words.mjs', root).href);
    const form = {
      header: [{ key: '記入日' }],
      answers: { gate: [{ word: '有', meaning: 'open' }, { word: '無', meaning: 'closed' }], answer: [{ word: '除外', meaning: 'inapplicable' }] },
      sections: [{ rows: [{ id: 'A-1', options: [{ key: '方式 (1)' }] }] }],
    };
    const document = '\n記入日：今日\n» 記入日  entity.name.tag\n記入者: 私\n» 記入者  entity.name.tag\n» 私  string.unquoted\nA-1: 有\n» 有  ';
    const known = buildGrammar(collectWords(parse(read('schemas/dialect.yaml')), [form], []));
    checkScopes(await loadGrammar(JSON.stringify(known)), `${document}constant.language.answer.yes\nA-1: 除外\n» A-1  entity.name.function.question\n» 除外  support.type.answer.inapplicable`);
    checkScopes(grammar, `${document.replace('：', ': ')}string.unquoted`);
  });
});
