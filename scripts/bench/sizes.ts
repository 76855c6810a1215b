// What ships, in bytes: the bundles and the packed extension.
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packExtension } from '../editor/packed.mjs';
import { table } from './measure.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

export function benchSizes(): string {
  const dist = path.join(root, 'dist');
  const bundles = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.js(?:on)?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name)).sort();
  const rows = bundles.map((file) => [path.relative(root, file), kilobytes(statSync(file).size), kilobytes(gzipSync(readFileSync(file)).length)]);
  const vsix = path.join(root, 'dist', 'bench.vsix');
  try {
    packExtension(vsix);
    const files = execFileSync(path.join(root, 'node_modules/.bin/vsce'), ['ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' }).trim().split('\n').length;
    rows.push([`the packed extension, ${files} files`, kilobytes(statSync(vsix).size), '']);
  } finally {
    rmSync(vsix, { force: true });
  }
  return table(['file', 'size', 'compressed'], rows);
}
