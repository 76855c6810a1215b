// What ships, in bytes: the bundles and the packed extension.
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packExtension } from '../editor/packed.mjs';
import { table } from './measure.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(0)} kB`;

export interface SizeResults {
  /** Of the largest bundle, and of the packed extension, in thousands of bytes. */
  largest: string;
  packed: string;
  markdown: string;
}

export function benchSizes(): SizeResults {
  const dist = path.join(root, 'dist');
  const bundles = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.js(?:on)?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name)).sort();
  const rows = bundles.map((file) => [path.relative(root, file), kilobytes(statSync(file).size), kilobytes(gzipSync(readFileSync(file)).length)]);
  const vsix = path.join(root, 'dist', 'bench.vsix');
  try {
    packExtension(vsix);
    const files = execFileSync(path.join(root, 'node_modules/.bin/vsce'), ['ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' }).trim().split('\n').length;
    const packed = kilobytes(statSync(vsix).size);
    rows.push([`the packed extension, ${files} files`, packed, '']);
    const largest = kilobytes(Math.max(...bundles.map((file) => statSync(file).size)));
    return { largest, packed, markdown: table(['file', 'size', 'compressed'], rows) };
  } finally {
    rmSync(vsix, { force: true });
  }
}
