// Leaves data and what is seldom needed out of the servers and the command: files beside them, which they share and read
// when they need them. What is left is code alone, which takes half the memory.
import path from 'node:path';
import { projectRoot } from './shipped-data.mjs';

/**
 * The files in dist that stand for modules.
 * @type {Record<string, string>}
 */
export const BESIDE = {
  'schema-validators': 'data/validators.js',
  'shipped-catalogue-data': 'data/catalogue.json',
  'server/l10n/ja.json': 'data/ja.json',
  'server/l10n/en.json': 'data/en.json',
};

/** @returns {import('esbuild').Plugin} */
export function besidePlugin() {
  return {
    name: 'beside',
    setup(build) {
      build.onResolve({ filter: /^(?:shipped-catalogue-data|schema-validators)$|\.json$/ }, ({ path: name, resolveDir }) => {
        const module = name.endsWith('.json') ? path.relative(projectRoot, path.resolve(resolveDir, name)).replaceAll('\\', '/') : name;
        return Object.hasOwn(BESIDE, module) ? { path: `./${BESIDE[module]}`, external: true } : undefined;
      });
    },
  };
}
