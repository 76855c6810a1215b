import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { Folder, SAMPLE, root, type Result } from './fake-io.ts';
import { Repository } from './installation.ts';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; bin: Record<string, string>; repository: { url: string } };
const tag = `v${manifest.version}`;

interface Hook {
  id: string;
  entry: string;
  language: string;
  files: string;
}

/** The fields that pre-commit documents for a hook. */
const STRINGS = { type: 'array', items: { type: 'string' } };
const HOOKS = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['id', 'name', 'entry', 'language'],
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(['id', 'name', 'entry', 'alias', 'files', 'exclude', 'description', 'language_version', 'log_file'].map((key) => [key, { type: 'string' }])),
      language: { enum: ['node', 'python', 'docker', 'script', 'system'] },
      minimum_pre_commit_version: { type: 'string', pattern: '^\\d+(\\.\\d+)*$' },
      ...Object.fromEntries(['types', 'types_or', 'exclude_types', 'additional_dependencies', 'args', 'stages'].map((key) => [key, STRINGS])),
      ...Object.fromEntries(['always_run', 'fail_fast', 'pass_filenames', 'require_serial', 'verbose'].map((key) => [key, { type: 'boolean' }])),
    },
  },
};

interface Step {
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
}
const workflow = parse(read('docs/ci/github-actions.yml')) as { on: object; permissions: Record<string, string>; jobs: Record<string, { 'runs-on': string; steps: Step[] }> };
const { steps } = workflow.jobs['lint']!;
const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
const [install, ...checks] = runs;

