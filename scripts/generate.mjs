// Writes the files that are generated from the data under schemas/ and from the rules in server/src/rules/.
// usage: node scripts/generate.mjs [--check]
//   --check  write nothing; fail when a file is not what would be written
//
// A generator is a module in scripts/generate/ that exports
//   async function generate(): Promise<{ path: string, content: string }[]>
// with paths from the project's folder. Modules without it are helpers.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { register as registerForRequire } from 'tsx/cjs/api';
import { register } from 'tsx/esm/api';

// The rules are read from their TypeScript files.
registerForRequire();
register();

const root = path.join(import.meta.dirname, '..');
const folder = path.join(import.meta.dirname, 'generate');
const check = process.argv.includes('--check');

for (const name of (await readdir(folder)).filter((one) => one.endsWith('.mjs')).sort()) {
  const { generate } = await import(pathToFileURL(path.join(folder, name)).href);
  for (const { path: shown, content } of await generate?.() ?? []) await put(shown, content);
}

/**
 * @param {string} shown from the project's folder
 * @param {string} content
 */
async function put(shown, content) {
  const file = path.join(root, shown);
  if (await contentOf(file) === content) return;
  if (check) {
    console.error(`${shown} is stale. Run: npm run generate`);
    process.exitCode = 1;
    return;
  }
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  console.log(`Wrote ${shown}.`);
}

/** @param {string} file */
async function contentOf(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
