import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import { modulesPlugin, esModule } from '../../scripts/build/modules-plugin.mjs';

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

  it('is refused where it is not what TypeScript writes', () => {
    assert.throws(() => esModule('module.x = 1; for (const one of Object.keys(exports)) one();', 'some.js'), /some\.js/);
  });
});

/** What a value is made of, as far as it can be compared. */
function shape(value: unknown): unknown {
  if (typeof value !== 'object' && typeof value !== 'function') return value;
  return [typeof value, Object.keys(value ?? {}).sort()];
}
