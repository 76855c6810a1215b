import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createCatalogue } from '../../server/src/catalogue/catalogue.ts';
import { translator } from '../../server/src/l10n/translate.ts';
import { readForm, readGuideline, readOfficial } from '../../server/src/workspace/data.ts';
import type { Problem } from '../../server/src/workspace/problem.ts';
import { DATA_LIMITS } from '../../server/src/workspace/yaml-file.ts';
import { shippedData } from '../support/catalogue.ts';
import { nested } from '../support/hostile.ts';
import { validators } from '../support/validators.ts';
import { fixture, replaced } from '../support/workspace.ts';

const { dialect } = shippedData();
const ja = translator('ja');
const FORM = fixture('.sds/forms/model-2.yaml');
const GUIDELINE = fixture('.sds/guidelines/model-2.yaml');
const form = (text: string): ReturnType<typeof readForm> => readForm(text, validators(), dialect);
const guideline = (text: string): ReturnType<typeof readGuideline> => readGuideline(text, validators());

/** Each problem as what it points at and what it says. */
function told(text: string, problems: Problem[]): string[] {
  const lines = text.split('\n');
  return problems.map(({ message, range: { start, end } }) => {
    assert.equal(start.line, end.line, 'on one line');
    return `${lines[start.line]!.slice(start.character, end.character)} → ${ja(message)}`;
  });
}

