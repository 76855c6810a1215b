// Packs what is built for the Marketplace and Open VSX.
// usage: node scripts/package.mjs [--out FILE] [--pre-release]
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** vsce sees to README.md and CHANGELOG.md, and to no other text. */
const OTHER_TEXTS = ['README.ja.md'];

/**
 * @param {string} text Markdown of the project's own folder
 * @param {string} repository its address
 * @returns {string} the text for where the folder is not at hand, its links and pictures by their addresses, as vsce writes them
 */
export function withAddresses(text, repository) {
  return text.replace(/(!?)(\[[^[\]]*\])\((?!https?:|#)([^)\s]+)\)/g, (_, picture, label, file) => `${picture}${label}(${repository}/${picture ? 'raw' : 'blob'}/HEAD/${file})`);
}

/** @param {{ out: string | undefined, preRelease: boolean }} options */
async function pack({ out, preRelease }) {
  const { homepage } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  // Packed is a copy, in which texts may differ.
  const copy = mkdtempSync(path.join(tmpdir(), 'sds-extension-'));
  try {
    for (const file of ['.vscodeignore', ...(await listFiles({ cwd: root, packageManager: PackageManager.None }))]) {
      const target = path.join(copy, file);
      await mkdir(path.dirname(target), { recursive: true });
      if (OTHER_TEXTS.includes(file)) await writeFile(target, withAddresses(await readFile(path.join(root, file), 'utf8'), homepage));
      else await cp(path.join(root, file), target);
    }
    await createVSIX({ cwd: copy, packagePath: path.resolve(root, out ?? '.'), preRelease, dependencies: false });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string', short: 'o' }, 'pre-release': { type: 'boolean', default: false } } });
  await pack({ out: values.out, preRelease: values['pre-release'] });
}
