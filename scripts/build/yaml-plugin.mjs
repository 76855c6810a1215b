// Leaves YAML 1.1 and JSON, whose tags nothing asks for, out of the YAML library: its list of schemas names them all, so that
// none could be left out otherwise.
import { readFile } from 'node:fs/promises';

/** The schemas that the product reads and writes by. */
const TAGS = `
import { map } from './common/map.js';
import { seq } from './common/seq.js';
import { string } from './common/string.js';
import { schema as core } from './core/schema.js';
const schemas = { core, failsafe: [map, seq, string] };
export const coreKnownTags = {};
export function getTags(_customTags, name) { return schemas[name].slice(); }
`;

/** @returns {import('esbuild').Plugin} */
export function yamlPlugin() {
  return {
    name: 'yaml',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/]yaml[\\/]browser[\\/]dist[\\/]schema[\\/]tags\.js$/ }, async ({ path: file }) => {
        if (!/^export \{ coreKnownTags, getTags \};$/m.test(await readFile(file, 'utf8'))) throw new Error(`${file} exports something else by now.`);
        return { contents: TAGS, loader: 'js' };
      });
    },
  };
}
