// Bundles the tests that run inside VS Code's extension host: out/test/host/index.js and one file per *.test.ts.
import { build } from 'esbuild';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from './editor/paths.mjs';

const source = path.join(projectRoot, 'test', 'host');
const target = path.join(projectRoot, 'out', 'test', 'host');

const tests = (await readdir(source)).filter((name) => name.endsWith('.test.ts'));
await rm(target, { recursive: true, force: true }); // A deleted test must not run again.
await build({
  entryPoints: ['index.ts', ...tests].map((name) => path.join(source, name)),
  outdir: target,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // VS Code provides `vscode`. Mocha is bundled: the extension host's Node.js may not be able to require its ES modules.
  external: ['vscode'],
  sourcemap: true,
  logLevel: 'warning',
  // Mocha's parallel runner, which is not used.
  logOverride: { 'require-resolve-not-external': 'silent' },
});