describe('forms and guidelines of a workspace', () => {
  it('are read', () => {
    const read = { form: form(FORM), guideline: guideline(GUIDELINE) };
    assert.deepEqual([told(FORM, read.form.problems), told(GUIDELINE, read.guideline.problems)], [[], []]);
    const catalogue = createCatalogue({ dialect, forms: [read.form.data!], guidelines: [read.guideline.data!] });
    assert.equal(catalogue.guidelineOf(catalogue.form('MODEL-2.0')!)!.item('企画管理編 7⑥')!.digest, '再委託するときは同じ条件を課す。');
  });

  it('are not parsed where they nest as no form does, which could end the process', () => {
    const steps = (count: number): string => Array.from({ length: count }, (_, at) => `${' '.repeat(at)}a:\n`).join('');
    const said = '入れ子が深すぎるため読み取れません（上限は100段）。';
    for (const text of [`[${nested(900)}${nested(900)}]`, `[${nested(101)}]`, steps(102), '- '.repeat(102), `${'- '.repeat(60)}x: ${'['.repeat(60)}`]) {
      for (const read of [form, guideline]) assert.deepEqual(read(text).problems.map(({ message }) => ja(message)), [said]);
    }
    const open = GUIDELINE.replace(/\n/g, ' # [ {\n').split('\n').slice(0, 40).join('\n');
    assert.ok(!guideline(open).problems.some(({ message }) => message.key === 'syntax.too-deep'));
  });

  it('are not parsed where they are longer than any, or of more marks', () => {
    const full = (piece: string): string => piece.repeat(Math.floor(DATA_LIMITS.characters / piece.length));
    const said = '行または記号が多すぎるため、ファイルを読み取りません（上限は20,000行、かっこ・コンマ・コロン・引用符などの記号は合わせて20,000個）。';
    const official = said.replace('20,000行', '50,000行');
    for (const text of ['a:\n', '-\n', '\r', '"a" b\n', '}', '"a"', '&a ', '!a ', '\\x'].map(full)) {
      assert.deepEqual([form(text), readOfficial(text, validators())].map(({ problems }) => problems.map(({ message }) => ja(message))), [[said], [official]], text.slice(0, 9));
    }
    const most = `a: |\n${'  あ\n'.repeat(DATA_LIMITS.lines - 2)}`;
    assert.ok(!readOfficial(`${most}\n`, validators()).problems.some(({ message }) => message.key === 'workspace.too-long'));
    assert.deepEqual([most, `${most}\n`].map((text) => form(text).problems.some(({ message }) => message.key === 'workspace.too-long')), [false, true]);
  });

  it('are in order where they ship', () => {
    const shipped = (name: string): string => readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8');
    assert.deepEqual(form(shipped('forms/SDS-4.0.yaml')).problems, []);
    assert.deepEqual(guideline(shipped('guidelines/mhlw-5.2.yaml')).problems, []);
  });

  const badForms: Record<string, [from: string, to: string, problems: string[]]> = {
    'a missing key': ['title: 架空の様式：医療情報取扱サービス適合確認書\n', '', ['id: MODEL-2.0 → 「title」がありません。追加してください。']],
    'an unknown key': ['title: 架空の様式：', 'titel: x\ntitle: 架空の様式：', ['titel → 「titel」という項目はここには書けません。綴りを確かめるか、取り除いてください。']],
    'a number in place of an id': ["- id: 'A2'\n", '- id: 2.10\n', ["2.10 → 「2.1」は文字列として書いてください（引用符で囲む: '2.1'）。"]],
    'another kind of value': ['refs: [企画管理編 7①]', 'refs: 企画管理編 7①', ['企画管理編 7① → 「refs」の値の種類が違います（必要なもの: 「- 」で並べたリスト）。']],
    'an unknown kind of row': ["kind: gate\n", 'kind: gaet\n', ['gaet → 「kind」に「gaet」は書けません。書けるもの: gate, answer, heading']],
    'an unknown kind of constraint': ['kind: agree', 'kind: agrees', ['agrees → 「kind」に「agrees」は書けません。書けるもの: agree, atLeast']],
    'a constraint without its count': ['    count: 1\n', '', ['kind: atLeast → 「count」がありません。追加してください。']],
    'a test with both is and isNot': ["{ row: 'A1', is: [有] }", "{ row: 'A1', is: [有], isNot: [無] }", ["{ row: 'A1', is: [有], isNot: [無] } → 「cases[0][0]」には、同時には書けない項目があります。どれか1つにしてください。"]],
    'a condition without a test': ["    fallback:\n      - { row: 'B2', is: [不適合] }\n", '', ["rows: ['B3'] → 「parent / fallback」がありません。追加してください。"]],
    'a row given twice': ["id: 'A2.1'", "id: 'A2'", ["'A2' → 「A2」が2度使われています。別の名前にするか、どちらかを取り除いてください。", "'A2.1' → 設問「A2.1」はこの様式にありません。"]],
    'an option given twice': ['key: ほか', 'key: 暗証', ['暗証 → 「暗証」が2度使われています。別の名前にするか、どちらかを取り除いてください。', 'B1/ほか → 設問「B1/ほか」はこの様式にありません。']],
    'a condition on an unknown row': ["{ row: 'A2', is: [適合] }", "{ row: 'A9', is: [適合] }", ["'A9' → 設問「A9」はこの様式にありません。"]],
    'a condition on a word of another kind of row': ["{ row: 'A2', is: [適合] }", "{ row: 'A2', is: [有] }", ['有 → 「有」は A2 の回答の語ではありません。使える語: 適合, 不適合, 該当せず']],
    'a second condition': ["rows: ['B3']", "rows: ['A2.1']", ["'A2.1' → 設問「A2.1」には、すでに別の条件があります。1つの条件にまとめてください。"]],
    'a constraint on an unknown option': ['rows: [B1/暗証,', 'rows: [B1/暗号,', ['B1/暗号 → 設問「B1/暗号」はこの様式にありません。']],
    'a name that no row can have': ['id: MODEL-2.0\n', 'id: MODEL-2.0\nsupersedes: { id: MODEL-1.0, rows: { "A 1 ": [] } }\n', ['"A 1 " → 「A 1 」という項目はここには書けません。綴りを確かめるか、取り除いてください。']],
    'a demand for no row': ['count: 1', 'count: 0', ['0 → 「count」は1以上でなければなりません。']],
    'a demand for more rows than there are': ['count: 1', 'count: 4', ['4 → count が設問の数（3）より大きくなっています。']],
    'a remark for a word that is none': ['remarkWhen: [適合]', 'remarkWhen: [有]', ['有 → 「有」は B1/ほか の回答の語ではありません。使える語: 適合, 不適合, 該当せず']],
    'a note above a row of another section': ['above: A2', 'above: B2', ['B2 → 設問「B2」はこの様式にありません。']],
    'a gate that cannot be closed': ['meaning: closed', 'meaning: open', ['gate → meaning が closed の語がありません。1つ以上必要です。']],
    'a header field that every sheet has': ['key: 提供者', 'key: 回答', ['回答 → 「回答」は開示書の書式そのものが使う項目名です。別の名前にしてください。']],
    'an option that every answer has': ['key: ほか', 'key: 備考', ['備考 → 「備考」は開示書の書式そのものが使う項目名です。別の名前にしてください。', 'B1/ほか → 設問「B1/ほか」はこの様式にありません。']],
  };
  for (const [what, [from, to, problems]] of Object.entries(badForms)) {
    it(`is no form: ${what}`, () => {
      const text = replaced(FORM, from, to);
      const read = form(text);
      assert.deepEqual(told(text, read.problems), problems);
      assert.equal(read.data, undefined);
    });
  }

  const badGuidelines: Record<string, [from: string, to: string, problems: string[]]> = {
    'an id that is not written so': ['- id: システム運用編 3\n', '- id: システム運用編3\n', ['システム運用編3 → 「システム運用編3」はガイドラインの文法どおりの項番ではありません（正しい書き方: システム運用編 3）。', 'システム運用編 3① → 「システム運用編 3①」は「システム運用編3」の下の項番ではありません。', 'システム運用編 3② → 「システム運用編 3②」は「システム運用編3」の下の項番ではありません。']],
    'an id that is no reference': ['id: 企画管理編 7④', 'id: 企画編 7④', ['企画編 7④ → 「企画編 7④」はガイドラインの文法どおりの項番ではありません。']],
    'an item of another section': ['id: 企画管理編 7④', 'id: 企画管理編 8④', ['企画管理編 8④ → 「企画管理編 8④」は「企画管理編 7」の下の項番ではありません。']],
    'an item given twice': ['id: 企画管理編 7④', 'id: 企画管理編 7③', ['企画管理編 7③ → 「企画管理編 7③」が2度使われています。別の名前にするか、どちらかを取り除いてください。']],
    'a pattern that is none': ['pattern: "[①-⑳]"', 'pattern: "[①-"', ['"[①-" → 「[①-」は正規表現として読み取れません。']],
    'a pattern that opens what it did not close': ['pattern: "[①-⑳]"', 'pattern: "①)(②"', ['"①)(②" → 「①)(②」は正規表現として読み取れません。']],
    'a pattern that matches nothing': ['pattern: "[1-9][0-9]?"', 'pattern: "[0-9]*"', ['"[0-9]*" → 空の文字列にも一致する正規表現は使えません。1文字以上に一致するように書いてください。']],
    'a pattern with a group of its own': ['pattern: "[1-9][0-9]?"', 'pattern: "(?<level0>[1-9])"', ['"(?<level0>[1-9])" → 名前付きグループと後方参照は使えません。(?: … ) を使ってください。']],
    'an edition that could take forever': [`(?<edition>[1-9][0-9]*(?:\\.[0-9]+)*)版?'`, `(?<edition>(?:[あ-ん]+)+)版'`, [`'(?:第|ver\\.?)?(?<edition>(?:[あ-ん]+)+)版' → ${ja({ key: 'workspace.heavy-pattern' })}`]],
    'a level that could take forever': ['pattern: "[1-9][0-9]?"', 'pattern: "(?:[1-9]|1)+"', [`"(?:[1-9]|1)+" → ${ja({ key: 'workspace.heavy-pattern' })}`]],
    'levels that contend for the same': ['pattern: "[①-⑳]"', 'pattern: "[1-9]+ ?[0-9]+"', [`"[1-9]+ ?[0-9]+" → ${ja({ key: 'workspace.heavy-pattern' })}`]],
    'a line of a layout that could take forever': ['paragraphs: ["^[・※]"]', 'paragraphs: ["^(?:.|・)*$"]', [`"^(?:.|・)*$" → ${ja({ key: 'workspace.heavy-pattern' })}`]],
    'a layout of too many patterns': ['paragraphs: ["^[・※]"]', `paragraphs: [${'"^・", '.repeat(6_000)}]`, [`layout → ${ja({ key: 'workspace.heavy-pattern' })}`]],
    'a level that is none': ['runningTextLevel: item', 'runningTextLevel: part', ['part → 「runningTextLevel」に「part」は書けません。書けるもの: volume, chapter, item']],
    'an edition that is not listed': ['edition: "2.0"', 'edition: "3.0"', ['"3.0" → 版「3.0」が names.editions にありません。追加してください。']],
    'an unknown level of checking': ['seen: form-only', 'seen: none', ['none → 「seen」に「none」は書けません。書けるもの: full, partial, title-only, form-only']],
    'an address that is none': ['url: https://example.com/guideline', 'url: none', ['none → 「none」はURLとして読み取れません。']],
  };
  for (const [what, [from, to, problems]] of Object.entries(badGuidelines)) {
    it(`is no guideline: ${what}`, () => {
      const text = replaced(GUIDELINE, from, to);
      const read = guideline(text);
      assert.deepEqual(told(text, read.problems), problems);
      assert.equal(read.data, undefined);
    });
  }

  it('never throws, whatever the file', () => {
    const texts = ['', 'x', '[]', 'null', '{', 'a: *a', '&a [*a]', `${FORM}\n`.replace("{ row: 'A2', is: [適合] }", "&a { row: 'A2', is: [適合], unknownWhen: *a }"), '\u0000', `a: ${'['.repeat(20_000)}`, 'id: {}\nsections: [[], {rows: 1}]\nconditions: {}\n', '&a a: [*a, *a]\nb: !!binary x',
      `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join('\n')}`];
    for (const text of texts) for (const read of [form(text), guideline(text)]) assert.ok(read.problems.length > 0 && read.data === undefined, text.slice(0, 30));
  });

  it('never makes a catalogue that throws, whatever line is left out', function () {
    this.timeout(90_000);
    for (const [text, read] of [[FORM, form], [GUIDELINE, guideline]] as const) {
      const lines = text.split('\n');
      for (const at of lines.keys()) {
        const { data, problems } = read(lines.toSpliced(at, 1).join('\n'));
        assert.equal(data === undefined, problems.length > 0, `line ${at + 1}`);
      }
    }
  });
});
