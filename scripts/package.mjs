// Packs what is built: the extension for the Marketplace and Open VSX, or the command and the language server for npm.
// usage: node scripts/package.mjs [--out FILE] [--pre-release]
//        node scripts/package.mjs --npm [--out FOLDER]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { npm } from './npm.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** vsce sees to README.md and CHANGELOG.md, and to no other text. */
const OTHER_TEXTS = ['README.ja.md'];
/** What the manifest says to npm. The rest is for VS Code, or of files that only the sources have. */
const FOR_NPM = ['name', 'version', 'description', 'keywords', 'license', 'bin', 'engines', 'peerDependencies', 'peerDependenciesMeta', 'repository', 'homepage', 'bugs', 'publishConfig'];

/**
 * @param {string} text Markdown of the project's own folder
 * @param {string} repository its address
 * @returns {string} the text for where the folder is not at hand, its links and pictures by their addresses, as vsce writes them
 */
export function withAddresses(text, repository) {
  return text.replace(/(!?)(\[[^[\]]*\])\((?!https?:|#)([^)\s]+)\)/g, (_, picture, label, file) => `${picture}${label}(${repository}/${picture ? 'raw' : 'blob'}/HEAD/${file})`);
}

/**
 * @param {Record<string, any>} manifest the extension's
 * @param {Record<string, string>} words what stands for its `%keys%`
 * @returns {Record<string, any>} the npm package's
 */
export function manifestForNpm(manifest, words) {
  const { vscode: _, ...engines } = manifest['engines'];
  return { ...Object.fromEntries(FOR_NPM.map((name) => [name, manifest[name]])), description: words[manifest['description'].slice(1, -1)], engines };
}

/** @param {{ out: string | undefined, preRelease: boolean }} options */
async function packExtension({ out, preRelease }) {
  const { homepage } = await json('package.json');
  const files = ['.vscodeignore', ...(await listFiles({ cwd: root, packageManager: PackageManager.None }))];
  await packed(files, (file, text) => (OTHER_TEXTS.includes(file) ? withAddresses(text, homepage) : undefined),
    (folder) => createVSIX({ cwd: folder, packagePath: path.resolve(root, out ?? '.'), preRelease, dependencies: false }));
}

/** @param {{ out: string | undefined }} options */
async function packForNpm({ out }) {
  const [{ files }] = JSON.parse(runNpm(root, 'pack', '--dry-run', '--json', '--ignore-scripts'));
  const manifest = await json('package.json');
  const manifestText = `${JSON.stringify(manifestForNpm(manifest, await json('package.nls.json')), null, 2)}\n`;
  await packed(files.map((/** @type {{ path: string }} */ file) => file.path),
    (file, text) => (file === 'package.json' ? manifestText : file.endsWith('.md') ? withAddresses(text, manifest.homepage) : undefined),
    (folder) => console.log(runNpm(folder, 'pack', '--ignore-scripts', '--pack-destination', path.resolve(root, out ?? '.')).trim()));
}

/**
 * Packs a copy, in which texts may differ.
 * @param {string[]} files
 * @param {(file: string, text: string) => string | undefined} rewrite a file's other text, if it has one
 * @param {(folder: string) => unknown} pack
 */
async function packed(files, rewrite, pack) {
  const copy = mkdtempSync(path.join(tmpdir(), 'sds-package-'));
  try {
    for (const file of files) {
      const target = path.join(copy, file);
      await mkdir(path.dirname(target), { recursive: true });
      await cp(path.join(root, file), target);
      const text = rewrite(file, await readFile(target, 'utf8'));
      if (text !== undefined) await writeFile(target, text);
    }
    await pack(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** @param {string} name */
async function json(name) {
  return JSON.parse(await readFile(path.join(root, name), 'utf8'));
}

/**
 * @param {string} cwd
 * @param {string[]} args
 */
function runNpm(cwd, ...args) {
  const [command, all] = npm(...args);
  return execFileSync(command, all, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string', short: 'o' }, 'pre-release': { type: 'boolean', default: false }, npm: { type: 'boolean', default: false } } });
  await (values.npm ? packForNpm({ out: values.out }) : packExtension({ out: values.out, preRelease: values['pre-release'] }));
}
