// Bundles the tests that run inside the web worker: one file, since a worker has none to look through.
import { build } from 'esbuild';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../scripts/editor/paths.mjs';

/**
 * @param {string} extension The folder of the extension under test; the bundle is put below it.
 * @param {Record<string, string>} variables What tests elsewhere are told by the environment.
 * @returns {Promise<string>} The module to run.
 */
export async function buildSuite(extension, variables) {
  const folders = ['test/host', 'test/web'].map((folder) => path.join(projectRoot, folder));
  const tests = (await Promise.all(folders.map(async (folder) => (await readdir(folder)).map((name) => path.join(folder, name)))))
    .flat().filter((file) => file.endsWith('.test.ts') && !file.endsWith('.node.test.ts')).sort();
  const outfile = path.join(extension, 'out', 'test', 'web', 'index.js');
  await build({
    stdin: {
      // Required one by one: each begins when mocha is ready for it.
      contents: `export const run = () => require('./index.ts').runTests(() => { ${tests.map((file) => `require(${JSON.stringify(file)});`).join('\n')} });`,
      resolveDir: path.join(projectRoot, 'test', 'web'),
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    alias: { 'node:assert/strict': path.join(projectRoot, 'test', 'web', 'assert.ts') },
    define: { 'process.env': JSON.stringify(variables) },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
