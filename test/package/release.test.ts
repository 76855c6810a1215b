import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { release } from '../../scripts/release.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; scripts: Record<string, string>; devDependencies: Record<string, string> };

interface Step {
  id?: string;
  uses?: string;
  run?: string;
}
interface Job {
  needs?: string;
  steps: Step[];
  permissions?: Record<string, string>;
  outputs?: Record<string, string>;
  strategy?: { matrix: { include: { store: string; command: string }[] } };
}
const text = read('.github/workflows/release.yml');
const workflow = parse(text) as { on: { push: { tags: string[]; branches?: string[] } }; permissions: Record<string, string>; jobs: Record<'build' | 'publish', Job> };
const { build, publish } = workflow.jobs;
const commands = publish.strategy!.matrix.include.map(({ command }) => command);
const runs = [...build.steps.flatMap(({ run }) => run ?? []), ...commands];

describe('A release', () => {
  it('is what its tag, the version and the changelog agree on', () => {
    assert.deepEqual(release('v0.2.0', '0.2.0', '# Changelog\n\n## 0.2.0 (2030-01-01)\n'), { version: '0.2.0', channel: 'release', distTag: 'latest' });
    assert.deepEqual(release('v0.3.1', '0.3.1', '## 0.3.1\n'), { version: '0.3.1', channel: 'pre-release', distTag: 'next' });
    assert.throws(() => release('v0.2.1', '0.2.0', '## 0.2.0\n'), /0\.2\.1/);
    assert.throws(() => release('v0.2.0', '0.2.0', '## 0.2.00\n'), /CHANGELOG/);
    assert.throws(() => release('v0.2.0', '0.2.0', '## 0.2.0 (unreleased)\n'), /unreleased/);
    assert.throws(() => release('v0.2.0-beta.1', '0.2.0-beta.1', '## 0.2.0-beta.1\n'), /major\.minor\.patch/);
  });

  it('is refused by the script when they do not', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/release.mjs', 'v99.0.0'], { cwd: root, encoding: 'utf8' });
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /99\.0\.0/);
  });

  it('begins with a tag, and publishes only what was built and tested', () => {
    assert.deepEqual(Object.keys(workflow.on), ['push']);
    assert.deepEqual(workflow.on.push, { tags: ['v*.*.*'] });
    assert.equal(publish.needs, 'build');
    const order = ['node scripts/release.mjs', 'npm ci', 'npm audit', 'npm run audit', 'npm test', 'npm run package -- --out', 'npm run package -- --npm'].map((command) => build.steps.findIndex(({ run }) => run?.startsWith(command)));
    assert.ok(order.every((at, index) => at > (order[index - 1] ?? -1)), String(order));
    assert.ok(publish.steps.every(({ uses }) => !uses?.includes('checkout')), 'nothing is built anew');
    for (const output of Object.keys(build.outputs!)) assert.ok(text.includes(`needs.build.outputs.${output} `), output);
  });

  it('names scripts, files and outputs that exist', () => {
    for (const run of runs) {
      for (const [, script] of run.matchAll(/npm run ([\w:-]+)/g)) assert.ok(manifest.scripts[script!], script);
      for (const [file] of run.matchAll(/\bscripts\/[\w./-]+/g)) assert.ok(existsSync(path.join(root, file)), file);
    }
    const { outputs } = build;
    for (const expression of Object.values(outputs!)) {
      const [, id, name] = /steps\.([\w-]+)\.outputs\.([\w-]+)/.exec(expression)!;
      const step = build.steps.find((one) => one.id === id)!;
      assert.ok(step.run!.includes('>> "$GITHUB_OUTPUT"'));
      assert.ok(read('scripts/release.mjs').includes(`${name!}=`), name);
    }
  });

  it('takes its tools by the version, and vsce by the one of the tests', () => {
    const tools = commands.flatMap((command) => [...command.matchAll(/npx --yes (\S+?)@(\S+)/g)].map(([, name, version]) => [name, version]));
    assert.deepEqual(tools.map(([name]) => name), ['@vscode/vsce', 'ovsx']);
    for (const [name, version] of tools) {
      assert.match(version!, /^\d+\.\d+\.\d+$/);
      if (manifest.devDependencies[name!]) assert.equal(version, manifest.devDependencies[name!]);
    }
    for (const { uses } of [...build.steps, ...publish.steps]) if (uses) assert.match(uses, /^actions\/[\w-]+@v\d+$/);
    assert.match(execFileSync(path.join(root, 'node_modules/.bin/vsce'), ['publish', '--help'], { encoding: 'utf8' }), /--packagePath[^]*--pre-release[^]*--skip-duplicate/);
  });

  it('may read and no more, but for proving to npm who publishes', () => {
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    assert.deepEqual(publish.permissions, { contents: 'read', 'id-token': 'write' });
    assert.deepEqual([...new Set([...text.matchAll(/secrets\.(\w+)/g)].map(([, name]) => name))], ['VSCE_PAT', 'OVSX_PAT']);
  });
});
