import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledPackages } from '../../scripts/build/notices.mjs';
import { buildElsewhere, type Built } from '../support/built.ts';
import { IN_NPM_PACKAGE } from '../support/shipped-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown> & { version: string; scripts: Record<string, string> };
/** In thousands of bytes; what makes one larger is looked at before the number is. */
const BUDGETS: Record<string, number> = { 'dist/server.js': 520, 'dist/cli.js': 450, 'dist/data/validators.js': 200, 'dist/extension.js': 370, 'dist/web/server.js': 512, 'dist/web/extension.js': 340, 'dist/webview/preview.js': 30, 'dist/webview/preview.css': 15 };

/** Licences that ask for no more than to be named. */
const FREE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0'];
const packageIn = (folder: string): { name: string; version: string; license: string } => JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as ReturnType<typeof packageIn>;

describe('What ships', () => {
  let folder: string;
  before(() => void (folder = mkdtempSync(path.join(os.tmpdir(), 'sds-package-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is within its budget', () => {
    for (const [file, budget] of Object.entries(BUDGETS)) {
      const size = statSync(path.join(root, file)).size / 1000;
      assert.ok(size <= budget, `${file}: ${size.toFixed(0)} kB of ${budget}`);
    }
  });

  it('is ASCII where a program stays in memory: one character more makes V8 keep all of its text twice as wide', () => {
    for (const file of ['dist/server.js', 'dist/cli.js', 'dist/web/server.js']) assert.doesNotMatch(readFileSync(path.join(root, file), 'utf8'), /[^\0-\x7f]/, file);
  });

  it('needs nothing else, no script at installation, and versions to the digit', () => {
    assert.equal(manifest['dependencies'], undefined);
    for (const name of ['preinstall', 'install', 'postinstall']) assert.equal(manifest.scripts[name], undefined, name);
    for (const [name, version] of Object.entries(manifest['devDependencies'] as Record<string, string>)) assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
  });

  describe('when it is built once more', function () {
    this.timeout(60_000);
    let built: Built;
    before(async () => void (built = await buildElsewhere()));
    after(() => built.remove());

    it('is the same, byte by byte', () => {
      const names = readdirSync(built.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => path.relative(built.folder, path.join(one.parentPath, one.name)));
      assert.ok(names.length > 10);
      for (const name of names) assert.ok(readFileSync(path.join(built.folder, name)).equals(readFileSync(path.join(root, 'dist', name))), name);
    });

    it('is of packages that are locked, and have no script at installation', () => {
      const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { version: string; integrity?: string; hasInstallScript?: true }> };
      for (const folder of bundledPackages(built.metafiles)) {
        const locked = packages[folder];
        assert.ok(locked, folder);
        assert.match(locked.integrity ?? '', /^sha512-/, folder);
        assert.equal(locked.hasInstallScript, undefined, folder);
        assert.equal(packageIn(folder).version, locked.version, folder);
      }
    });

    it('comes with the licence of every package that is in a bundle, and with no other, in full', () => {
      const notices = readFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
      const told = new Map(notices.split(/^-{80}\n/m).slice(1).map((part) => [part.slice(0, part.indexOf('\n')), part]));
      const folders = bundledPackages(built.metafiles);
      for (const bundle of ['server.js', 'cli.js', 'data/validators.js', 'extension.js', 'web/server.js', 'web/extension.js', 'webview/preview.js']) assert.ok(bundledPackages(built.metafilesOf(bundle)).length > 0, bundle);
      assert.deepEqual([...told.keys()].sort(), [...new Set(folders.map((folder) => `${packageIn(folder).name} ${packageIn(folder).version}`))].sort());
      for (const folder of folders) {
        const { name, version, license } = packageIn(folder);
        const part = told.get(`${name} ${version}`)!;
        assert.ok(FREE.includes(license), `${name}: ${license}`);
        assert.ok(part.includes(`\nLicence: ${license}\n`), name);
        const [file] = readdirSync(path.join(root, folder)).filter((one) => /^licen[cs]e/i.test(one));
        assert.ok(part.includes(readFileSync(path.join(root, folder, file!), 'utf8').replaceAll('\r\n', '\n').trim()), name);
        assert.match(part, /copyright/i, name);
      }
    });
  });

  describe('as the npm package', () => {
    let installed: string;
    before(function () {
      this.timeout(120_000);
      execFileSync(process.execPath, ['scripts/package.mjs', '--npm', '--out', folder], { cwd: root, stdio: 'pipe' });
      const [filename] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
      assert.equal(filename, `sds-authoring-${manifest.version}.tgz`);
      installed = path.join(folder, 'somewhere');
      mkdirSync(installed);
      writeFileSync(path.join(installed, 'package.json'), '{ "private": true }');
      execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=optional', path.join(folder, filename)], { cwd: installed, stdio: 'pipe' });
    });
    const place = (name = ''): string => path.join(installed, 'node_modules/sds-authoring', name);
    const bin = (name: string): string => path.join(installed, 'node_modules/.bin', name);

    it('is these files', () => {
      const files = readdirSync(place(), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => path.relative(place(), path.join(one.parentPath, one.name)));
      assert.deepEqual(files.sort(), IN_NPM_PACKAGE);
    });

    it('has a manifest that says what it is, and names only files that are there', () => {
      const own = JSON.parse(readFileSync(place('package.json'), 'utf8')) as Record<string, unknown> & { bin: Record<string, string>; description: string };
      assert.deepEqual([own['name'], own['version'], own['license'], own['engines']], [manifest['name'], manifest.version, 'MIT', { node: (manifest['engines'] as { node: string }).node }]);
      assert.match(own.description, /\.sds\.yaml/);
      assert.deepEqual(own.bin, manifest['bin']);
      for (const file of Object.values(own.bin)) assert.ok(existsSync(place(file)), file);
      for (const name of ['main', 'browser', 'icon', 'l10n', 'contributes', 'scripts', 'dependencies', 'devDependencies']) assert.ok(!(name in own), name);
      for (const [, target] of readFileSync(place('README.md'), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)) assert.match(target!, /^https:|^#/);
    });

    it('has the command, which checks a sheet', () => {
      const sheet = path.join(installed, 'a.sds.yaml');
      writeFileSync(sheet, '様式: SDS-4.0\n回答:\n  75: 非該当\n  75.1: はい\n');
      const { status, stdout } = spawnSync(bin('sds'), ['lint', '--locale', 'ja', sheet], { encoding: 'utf8' });
      assert.equal(status, 1);
      assert.match(stdout, /inconsistent-answer/);
      assert.equal(execFileSync(bin('sds'), ['--version'], { encoding: 'utf8' }).trim(), manifest.version);
    });

    it('has the language server, which says its version, and how it is started', () => {
      assert.equal(execFileSync(bin('sds-language-server'), ['--version'], { encoding: 'utf8' }), `${manifest.version}\n`);
      assert.match(execFileSync(bin('sds-language-server'), ['--help', '--locale', 'en'], { encoding: 'utf8' }), /^sds-language-server: .*--stdio[^\n]*\n$/);
    });

    it('has the language server, which answers', async () => {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
      const input = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      const server = spawn(bin('sds-language-server'), ['--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
      try {
        server.stdin.write(input);
        server.stdout.setEncoding('utf8');
        let said = '';
        for await (const part of server.stdout) if ((said += String(part)).includes('sds-language-server')) break;
        assert.match(said, /"name":"sds-language-server"/);
      } finally {
        server.kill();
      }
    });

    it('leaves nothing behind in the project', () => {
      assert.ok(!readdirSync(root).some((name) => name.endsWith('.tgz') || name.endsWith('.vsix')));
      assert.ok(existsSync(bin('sds')));
    });
  });
});
