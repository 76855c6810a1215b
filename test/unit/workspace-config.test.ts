import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { translator } from '../../server/src/l10n/translate.ts';
import { rules } from '../../server/src/rules/index.ts';
import { readConfig, readSettings } from '../../server/src/workspace/config.ts';
import { EDITOR_DEFAULTS, readEditorSettings } from '../../server/src/workspace/editor-settings.ts';
import { layered } from '../../server/src/workspace/layers.ts';
import { validator } from '../support/validators.ts';
import { fixture } from '../support/workspace.ts';

const ja = translator('ja');
const schema = validator('config');
const read = (text: string): { settings: object; problems: string[] } => {
  const { settings, problems } = readConfig(text);
  return { settings, problems: problems.map(({ message, range }) => `${range.start.line + 1}:${range.start.character + 1}-${range.end.character + 1} ${ja(message)}`) };
};

describe('.sds/config.yaml', () => {
  const valid: Record<string, [string, object]> = {
    'a profile and rules': ['profile: strict\nrules:\n  unused-remark: off\n  spelling: error\n', { profile: 'strict', rules: { 'unused-remark': 'off', spelling: 'error' } }],
    'nothing': ['', { rules: {} }],
    'a comment': ['# nothing yet\n', { rules: {} }],
    'keys without a value': ['profile:\nrules:\n', { rules: {} }],
    'a rule without a value': ['rules:\n  spelling:\n', { rules: {} }],
    'quotes and braces': ['{ "profile": "default", rules: { syntax: hint } }', { profile: 'default', rules: { syntax: 'hint' } }],
    'the example': [fixture('.sds/config.yaml'), { profile: 'default', rules: { 'unexplained-answer': 'warning', 'unused-remark': 'error' } }],
  };
  for (const [what, [text, settings]] of Object.entries(valid)) {
    it(`takes ${what}`, () => {
      assert.deepEqual(read(text), { settings, problems: [] });
      assert.ok(schema(parse(text)), JSON.stringify(schema.errors));
    });
  }

  const wrong: Record<string, [string, object, string[]]> = {
    'an unknown rule, with the nearest': ['rules:\n  unused-remarks: off\n  spelling: off\n', { rules: { spelling: 'off' } }, ['2:3-17 診断「unused-remarks」はありません。「unused-remark」のことですか？']],
    'a rule that is like none': ['rules:\n  zzzzzzzzzzzzzzzzzzzz: off\n', { rules: {} }, ['2:3-23 診断「zzzzzzzzzzzzzzzzzzzz」はありません。コードを確かめてください。']],
    'an unknown severity': ['profile: strict\nrules: { spelling: fatal }\n', { profile: 'strict', rules: {} }, ['2:20-25 診断「spelling」の重大度に「fatal」は指定できません。指定できる値: off, hint, info, warning, error']],
    'an unknown profile': ['profile: loose\nrules: { spelling: off }\n', { rules: { spelling: 'off' } }, ['1:10-15 profile に「loose」は指定できません。指定できる値: default, strict']],
    'an unknown key': ['profil: strict\n', { rules: {} }, ['1:1-7 「profil」という設定はありません。使える設定: profile, rules']],
    'a list': ['- strict\n', { rules: {} }, ['1:1-9 「config.yaml」には「項目: 値」の形で書きます。']],
    'rules that are text': ['rules: off\nprofile: strict\n', { profile: 'strict', rules: {} }, ['1:8-11 「rules」には「項目: 値」の形で書きます。']],
    'a number': ['rules: { spelling: 1 }\n', { rules: {} }, ['1:20-21 診断「spelling」の重大度に「1」は指定できません。指定できる値: off, hint, info, warning, error']],
  };
  for (const [what, [text, settings, problems]] of Object.entries(wrong)) {
    it(`reports ${what}, and applies the rest`, () => {
      assert.deepEqual(read(text), { settings, problems });
      assert.equal(schema(parse(text)), false);
    });
  }

  it('reports what is no YAML, and does not throw', () => {
    for (const text of ['rules: {', 'a: *b', '\u0000', 'profile: strict\n---\nprofile: default\n', `${'['.repeat(5000)}`, 'profile: strict\nprofile: default\n']) {
      assert.ok(read(text).problems.length > 0, text.slice(0, 20));
    }
  });

  const lines = (count: number, key: (at: number) => string): string => `rules:\n${Array.from({ length: count }, (_, at) => `  ${key(at)}: error\n`).join('')}`;
  it('tells of the first hundred problems and how many others there are, in time that grows with the file', () => {
    const timed = (text: string): { problems: string[]; ms: number } => {
      const begun = process.cpuUsage();
      const { problems } = read(text);
      const { user, system } = process.cpuUsage(begun);
      return { problems, ms: (user + system) / 1000 };
    };
    const unknown = timed(lines(4_900, (at) => `k${at}`));
    assert.equal(unknown.problems.length, 101);
    assert.match(unknown.problems[99]!, /^101:3-6 .*「k99」/);
    assert.equal(unknown.problems[100], '1:1-1 このファイルにはほかに4,800件の問題があります。');
    const twice = timed(lines(4_900, () => 'syntax'));
    assert.equal(twice.problems.length, 101);
    assert.match(twice.problems[0]!, /^3:3-9 .*「syntax」/);
    assert.equal(twice.problems[100], '1:1-1 このファイルにはほかに4,799件の問題があります。');
    // Comparing each key with all before it took four seconds.
    assert.ok(unknown.ms < 2_000 && twice.ms < 2_000, `${unknown.ms} ms, ${twice.ms} ms`);
  });
  it('does not read more than 5,000 lines or marks', () => {
    const said = ['1:1-1 行または記号が多すぎるため、ファイルを読み取りません（上限は5,000行、かっこ・コンマ・コロン・引用符などの記号は合わせて5,000個）。'];
    assert.deepEqual([`profile: strict\n${'#\n'.repeat(4_998)}`, `profile: strict\n${'#\n'.repeat(4_999)}`].map((text) => read(text).problems), [[], said]);
    for (const piece of ['}\n', '[', 'a:\n', '"a" b\n']) assert.deepEqual(read(piece.repeat(40_000)).problems, said, piece);
  });
  it('does not read more than 262,144 characters', () => {
    assert.deepEqual(read(`# ${'x'.repeat(262_142)}`).problems, []);
    assert.deepEqual(read(`# ${'x'.repeat(262_143)}`).problems, ['1:1-1 ファイルが大きすぎるため読み取りません（上限は262,144文字）。']);
  });

  const broken: Record<string, [text: string, ja: string, en: string]> = {
    'an open bracket': ['rules: { spelling: off\n', '1:8-23 「{ spelling: off」のかっこが閉じていません。対応する閉じかっこを付けてください。', 'A bracket in “{ spelling: off” is not closed. Add the closing one.'],
    'an open quote': ["profile: 'strict\n", "1:10-17 引用符が閉じていません。「'strict」の末尾に同じ引用符を付けてください。", "A quote is not closed. Put the same quote at the end of “'strict”."],
    'a key without a colon': ['profile: strict\nrules\n', '2:1-6 「rules」のあたりで記号が足りません。「: 」や「, 」、閉じる引用符やかっこを確かめてください。', 'Something is missing near “rules”. Check for “: ” and “, ”, and for quotes and brackets that are not closed.'],
    'a tab': ['rules:\n\tspelling: off\n', '2:1-2 字下げにタブ文字は使えません。半角スペースに置き換えてください。', 'Tabs cannot indent. Replace them with spaces.'],
    'indentation': ['rules:\n    spelling: off\n  syntax: off\n', '3:1-2 「syntax: off」の字下げ（行頭の空白）が前後の行とそろっていません。同じ階層の行に合わせてください。', '“syntax: off” is not indented like its neighbours. Align it with the lines of its level.'],
    'punctuation': ['profile: @strict\n', "1:10-11 「@strict」は、このままではYAMLの記号と解釈されます。全体を引用符（'…'）で囲んでください。", "YAML takes “@strict” for its own punctuation. Put the whole text in quotes ('…')."],
    'two colons': ['rules: spelling: off\n', '1:8-9 「spelling: off」は、1行に「: 」が2つあるか、前の行の続きとして読み取られています。文章なら全体を引用符で囲み、別の項目なら行を分けて字下げをそろえてください。', '“spelling: off” has “: ” twice on a line, or is read as going on from the line above. Quote it if it is text; give it a line of its own and align it if it is an entry.'],
    'an alias of nothing': ['profile: *strict\n', '1:10-17 「*strict」が指す値がありません。文字として書くときは引用符で囲んでください。', '“*strict” refers to nothing. Quote it if it is meant as text.'],
    'an alias that contains itself': ['rules: &a { spelling: *a }\n', '1:23-25 「*a」は自分自身を含んでいるため読み取れません。値をそのまま書いてください。', '“*a” contains itself and cannot be read. Write the value itself.'],
    'a key given twice': ['profile: strict\nprofile: default\n', '2:1-8 「profile」が2度使われています。別の名前にするか、どちらかを取り除いてください。', '“profile” is used twice: give one another name, or remove it.'],
    'a second document': ['profile: strict\n---\nprofile: default\n', '2:1-4 1つのファイルに書けるのは1件です。「---」以降は読み取られません。取り除くか、別のファイルに分けてください。', 'A file holds one document. What follows “---” is not read: remove it, or move it to a file of its own.'],
    'what has no message of its own': ['profile: &a &b strict\n', '1:13-15 「&b strict」のあたりをYAMLとして読み取れません。記号やインデント（字下げ）を確かめてください。', 'The text near “&b strict” cannot be read as YAML. Check its punctuation and indentation.'],
  };
  for (const [what, [text, inJapanese, inEnglish]] of Object.entries(broken)) {
    it(`says in either language that it cannot be read: ${what}`, () => {
      const { problems } = readConfig(text);
      assert.deepEqual([read(text).problems, problems.map(({ message }) => translator('en')(message))], [[inJapanese], [inEnglish]]);
    });
  }

  it('says so of aliases and nesting without end', () => {
    const aliases = Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]`).join('\n');
    assert.deepEqual(read(`a0: &a0 x\n${aliases}\n`).problems, ['1:1-1 別名（*…）が多すぎるため読み取れません。値をそのまま書いてください。']);
    assert.deepEqual(read('['.repeat(5000)).problems, ['1:1-1 入れ子が深すぎるため読み取れません（上限は100段）。']);
  });

  it('has every rule in its schema', () => {
    assert.ok(schema({ rules: Object.fromEntries(rules.map((rule) => [rule.code, 'off'])) }), 'schemas/config.schema.json lists the codes of the rules');
  });
});

describe('settings', () => {
  it('are read as an editor sends them', () => {
    assert.deepEqual(readSettings({ profile: 'strict', rules: { spelling: 'off', syntax: null } }), { settings: { profile: 'strict', rules: { spelling: 'off' } }, problems: [] });
    for (const nothing of [null, undefined, {}, { profile: null, rules: null }, { profile: undefined }]) assert.deepEqual(readSettings(nothing), { settings: { rules: {} }, problems: [] });
  });

  it('of the editor are more than a file has, and on or off where nothing is set', () => {
    const told = (value: unknown): [object, string[]] => {
      const { settings, problems } = readEditorSettings(value);
      return [settings, problems.map(({ message }) => ja(message))];
    };
    const lint = { profile: 'strict', rules: {} } as const;
    for (const nothing of [null, undefined, {}, [], 'x', { workspaceDiagnostics: null, inlayHints: null }]) assert.deepEqual(told(nothing)[0], EDITOR_DEFAULTS);
    assert.deepEqual(told({ profile: 'strict', workspaceDiagnostics: false }), [{ ...EDITOR_DEFAULTS, lint, workspaceDiagnostics: false }, []]);
    assert.deepEqual(told({ inlayHints: { questions: false } })[0], { ...EDITOR_DEFAULTS, inlayHints: { questions: false, omittedAnswers: true } });
    assert.deepEqual(told({ profile: 'strict', workspaceDiagnostics: 'no', inlayHints: { questions: 1, omittedAnswers: false, question: true } }), [
      { ...EDITOR_DEFAULTS, lint, inlayHints: { questions: true, omittedAnswers: false } },
      [
        'workspaceDiagnostics に「no」は指定できません。指定できる値: true, false',
        '「inlayHints.question」という設定はありません。使える設定: questions, omittedAnswers',
        'inlayHints.questions に「1」は指定できません。指定できる値: true, false',
      ],
    ]);
    assert.deepEqual(told({ inlayHints: false })[1], ['「inlayHints」には「項目: 値」の形で書きます。']);
    assert.deepEqual(told({ workspaceDiagnostic: true })[1], ['「workspaceDiagnostic」という設定はありません。使える設定: profile, rules, workspaceDiagnostics, codeLens, inlayHints']);
    assert.deepEqual(read('workspaceDiagnostics: false\ncodeLens: false\ninlayHints: { questions: false }\n').problems.length, 3, 'a file has no such thing');
  });

  it('of the editor are those that the extension declares, with the same defaults', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { contributes: { configuration: { properties: Record<string, { default: unknown }> } } };
    const { properties } = manifest.contributes.configuration;
    const section: Record<string, unknown> = {};
    for (const [name, { default: usual }] of Object.entries(properties)) {
      const [key, inner] = name.split('.').slice(1) as [string, string?];
      if (inner === undefined) section[key] = usual;
      else section[key] = { ...section[key] as object, [inner]: usual };
    }
    assert.deepEqual(readEditorSettings(section), { settings: { ...EDITOR_DEFAULTS, lint: { profile: 'default', rules: {} } }, problems: [] });
    for (const key of ['codeLens', 'inlayHints'] as const) assert.deepEqual(section[key], EDITOR_DEFAULTS[key]);
  });

  it('of the editor are those that are declared', () => {
    const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const section: Record<string, unknown> = {};
    for (const [name, { default: usual }] of Object.entries<{ default: unknown }>(contributes.configuration.properties)) {
      const [, group, key] = name.split('.');
      if (key === undefined) section[group!] = usual;
      else section[group!] = { ...(section[group!] as object | undefined), [key]: usual };
    }
    const { settings, problems } = readEditorSettings(section);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, { ...EDITOR_DEFAULTS, lint: { profile: 'default', rules: {} } });
  });

  it('are laid over one another key by key: editor, file, command line', () => {
    const editor = { profile: 'strict', rules: { spelling: 'off', syntax: 'hint' } } as const;
    const file = { rules: { spelling: 'info', 'unused-remark': 'off' } } as const;
    assert.deepEqual(layered(editor, file), { profile: 'strict', severities: { spelling: 'info', syntax: 'hint', 'unused-remark': 'off' } });
    assert.deepEqual(layered(editor, { ...file, profile: 'default' }, { rules: { spelling: 'error' } }), { profile: 'default', severities: { spelling: 'error', syntax: 'hint', 'unused-remark': 'off' } });
    assert.deepEqual(layered({ rules: {} }), { profile: 'default', severities: {} });
  });
});
