import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { ClientCapabilities } from 'vscode-languageserver';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { opened } from './configured-server.ts';
import { CONTRADICTION } from '../support/contradiction.ts';
import { Place, shipped } from './place.ts';

interface Manifest {
  version: string;
  bin: Record<string, string>;
  contributes: { languages: { id: string; extensions: string[] }[]; grammars: { scopeName: string }[]; configuration: { properties: Record<string, unknown> } };
}

const read = (file: string): string => readFileSync(shipped(file), 'utf8');
const json = <T>(file: string): T => JSON.parse(read(file)) as T;
// Its tables have no prototype, which no literal equals.
const toml = <T>(file: string): T => JSON.parse(JSON.stringify(parseToml(read(file)))) as T;

const manifest = json<Manifest>('package.json');
const COMMAND = Object.keys(manifest.bin).find((name) => manifest.bin[name] === 'dist/server.js')!;
const { id: LANGUAGE, extensions } = manifest.contributes.languages[0]!;
const PATTERNS = extensions.map((extension) => `*${extension}`);
const SUFFIXES = extensions.map((extension) => extension.slice(1));
const SCOPE = manifest.contributes.grammars[0]!.scopeName;

interface Helix {
  'language-server': Record<string, { command: string; args: string[] }>;
  language: { name: string; 'language-id': string; scope: string; 'file-types': { glob: string }[]; 'language-servers': string[]; grammar: string }[];
}
interface JetBrains { programArgs: Record<string, string>; fileTypeMappings: { fileType: { name: string; patterns: string[] }; languageId: string }[] }
interface Sublime { clients: Record<string, { enabled: boolean; command: string[]; selector: string; settings: Record<string, unknown> }> }
interface Zed { version: string; language_servers: Record<string, { languages: string[]; language_ids: Record<string, string> }>; grammars: Record<string, { repository: string; rev: string }> }

const helix = toml<Helix>('editors/helix/languages.toml');
const jetBrains = json<JetBrains>('editors/jetbrains/template.json');
const sublime = json<Sublime>('editors/sublime-text/LSP.sublime-settings');
const zed = toml<Zed>('editors/zed/extension.toml');

describe('The configuration for', () => {
  it('Helix names the command, the language and its files', () => {
    const [language, ...others] = helix.language;
    assert.deepEqual(others, []);
    assert.equal(language!['language-id'], LANGUAGE);
    assert.equal(language!.scope, SCOPE);
    assert.deepEqual(language!['file-types'].map(({ glob }) => glob), PATTERNS);
    assert.deepEqual(language!['language-servers'], Object.keys(helix['language-server']));
    assert.deepEqual(Object.values(helix['language-server']), [{ command: COMMAND, args: ['--stdio'] }]);
    for (const query of readdirSync(shipped(`editors/helix/runtime/queries/${language!.name}`))) {
      assert.equal(read(`editors/helix/runtime/queries/${language!.name}/${query}`), `; inherits: ${language!.grammar}\n`, query);
    }
  });

  it('Zed names the command, the language and its files', () => {
    const [[server, { languages, language_ids: ids }], ...others] = Object.entries(zed.language_servers) as [[string, Zed['language_servers'][string]]];
    assert.deepEqual(others, []);
    const language = toml<{ name: string; grammar: string; path_suffixes: string[] }>(`editors/zed/languages/${LANGUAGE}/config.toml`);
    assert.deepEqual(languages, [language.name]);
    assert.deepEqual(ids, { [language.name]: LANGUAGE });
    assert.deepEqual(language.path_suffixes, SUFFIXES);
    assert.match(zed.grammars[language.grammar]!.rev, /^[0-9a-f]{40}$/);
    assert.equal(zed.version, manifest.version);
    const cargo = toml<{ package: { version: string }; lib: { 'crate-type': string[] }; dependencies: Record<string, string> }>('editors/zed/Cargo.toml');
    assert.equal(cargo.package.version, manifest.version);
    assert.deepEqual(cargo.lib['crate-type'], ['cdylib']);
    assert.match(cargo.dependencies['zed_extension_api']!, /^\d+\.\d+\.\d+$/);
    const source = read('editors/zed/src/lib.rs');
    assert.ok(source.includes(`const COMMAND: &str = "${COMMAND}";`));
    assert.ok(source.includes(`const ARGUMENTS: [&str; 1] = ["--stdio"];`));
    assert.ok(source.includes(`const SECTION: &str = "sds";`));
    assert.ok(source.includes(`lsp.${server}`));
  });

  it('JetBrains names the command, the language and its files', () => {
    assert.deepEqual(jetBrains.fileTypeMappings.map(({ languageId, fileType }) => [languageId, fileType.patterns]), [[LANGUAGE, PATTERNS]]);
    assert.deepEqual(jetBrains.programArgs, { default: `sh -c "${COMMAND} --stdio"`, windows: `${COMMAND}.cmd --stdio` });
  });

  it('Sublime Text names the command, the language and its files', () => {
    assert.deepEqual(Object.values(sublime.clients).map(({ enabled, command, selector }) => ({ enabled, command, selector })), [{ enabled: true, command: [COMMAND, '--stdio'], selector: SCOPE }]);
    const syntax = parseYaml(read('editors/sublime-text/SDS.sublime-syntax')) as { scope: string; file_extensions: string[] };
    assert.deepEqual(syntax.file_extensions, SUFFIXES);
    assert.equal(syntax.scope, SCOPE);
    // LSP takes the second part of the scope for the language.
    assert.equal(syntax.scope.split('.')[1], LANGUAGE);
    json('editors/sublime-text/SDS.sublime-settings');
  });

  it('every editor sets settings that there are', () => {
    const known = new Set(Object.keys(manifest.contributes.configuration.properties));
    for (const key of Object.keys(sublime.clients['sds']!.settings)) assert.ok(known.has(key), key);
    for (const key of Object.keys(json<{ sds: object }>('editors/jetbrains/settings.json').sds)) assert.ok(known.has(`sds.${key}`), key);
  });
});

