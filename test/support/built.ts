// What the build makes of the sources, in a folder of its own: other tests use dist/ meanwhile.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Built {
  /** As dist/ is. */
  folder: string;
  /** Of all bundles. */
  metafiles: Metafile[];
  /** @param name as in dist/ */
  metafilesOf(name: string): Metafile[];
  /** @returns the name by which the metafiles have a bundle */
  nameOf(name: string): string;
  remove(): Promise<void>;
}

export async function buildElsewhere(): Promise<Built> {
  const place = await mkdtemp(path.join(tmpdir(), 'sds-built-'));
  const folder = path.join(place, 'dist');
  const file = path.join(place, 'meta.json');
  execFileSync(process.execPath, ['scripts/build.mjs', '--out', folder, '--metafile', file], { cwd: root, stdio: 'inherit' });
  const metafiles = JSON.parse(await readFile(file, 'utf8')) as Metafile[];
  const nameOf = (name: string): string => path.relative(root, path.join(folder, name));
  return {
    folder, metafiles, nameOf,
    metafilesOf: (name) => metafiles.filter(({ outputs }) => nameOf(name) in outputs),
    remove: () => rm(place, { recursive: true, force: true }),
  };
}
