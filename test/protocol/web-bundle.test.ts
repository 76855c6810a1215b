import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BESIDE, workerScript } from '../../client/src/worker-script.ts';
import { buildElsewhere, type Built } from '../support/built.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const BUILT_INS = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);

describe('What runs in a browser', function () {
  this.timeout(60_000);
  let built: Built;
  before(async () => void (built = await buildElsewhere()));
  after(() => built.remove());

  for (const [bundle, outside] of [['web/extension.js', ['vscode']], ['web/server.js', BESIDE.map((name) => `./${name}`)]] as const) {
    it(`has nothing of Node.js: dist/${bundle}`, () => {
      const { inputs, outputs } = built.metafilesOf(bundle)[0]!;
      assert.deepEqual([...new Set(outputs[built.nameOf(bundle)]!.imports.filter(({ external }) => external).map(({ path: name }) => name))].sort(), outside);
      const asked = Object.entries(inputs).flatMap(([file, { imports }]) => imports.filter(({ path: name, original }) => BUILT_INS.has(name) || BUILT_INS.has(original ?? '')).map(({ path: name }) => `${file}: ${name}`));
      assert.deepEqual(asked, []);
      // Where a package says that a browser does without one of its files, esbuild puts nothing in its place.
      assert.deepEqual(Object.keys(inputs).filter((file) => file.startsWith('(disabled)') || file.endsWith('.node.ts')), []);
      assert.ok(Object.keys(inputs).some((file) => file.endsWith('.web.ts')));
    });
  }

  it('is one script with what it requires, each of that run once and when it is asked for', () => {
    const beside: [string, string][] = [['data/a.json', '{"a":"`${\u2028</script>"}'], ['data/b.js', '"use strict"; log.push("b"); module.exports = { b: 1 }; // end']];
    const server = '"use strict"; log.push(require("./data/a.json").a); log.push(require("./data/b.js") === require("./data/b.js")); // end';
    const log: unknown[] = [];
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function('log', workerScript(server, beside))(log);
    assert.deepEqual(log, ['`${\u2028</script>', 'b', true]);
  });

  it('is what the manifest names, and no command line beside it', async () => {
    const { browser, main } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { browser: string; main: string };
    for (const entry of [browser, main]) assert.equal(built.metafilesOf(path.posix.relative('dist', entry)).length, 1, entry);
    const shipped = (await readFile(path.join(root, '.vscodeignore'), 'utf8')).split('\n');
    for (const line of ['!dist/extension.js', '!dist/server.js', '!dist/web/**']) assert.ok(shipped.includes(line), line);
    assert.ok(!shipped.includes('!dist/cli.js'));
  });
});
