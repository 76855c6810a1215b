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
  'server/src/print-styles.ts': 'data/styles.js',
  'shipped-catalogue-data': 'data/catalogue.json',
  'server/l10n/ja.json': 'data/ja.json',
  'server/l10n/en.json': 'data/en.json',
};

const MESSAGES = 'messages-beside';

/**
 * Of two languages a program speaks one: the other's words are not even read, and take no memory.
 * @param {string} file
 */
const atFirstUse = (file) => `let messages;
export default new Proxy({}, { get: (_, key) => (messages ??= require(${JSON.stringify(file)}))[key] });`;

/** @returns {import('esbuild').Plugin} */
export function besidePlugin() {
  return {
    name: 'beside',
    setup(build) {
      build.onResolve({ filter: /^(?:shipped-catalogue-data|schema-validators)$|\/print-styles\.ts$|\.json$/ }, ({ path: name, resolveDir, namespace }) => {
        if (namespace === MESSAGES) return { path: name, external: true };
        const module = /^\.{0,2}\//.test(name) ? path.relative(projectRoot, path.resolve(resolveDir, name)).replaceAll('\\', '/') : name;
        if (!Object.hasOwn(BESIDE, module)) return undefined;
        const file = `./${BESIDE[module]}`;
        return module.startsWith('server/l10n/') ? { path: file, namespace: MESSAGES } : { path: file, external: true };
      });
      build.onLoad({ filter: /./, namespace: MESSAGES }, ({ path: file }) => ({ contents: atFirstUse(file), loader: 'js' }));
    },
  };
}
