import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('Scripts side by side', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(path.join(os.tmpdir(), 'sds-lanes-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const scripts = { good: 'node -e "console.log(1)"', slow: 'node -e "setTimeout(() => console.log(2), 300)"', bad: 'node -e "console.error(3); process.exit(7)"', killed: 'node -e "process.kill(process.pid)"' };
  const lanes = (...args: string[]): [status: number | null, lines: string[]] => {
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ scripts }));
    const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'scripts/lanes.mjs'), ...args], { cwd: folder, encoding: 'utf8' });
    return [status, stdout.trim().split('\n').map((line) => line.replace(/after \d+ s$/, 'after'))];
  };

  it('pass when all have, each line with the name of its script', () => {
    const [status, lines] = lanes('slow,good', 'good');
    assert.equal(status, 0);
    assert.deepEqual(lines.slice(-3).sort(), ['good: passed after', 'good: passed after', 'slow: passed after']);
    assert.deepEqual(lines.slice(0, -3).sort(), ['good │ 1', 'good │ 1', 'slow │ 2']);
  });

  it('fail when one has, behind which its lane ends and no other', () => {
    const [status, lines] = lanes('bad,good', 'slow');
    assert.equal(status, 1);
    assert.deepEqual(lines.sort(), ['bad │ 3', 'bad: failed with 7 after', 'slow │ 2', 'slow: passed after']);
    assert.equal(lanes('killed')[0], 1);
    assert.equal(lanes()[0], 1);
  });

  it('are all tests that there are, each once', () => {
    const all = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;
    const run = [...all['test']!.matchAll(/\b(?:check|test:\w+)/g)].map(([name]) => name).sort();
    assert.deepEqual(run, ['check', ...Object.keys(all).filter((name) => name.startsWith('test:') && name !== 'test:desktop')].sort());
  });
});
