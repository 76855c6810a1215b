import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPacked, packExtension } from '../../scripts/editor/packed.mjs';
import { IN_EXTENSION } from '../support/shipped-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** In thousands of bytes; what makes it larger is looked at before the number is. */
const BUDGET = 800;
/** The least that the Marketplace takes, in pixels. */
const ICON = 128;

interface Manifest {
  name: string;
  publisher: string;
  version: string;
  license: string;
  keywords: string[];
  categories: string[];
  galleryBanner: { color: string; theme: string };
  icon: string;
}

/** Every text in a value. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
}

describe('The packed extension, installed by VS Code', function () {
  this.timeout(120_000);
  let folder: string;
  let file: string;
  let place: string;
  let manifest: Manifest;
  const read = (name: string): string => readFileSync(path.join(place, name), 'utf8');

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'sds-vsix-'));
    // Of the other channel than what the tests of the user interface install and use.
    file = packExtension(path.join(folder, 'sds.vsix'), ['--pre-release']);
    const extensions = path.join(folder, 'extensions');
    await installPacked(file, path.join(folder, 'data'), extensions, process.env);
    place = path.join(extensions, readdirSync(extensions).find((name) => name !== 'extensions.json')!);
    manifest = JSON.parse(read('package.json')) as Manifest;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is within its budget', () => {
    const size = statSync(file).size / 1000;
    assert.ok(size <= BUDGET, `${size.toFixed(0)} kB of ${BUDGET}`);
  });

  it('is the files that ship and no other, the bundles and licences as they were built', () => {
    // By the names that vsce gives them, with what it tells the stores.
    const names: Record<string, string> = { 'README.md': 'readme.md', 'CHANGELOG.md': 'changelog.md', 'LICENSE': 'LICENSE.txt' };
    const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => path.relative(place, path.join(one.parentPath, one.name)));
    assert.deepEqual(files.sort(), [...IN_EXTENSION.map((name) => names[name] ?? name), '.vsixmanifest'].sort());
    for (const name of files.filter((one) => one.startsWith('dist/'))) assert.equal(read(name), readFileSync(path.join(root, name), 'utf8'), name);
  });

  it('has what the stores ask for', () => {
    assert.match(`${manifest.publisher}.${manifest.name}`, /^[a-z][a-z\d-]+\.[a-z][a-z\d-]+$/);
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
    assert.equal(manifest.license, 'MIT');
    const known = ['Programming Languages', 'Linters', 'Formatters', 'Other'];
    assert.ok(manifest.categories.length > 0 && manifest.categories.every((category) => known.includes(category)));
    assert.ok(manifest.keywords.length <= 30 && new Set(manifest.keywords).size === manifest.keywords.length);
    assert.match(manifest.galleryBanner.color, /^#[\da-f]{6}$/);
    assert.match(manifest.galleryBanner.theme, /^(?:dark|light)$/);
    const icon = readFileSync(path.join(place, manifest.icon));
    assert.equal(icon.toString('latin1', 1, 4), 'PNG');
    assert.ok(icon.readUInt32BE(16) >= ICON && icon.readUInt32BE(16) === icon.readUInt32BE(20));
    for (const name of ['LICENSE.txt', 'NOTICE', 'readme.md', 'README.ja.md', 'changelog.md', 'dist/THIRD-PARTY-NOTICES.txt']) assert.ok(read(name).length > 200, name);
    assert.match(read('changelog.md'), new RegExp(`^## ${manifest.version.replaceAll('.', '\\.')}`, 'm'));
    const told = read('.vsixmanifest');
    assert.match(told, /Branding\.Color" Value="#/);
    assert.match(told, /<License>extension\/LICENSE\.txt</);
    assert.match(told, /Id="Microsoft\.VisualStudio\.Code\.PreRelease" Value="true"/);
  });

  it('has every file that its manifest names, in both languages', () => {
    for (const language of ['package.nls.json', 'package.nls.ja.json']) {
      const words = JSON.parse(read(language)) as Record<string, string>;
      const named = texts(manifest).map((text) => (/^%(.+)%$/.test(text) ? words[text.slice(1, -1)] : text));
      assert.ok(!named.includes(undefined), language);
      const places = named.filter((text) => /^(?:\.\/)?(?:dist|docs|images|l10n|schemas|syntaxes|samples)(?:\/[\w./-]+)?$|^\.\/[\w.-]+$/.test(text!));
      assert.ok(places.length > 10);
      // The command line is in the npm package.
      for (const name of places.filter((one) => one !== 'dist/cli.js')) assert.ok(existsSync(path.join(place, name!)), `${language}: ${name!}`);
    }
  });

  for (const name of ['readme.md', 'README.ja.md']) it(`${name} shows pictures that a store can load, and leads to what is there`, () => {
    const places = [...read(name).matchAll(/(!?)\[[^\]]*\]\(([^)]+)\)/g)].map(([, picture, address]) => ({ isPicture: picture === '!', address: address! }));
    assert.ok(places.filter(({ isPicture }) => isPicture).length >= 7 && places.length > 40);
    for (const { isPicture, address } of places) {
      const [, way, inside] = /^https:\/\/github\.com\/[\w-]+\/[\w-]+\/(raw|blob)\/HEAD\/([^#]+)$/.exec(address) ?? [];
      assert.ok(inside !== undefined && existsSync(path.join(root, inside)), address);
      assert.equal(way, isPicture ? 'raw' : 'blob', address);
    }
  });

  it('leads from one language to the other', () => {
    assert.match(read('README.ja.md'), /\]\(https:\/\/[^)]+README\.md\)/);
    assert.match(read('readme.md'), /\]\(https:\/\/[^)]+README\.ja\.md\)/);
  });
});
