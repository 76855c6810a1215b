// The engine as it ships: bundled, with the build of the YAML library that the build takes, and not as tsx transforms each source.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { yamlPlugin } from '../build/yaml-plugin.mjs';
import type * as Parts from './engine-parts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @returns the engine, from a bundle in `.bench` */
export async function shippedEngine(): Promise<typeof Parts> {
  const outfile = path.join(root, '.bench/engine.mjs');
  await build({
    entryPoints: [path.join(root, 'scripts/bench/engine-parts.ts')],
    outfile, bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node20', mainFields: ['module', 'main'], logLevel: 'error',
    alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') }, plugins: [yamlPlugin()],
  });
  return await import(pathToFileURL(outfile).href) as typeof Parts;
}
