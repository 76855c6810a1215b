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

  it('of the editor are declared by the extension, with the same defaults', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { contributes: { configuration: { properties: Record<string, { default: unknown }> } } };
    const flat = (group: object, name: string): [string, unknown][] => Object.entries(group).flatMap(([key, value]: [string, unknown]) =>
      (typeof value === 'object' && value !== null ? flat(value, `${name}.${key}`) : [[`${name}.${key}`, value]]));
    for (const [name, usual] of flat({ inlayHints: EDITOR_DEFAULTS.inlayHints }, 'sds')) assert.deepEqual(manifest.contributes.configuration.properties[name]?.default, usual, name);
  });

  it('are laid over one another key by key: editor, file, command line', () => {
    const editor = { profile: 'strict', rules: { spelling: 'off', syntax: 'hint' } } as const;
    const file = { rules: { spelling: 'info', 'unused-remark': 'off' } } as const;
    assert.deepEqual(layered(editor, file), { profile: 'strict', severities: { spelling: 'info', syntax: 'hint', 'unused-remark': 'off' } });
    assert.deepEqual(layered(editor, { ...file, profile: 'default' }, { rules: { spelling: 'error' } }), { profile: 'default', severities: { spelling: 'error', syntax: 'hint', 'unused-remark': 'off' } });
    assert.deepEqual(layered({ rules: {} }), { profile: 'default', severities: {} });
  });
});
