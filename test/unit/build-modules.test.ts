import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import type * as Yaml from 'yaml';
import { modulesPlugin, esModule, withoutFeature } from '../../scripts/build/modules-plugin.mjs';
import { yamlPlugin } from '../../scripts/build/yaml-plugin.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

/** What the library's modules for Node and for all hosts both export; CommonJS takes the first, ES modules neither. */
const TWICE = ['createMessageConnection', 'createProtocolConnection'];

describe('CommonJS that is bundled as ES modules', () => {
  for (const name of ['vscode-languageserver/node', 'vscode-languageserver-protocol/node', 'vscode-jsonrpc/node']) {
    it(`exports of ${name} what it exports`, async () => {
      const { outputFiles } = await build({
        stdin: { contents: `export * from '${name}';`, resolveDir: root }, bundle: true, write: false, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], plugins: [modulesPlugin()],
      });
      const module = { exports: {} as Record<string, unknown> };
      (compileFunction(outputFiles[0]!.text, ['module', 'exports', 'require']) as (...args: unknown[]) => void)(module, module.exports, require);
      const whole = require(name) as Record<string, unknown>;
      assert.ok(Object.keys(whole).length > 20);
      const shapes = (of: Record<string, unknown>): [string, unknown][] => Object.keys(of).filter((key) => !TWICE.includes(key)).sort().map((key) => [key, shape(of[key])]);
      assert.deepEqual(shapes(module.exports), shapes(whole));
    });
  }

  it('leaves out a namespace that nothing uses', async () => {
    const { outputFiles } = await build({
      stdin: { contents: "import { Position } from 'vscode-languageserver-types'; console.log(Position.create(0, 0));", resolveDir: root }, bundle: true, write: false, platform: 'node', plugins: [modulesPlugin()], mainFields: ['module'],
    });
    assert.match(outputFiles[0]!.text, /Position/);
    assert.doesNotMatch(outputFiles[0]!.text, /InlayHint/);
  });

  it('leaves out what the library adds to a connection and nothing listens to, and nothing that something does', async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export { createConnection } from 'vscode-languageserver/node';", resolveDir: root }, bundle: true, write: false, platform: 'node', plugins: [modulesPlugin()], mainFields: ['module', 'main'],
    });
    const { text } = outputFiles[0]!;
    for (const used of ['textDocument/semanticTokens/full', 'textDocument/inlayHint', 'textDocument/diagnostic', 'workspace/didChangeWorkspaceFolders', 'workspace/configuration', 'window/workDoneProgress/create']) assert.ok(text.includes(used), used);
    for (const unused of ['callHierarchy/', 'typeHierarchy/', 'textDocument/moniker', 'workspace/didRenameFiles', 'textDocument/inlineValue', 'textDocument/linkedEditingRange']) assert.ok(!text.includes(unused), unused);
  });

  it('is not left out where a module has come to export something else', () => {
    assert.equal(withoutFeature('exports.AFeature = void 0;\nexports.AFeature = AFeature;\n', 'a.js'), 'export const AFeature = (Base) => Base;');
    assert.throws(() => withoutFeature('exports.AFeature = AFeature;\nexports.Other = Other;\n', 'a.js'), /a\.js.*Other/);
  });

  it('is refused where it is not what TypeScript writes', () => {
    assert.throws(() => esModule('module.x = 1; for (const one of Object.keys(exports)) one();', 'some.js'), /some\.js/);
  });
});

describe('the YAML library as it is bundled', () => {
  it('reads what the whole one does by the schemas that are used, and has no other', async () => {
    const bundled = async (plugins: ReturnType<typeof yamlPlugin>[]): Promise<{ text: string; yaml: typeof Yaml }> => {
      const { outputFiles } = await build({
        stdin: { contents: "export * from 'yaml';", resolveDir: root }, bundle: true, write: false, platform: 'node', format: 'cjs', plugins, alias: { yaml: `${root}node_modules/yaml/browser/index.js` },
      });
      const module = { exports: {} };
      (compileFunction(outputFiles[0]!.text, ['module', 'exports', 'require']) as (...args: unknown[]) => void)(module, module.exports, require);
      return { text: outputFiles[0]!.text, yaml: module.exports as typeof Yaml };
    };
    const [whole, lean] = await Promise.all([bundled([]), bundled([yamlPlugin()])]);
    assert.match(whole.text, /2002:timestamp/);
    assert.doesNotMatch(lean.text, /2002:timestamp/);
    const sources = ['a: 1\nb: [true, ~, 1.5, 0x1F, はい]\n<<: x\n', '%YAML 1.1\n---\na: yes\nb: 2023-10-04\n', 'a: !!timestamp 2023-10-04\nb: !!set { x }\nc: !x y\n'];
    for (const schema of ['core', 'failsafe']) {
      const read = ({ yaml }: typeof whole, source: string): unknown => yaml.parseDocument(source, { schema, resolveKnownTags: false, logLevel: 'silent' }).toJS();
      for (const source of sources) assert.deepEqual(read(lean, source), read(whole, source), source);
    }
    assert.equal(lean.yaml.stringify({ a: ['b: c', '1'] }, { schema: 'failsafe' }), whole.yaml.stringify({ a: ['b: c', '1'] }, { schema: 'failsafe' }));
  });
});

/** What a value is made of, as far as it can be compared. */
function shape(value: unknown): unknown {
  if (typeof value !== 'object' && typeof value !== 'function') return value;
  return [typeof value, Object.keys(value ?? {}).sort()];
}
