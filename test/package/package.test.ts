import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const vsce = path.join(root, 'node_modules/.bin/vsce');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown> & { version: string; scripts: Record<string, string> };
const rulePages = readdirSync(path.join(root, 'docs/rules')).map((name) => `docs/rules/${name}`);
const walkthrough = ['en', 'ja'].flatMap((language) => ['answer', 'check', 'new', 'preview', 'team'].map((step) => `docs/walkthrough/${language}/${step}.md`));
const texts = ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.ja.md', 'README.md', 'dist/THIRD-PARTY-NOTICES.txt', 'package.json'];

/** What the servers and the command share. */
const data = ['catalogue.json', 'en.json', 'ja.json', 'validators.js'].map((name) => `dist/data/${name}`);

/** Everything that the extension ships, and nothing else. */
const IN_EXTENSION = [
  ...texts, ...rulePages, ...walkthrough,
  ...data, 'dist/extension.js', 'dist/server.js', 'dist/web/extension.js', 'dist/web/server.js', 'dist/webview/preview.css', 'dist/webview/preview.js',
  'images/file-dark.svg', 'images/file-light.svg', 'images/icon.png',
  'l10n/bundle.l10n.ja.json', 'language-configuration.json', 'package.nls.ja.json', 'package.nls.json',
  'samples/inconsistent.sds.yaml', 'samples/remote-maintenance.sds.yaml',
  'syntaxes/sds-yaml.tmLanguage.json',
].sort();
/** The command and the language server alone. */
const IN_NPM_PACKAGE = [...texts, ...data, 'dist/cli.js', 'dist/server.js'].sort();

/** In thousands of bytes; what makes one larger is looked at before the number is. */
const BUDGETS: Record<string, number> = { 'dist/server.js': 530, 'dist/cli.js': 460, 'dist/data/validators.js': 185, 'dist/extension.js': 370, 'dist/web/server.js': 520, 'dist/web/extension.js': 340, 'dist/webview/preview.js': 30, 'dist/webview/preview.css': 15 };

describe('What ships', () => {
  let folder: string;
  before(() => void (folder = mkdtempSync(path.join(os.tmpdir(), 'sds-package-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('as the extension is these files', () => {
    const files = execFileSync(vsce, ['ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' }).trim().split('\n').sort();
    assert.deepEqual(files, IN_EXTENSION);
  });

  it('is within its budget', () => {
    for (const [file, budget] of Object.entries(BUDGETS)) {
      const size = statSync(path.join(root, file)).size / 1000;
      assert.ok(size <= budget, `${file}: ${size.toFixed(0)} kB of ${budget}`);
    }
  });

  it('needs nothing else, no script at installation, and versions to the digit', () => {
    assert.equal(manifest['dependencies'], undefined);
    for (const name of ['preinstall', 'install', 'postinstall']) assert.equal(manifest.scripts[name], undefined, name);
    for (const [name, version] of Object.entries(manifest['devDependencies'] as Record<string, string>)) assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
  });

  it('names the licence of every package that is in it', () => {
    const notices = readFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['yaml', 'vscode-languageserver', 'vscode-languageclient', 'vscode-jsonrpc', 'intl-messageformat', 'commander', 'morphdom', 'semver', 'minimatch']) {
      assert.match(notices, new RegExp(`^${name} \\d`, 'm'), name);
    }
    for (const licence of ['GPL', 'AGPL', 'SSPL']) assert.doesNotMatch(notices, new RegExp(`\\b${licence}\\b`), licence);
  });

  describe('as the npm package', () => {
    let installed: string;
    before(function () {
      this.timeout(120_000);
      const [{ filename, files }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: root, encoding: 'utf8' })) as [{ filename: string; files: { path: string }[] }];
      assert.deepEqual(files.map((file) => file.path).sort(), IN_NPM_PACKAGE);
      installed = path.join(folder, 'somewhere');
      mkdirSync(installed);
      writeFileSync(path.join(installed, 'package.json'), '{ "private": true }');
      execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=optional', path.join(folder, filename)], { cwd: installed, stdio: 'pipe' });
    });
    const bin = (name: string): string => path.join(installed, 'node_modules/.bin', name);

    it('has the command, which checks a sheet', () => {
      const sheet = path.join(installed, 'a.sds.yaml');
      writeFileSync(sheet, '様式: SDS-4.0\n回答:\n  75: 非該当\n  75.1: はい\n');
      const { status, stdout } = spawnSync(bin('sds'), ['lint', '--locale', 'ja', sheet], { encoding: 'utf8' });
      assert.equal(status, 1);
      assert.match(stdout, /inconsistent-answer/);
      assert.equal(execFileSync(bin('sds'), ['--version'], { encoding: 'utf8' }).trim(), manifest.version);
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
