// The licences of the packages whose code is in the bundles.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from './shipped-data.mjs';

const RULE = '-'.repeat(80);
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * @param {import('esbuild').Metafile[]} metafiles of everything that was bundled
 * @returns {Promise<string>} the text to ship beside the bundles
 * @throws {Error} when a package says nothing of its licence
 */
export async function thirdPartyNotices(metafiles) {
  const packages = await Promise.all(bundledPackages(metafiles).map(readPackage));
  const texts = [...new Set(packages.sort((a, b) => (a.name < b.name ? -1 : 1)).map((one) => one.text))];
  return `These packages are part of the bundled files, under the licences given here.\n\n${texts.join('\n')}`;
}

/**
 * @param {import('esbuild').Metafile[]} metafiles of everything that was bundled
 * @returns {string[]} the folders of the packages of which something is in a bundle, relative to the project
 */
export function bundledPackages(metafiles) {
  return [...new Set(metafiles.flatMap(bundledFiles).map(packageFolder).filter((folder) => folder !== undefined))];
}

/**
 * Files of which something is in a bundle, relative to the project.
 * @param {import('esbuild').Metafile} metafile
 */
function bundledFiles(metafile) {
  return Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
}

/**
 * The folder of the package that a file belongs to; nothing for the project's own files.
 * @param {string} file
 */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** @param {string} folder relative to the project */
async function readPackage(folder) {
  const absolute = path.join(projectRoot, folder);
  const { name, version, license, author } = JSON.parse(await readFile(path.join(absolute, 'package.json'), 'utf8'));
  const names = (await readdir(absolute)).filter((one) => LICENCE_FILE.test(one)).sort();
  if (license === undefined && names.length === 0) throw new Error(`${name} ${version} says nothing of its licence.`);
  const texts = await Promise.all(names.map((one) => readFile(path.join(absolute, one), 'utf8')));
  const by = typeof author === 'string' ? author : author?.name;
  const body = texts.length > 0 ? texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n') : `Copyright: ${by ?? `the authors of ${name}`}`;
  return { name: `${name} ${version}`, text: `${RULE}\n${name} ${version}\nLicence: ${license ?? 'see below'}\n\n${body}\n` };
}