describe('What runs by itself', function () {
  this.timeout(60_000);
  const folder = new Folder();
  let bin = '';
  let repository: Repository | undefined;
  // The package is built anew from its sources, after what that needs was installed.
  before(async function () {
    this.timeout(900_000);
    repository = new Repository(tag);
    bin = await repository.install(install!.replace(`git+${manifest.repository.url}`, repository.url));
  });
  after(() => repository?.remove());

  /** Runs a script as GitHub Actions does where no shell is named. */
  const shell = (script: string): Promise<Result> => new Promise((resolve) => {
    const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}`, LC_ALL: '', LANG: '' };
    execFile('bash', ['-e', '-c', script], { cwd: folder.path, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
  const addSamples = (...names: string[]): void => {
    mkdirSync(path.join(folder.path, 'docs'));
    for (const name of names) cpSync(path.join(root, 'samples', name), path.join(folder.path, 'docs', name));
  };
  const GOOD = path.basename(SAMPLE);
  const BAD = 'inconsistent.sds.yaml';

  describe('.pre-commit-hooks.yaml', () => {
    const hooks = parse(read('.pre-commit-hooks.yaml')) as Hook[];

    it('has the fields that pre-commit knows, and commands that this package has', () => {
      const validate = new Ajv().compile(HOOKS);
      assert.ok(validate(hooks), JSON.stringify(validate.errors));
      for (const { entry, language } of hooks) {
        assert.equal(language, 'node');
        assert.ok(entry.split(' ')[0]! in manifest.bin);
      }
    });

    it('takes sheets, and nothing else', () => {
      for (const { files } of hooks) {
        for (const name of ['a.sds.yaml', 'a.sds.yml', 'docs/開示書 (案).sds.yaml']) assert.match(name, new RegExp(files), name);
        for (const name of ['a.yaml', 'a.sds.yaml.bak', 'asds.yaml', '.sds/config.yaml', 'sds.yaml', 'a.sds.yaml/readme.md']) assert.doesNotMatch(name, new RegExp(files), name);
      }
    });

    it('can be installed as pre-commit does it', async function () {
      this.timeout(900_000);
      const folder = await repository!.install(`npm install --allow-git=root --install-links -g ${repository!.url}`);
      assert.equal(execFileSync(path.join(folder, 'sds'), ['--version'], { encoding: 'utf8' }), `${manifest.version}\n`);
    });

    const command = (id: string): string => hooks.find((hook) => hook.id === id)!.entry;

    it('stops a commit for errors only', async () => {
      addSamples(GOOD, BAD);
      assert.equal((await shell(`${command('sds-lint')} docs/${GOOD}`)).status, 0);
      const { status, stdout } = await shell(`${command('sds-lint')} docs/${GOOD} docs/${BAD}`);
      assert.equal(status, 1);
      assert.match(stdout, /inconsistent-answer/);
    });

    it('fixes in place', async () => {
      addSamples(GOOD);
      await folder.write({ 'a.sds.yaml': read(SAMPLE).replace('  3: はい', '  ３：はい') });
      assert.equal((await shell(`${command('sds-fix')} a.sds.yaml docs/${GOOD}`)).status, 0);
      assert.equal(String(await folder.read('a.sds.yaml')), read(SAMPLE));
    });
  });

  describe('docs/ci/github-actions.yml', () => {
    it('gets the sheets, Node.js and this version of the command, and uploads what it writes', () => {
      assert.deepEqual(steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses.replace(/@v\d+$/, '')])), ['actions/checkout', 'actions/setup-node', 'github/codeql-action/upload-sarif']);
      assert.equal(install, `npm install --global git+${manifest.repository.url}#${tag}`);
      assert.deepEqual(Object.keys(workflow.on), ['push', 'pull_request']);
      assert.deepEqual(workflow.permissions, { 'contents': 'read', 'security-events': 'write' });
      const { sarif_file: sarif } = steps.at(-1)!.with!;
      assert.ok(checks.at(-1)!.includes(`> ${String(sarif)}`));
    });

    const check = async (): Promise<Result[]> => {
      const results: Result[] = [];
      for (const script of checks) results.push(await shell(script));
      return results;
    };

    it('passes where there are no errors', async () => {
      addSamples(GOOD);
      const [annotated, written] = await check();
      assert.deepEqual([annotated!.status, written!.status], [0, 0]);
      assert.match(annotated!.stdout, /^::warning file=docs\/remote-maintenance\.sds\.yaml,line=\d+,/m);
    });

    it('fails for errors, and writes the SARIF file all the same', async () => {
      addSamples(GOOD, BAD);
      const [annotated, written] = await check();
      assert.deepEqual([annotated!.status, written!.status], [1, 0]);
      assert.match(annotated!.stdout, /^::error file=docs\/inconsistent\.sds\.yaml,/m);
      const log = JSON.parse(String(await folder.read('sds.sarif')));
      assert.equal(log.version, '2.1.0');
      assert.ok(log.runs[0].results.some(({ level }: { level: string }) => level === 'error'));
    });

    it('fails where there is nothing to check', async () => {
      assert.deepEqual((await check()).map(({ status }) => status), [2, 1]);
    });
  });

  describe('docs/ci.md', () => {
    const blocks = [...read('docs/ci.md').matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language, text]) => ({ language, text: text! }));

    it('names this version and hooks that there are', () => {
      const { repos } = parse(blocks.find(({ language }) => language === 'yaml')!.text) as { repos: { repo: string; rev: string; hooks: { id: string; args?: string[] }[] }[] };
      assert.equal(`${repos[0]!.repo}.git`, manifest.repository.url);
      assert.equal(repos[0]!.rev, tag);
      const ids = (parse(read('.pre-commit-hooks.yaml')) as Hook[]).map(({ id }) => id);
      for (const { id } of repos[0]!.hooks) assert.ok(ids.includes(id), id);
    });

    it('has commands that work', async () => {
      addSamples(GOOD);
      const lines = blocks.find(({ language }) => language === '')!.text.trim().split('\n');
      const results = [];
      for (const line of lines) results.push(await shell(line));
      assert.deepEqual(results.map(({ status, stderr }) => [status, stderr.includes('--max-warnings')]), [[1, true], [0, false]]);
    });
  });

  it('is installed with what it needs, and without the sources', () => {
    const installed = path.dirname(path.dirname(realpathSync(path.join(bin, 'sds'))));
    const names = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(installed, path.join(entry.parentPath, entry.name)));
    for (const needed of [...Object.values(manifest.bin), 'dist/THIRD-PARTY-NOTICES.txt', 'LICENSE', 'NOTICE', 'package.json']) assert.ok(names.includes(needed), needed);
    assert.ok(names.every((name) => !name.includes('/') || name.startsWith('dist/')), names.join('\n'));
  });
});
