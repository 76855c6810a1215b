// Tells a release by its tag: usage: node scripts/release.mjs v0.2.0 [>> $GITHUB_OUTPUT]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param {string} tag as pushed, `v` before the version
 * @param {string} version the package's
 * @param {string} changelog the text of CHANGELOG.md
 * @returns {{ version: string, channel: 'release' | 'pre-release', distTag: 'latest' | 'next' }} odd minor versions are
 *   pre-releases, since the Marketplace takes plain versions only
 * @throws {Error} when the three do not fit together
 */
export function release(tag, version, changelog) {
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, the version in package.json ${version}.`);
  const minor = /^\d+\.(\d+)\.\d+$/.exec(version)?.[1];
  if (minor === undefined) throw new Error(`${version}: the Marketplace takes major.minor.patch and nothing more.`);
  const heading = changelog.split('\n').find((line) => line === `## ${version}` || line.startsWith(`## ${version} `));
  if (heading === undefined) throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  if (/unreleased/i.test(heading)) throw new Error(`CHANGELOG.md has ${version} as unreleased: give it its date.`);
  return Number(minor) % 2 === 1
    ? { version, channel: 'pre-release', distTag: 'next' }
    : { version, channel: 'release', distTag: 'latest' };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.dirname(path.dirname(process.argv[1]));
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  try {
    const { channel, distTag } = release(process.argv[2] ?? '', version, readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'));
    console.log(`version=${version}\nchannel=${channel}\nflag=${channel === 'pre-release' ? '--pre-release' : ''}\ndist-tag=${distTag}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