describe('The server, started as configured for', () => {
  let place: Place;
  beforeEach(() => void (place = new Place()));
  afterEach(() => place.remove());

  const SETTINGS = { rules: { 'inconsistent-answer': 'hint' } };
  const push = { publishDiagnostics: { relatedInformation: true } };
  const server = helix['language-server']['sds']!;
  // As far as it matters here, what each client says that it can do, and how it hands on what a user has set.
  const clients: Record<string, { command: string[]; languageId: string; capabilities: ClientCapabilities; initializationOptions?: unknown; settings?: Record<string, unknown> }> = {
    'Helix': {
      command: [server.command, ...server.args], languageId: helix.language[0]!['language-id'],
      capabilities: { general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] }, workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: false } }, textDocument: push },
      initializationOptions: { sds: SETTINGS }, settings: { sds: SETTINGS },
    },
    'Zed': {
      command: [COMMAND, '--stdio'], languageId: zed.language_servers['sds']!.language_ids['SDS']!,
      capabilities: { general: { positionEncodings: ['utf-16'] }, workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } }, textDocument: push },
      settings: { sds: SETTINGS },
    },
    'JetBrains': {
      command: ['sh', '-c', /^sh -c "(.*)"$/.exec(jetBrains.programArgs['default']!)![1]!], languageId: jetBrains.fileTypeMappings[0]!.languageId,
      capabilities: { workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } }, textDocument: push },
      settings: { sds: SETTINGS },
    },
    'Sublime Text': {
      command: sublime.clients['sds']!.command, languageId: LANGUAGE,
      capabilities: { general: { positionEncodings: ['utf-16'] }, workspace: { configuration: true, workspaceFolders: true }, textDocument: push },
      settings: { sds: SETTINGS },
    },
    'a client that can be asked nothing': { command: [COMMAND, '--stdio'], languageId: LANGUAGE, capabilities: {}, initializationOptions: SETTINGS },
  };

  for (const [name, client] of Object.entries(clients)) {
    it(`${name}: checks a sheet, counts as the client does, and asks only what it answers`, async () => {
      const { result, diagnostics, requests } = await opened(place, place.write('a.sds.yaml', CONTRADICTION), CONTRADICTION, client);
      const found = diagnostics.find((one) => one.code === 'inconsistent-answer')!;
      const line = '  1.1: はい';
      assert.deepEqual(found.range, { start: { line: 7, character: line.indexOf('は') }, end: { line: 7, character: line.length } });
      assert.equal(found.severity, 4);
      assert.ok([undefined, 'utf-16'].includes(result.capabilities.positionEncoding));
      const { workspace } = client.capabilities;
      const can = [
        ...(workspace?.configuration ? ['workspace/configuration'] : []),
        ...(workspace?.didChangeWatchedFiles?.dynamicRegistration || workspace?.didChangeConfiguration?.dynamicRegistration || workspace?.workspaceFolders ? ['client/registerCapability'] : []),
      ];
      assert.deepEqual(requests.filter((method) => !can.includes(method)), []);
    });
  }
});
