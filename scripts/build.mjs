// Bundles everything that ships into dist/.
// usage: node scripts/build.mjs [--dev] [--watch] [--available] [--out FOLDER] [--metafile FILE]
//   --dev        readable, with source maps
//   --watch      build again whenever a source or the data under schemas/ changes; implies --dev
//   --available  leave out what has no source yet, instead of failing
//   --out        into FOLDER, instead of dist/
//   --metafile   write to FILE what esbuild says that each bundle is made of
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { context } from 'esbuild';
import { asciiPlugin } from './build/ascii-plugin.mjs';
import { BESIDE, besidePlugin } from './build/beside-plugin.mjs';
import { formatterPlugin, messagesPlugin } from './build/messages-plugin.mjs';
import { modulesPlugin } from './build/modules-plugin.mjs';
import { thirdPartyNotices } from './build/notices.mjs';
import { withoutRuleDocs } from './build/rule-docs-plugin.mjs';
import { schemasPlugin } from './build/schemas-plugin.mjs';
import { projectRoot } from './build/shipped-data.mjs';
import { validatorsPlugin } from './build/validators-plugin.mjs';
import { yamlPlugin } from './build/yaml-plugin.mjs';

const { values: flags } = parseArgs({
  options: {
    dev: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    available: { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
    metafile: { type: 'string' },
  },
});
const dev = flags.dev || flags.watch;
const dist = path.resolve(projectRoot, flags.out);

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: projectRoot,
  bundle: true,
  // Japanese stays readable, and half as large as when escaped.
  charset: 'utf8',
  minify: !dev,
  sourcemap: dev,
  legalComments: 'none', // They are in THIRD-PARTY-NOTICES.txt.
  logLevel: 'warning',
  logOverride: { 'import-is-undefined': 'error', 'call-import-namespace': 'error' },
  metafile: true,
  plugins: [schemasPlugin(), validatorsPlugin(), modulesPlugin(), yamlPlugin()],
  // The library's build of YAML for Node asks the environment at every token whether to print it, which takes a tenth of the parse.
  // Messages are taken apart when they are bundled.
  alias: {
    yaml: path.join(projectRoot, 'node_modules/yaml/browser/index.js'),
    '@formatjs/icu-messageformat-parser': path.join(projectRoot, 'node_modules/@formatjs/icu-messageformat-parser/no-parser.js'),
  },
};
/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // UMD packages hide their require calls from the bundler; their ES modules do not.
  mainFields: ['module', 'main'],
  // ES modules make their require from it, which takes a path as well.
  define: { 'import.meta.url': '__filename' },
};
/** @type {import('esbuild').BuildOptions} */
const program = { ...node, charset: 'ascii', banner: { js: '#!/usr/bin/env node' } };
/** @type {import('esbuild').BuildOptions} */
const beside = { ...node, charset: 'ascii', loader: { '.json': 'copy', '.css': 'text' }, plugins: [schemasPlugin('copy'), validatorsPlugin(), messagesPlugin()] };
/** @type {import('esbuild').BuildOptions} */
const browser = { ...common, platform: 'browser', format: 'iife', target: 'es2022' };

/** @type {{ source: string, target: string, options: import('esbuild').BuildOptions }[]} */
const bundles = [
  { source: 'server/src/lsp/main.node.ts', target: 'server.js', options: { ...program, plugins: [besidePlugin(), formatterPlugin(), modulesPlugin(), yamlPlugin(), withoutRuleDocs(), asciiPlugin()] } },
  { source: 'server/src/cli/main.ts', target: 'cli.js', options: { ...program, plugins: [besidePlugin(), formatterPlugin(), yamlPlugin(), withoutRuleDocs('bad', 'good', 'fixes'), asciiPlugin()] } },
  ...Object.entries(BESIDE).map(([source, target]) => ({ source, target, options: beside })),
  { source: 'client/src/extension.node.ts', target: 'extension.js', options: { ...node, external: ['vscode'] } },
  // In one script with what lies beside it: see client/src/worker-script.ts.
  { source: 'server/src/lsp/main.web.ts', target: 'web/server.js', options: { ...browser, format: 'cjs', charset: 'ascii', plugins: [besidePlugin(), formatterPlugin(), modulesPlugin(), yamlPlugin(), withoutRuleDocs(), asciiPlugin()] } },
  { source: 'client/src/extension.web.ts', target: 'web/extension.js', options: { ...browser, format: 'cjs', external: ['vscode'] } },
  { source: 'client/src/webview/preview.ts', target: 'webview/preview.js', options: browser },
  { source: 'client/src/webview/preview.css', target: 'webview/preview.css', options: browser },
];

const absent = bundles.filter(({ source }) => !Object.hasOwn(BESIDE, source) && !existsSync(path.join(projectRoot, source)));
if (absent.length > 0) {
  console.error(`No such source: ${absent.map(({ source }) => source).join(', ')}`);
  if (!flags.available) process.exit(1);
}

try {
  const contexts = await Promise.all(bundles.filter((bundle) => !absent.includes(bundle)).map(({ source, target, options }) => context({
    ...options,
    entryPoints: [source],
    outfile: path.join(dist, target),
  })));
  const results = await Promise.all(contexts.map((one) => one.rebuild()));
  const metafiles = results.map(({ metafile }) => metafile).filter((one) => one !== undefined);
  if (flags.metafile) await writeFile(flags.metafile, JSON.stringify(metafiles));
  const notices = path.join(dist, 'THIRD-PARTY-NOTICES.txt');
  await mkdir(dist, { recursive: true });
  await writeFile(notices, await thirdPartyNotices(metafiles));
  await removeOthers([notices, ...metafiles.flatMap(({ outputs }) => Object.keys(outputs)).map((file) => path.join(projectRoot, file))]);
  if (flags.watch) await Promise.all(contexts.map((one) => one.watch()));
  else await Promise.all(contexts.map((one) => one.dispose()));
} catch (error) {
  // esbuild has already said what is wrong with the sources.
  if (!(error instanceof Error && 'errors' in error)) console.error(error);
  process.exit(1);
}

/**
 * What an earlier build left behind must not ship. The rest stays where it is: an editor may be running it.
 * @param {string[]} kept absolute
 */
async function removeOthers(kept) {
  for (const entry of await readdir(dist, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isDirectory() && !kept.includes(file)) await rm(file);
  }
}
