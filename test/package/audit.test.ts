import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const advisory = { title: 'A hole', url: 'https://example.org/1', severity: 'low', range: '<99' };

/** Of one bundle: esbuild was left nothing of the last package. */
const METAFILES = [{ inputs: {}, outputs: { 'dist/a.js': { inputs: { 'server/src/a.ts': { bytesInOutput: 9 }, 'node_modules/yaml/a.js': { bytesInOutput: 9 }, 'node_modules/a/node_modules/@b/c/index.js': { bytesInOutput: 9 }, 'node_modules/d/d.js': { bytesInOutput: 0 } } } } }];

describe('npm run audit', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(path.join(os.tmpdir(), 'sds-audit-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs it with an npm that says this of all packages that it is asked of. */
  const audit = (report: object): [status: number | null, said: string] => {
    const npm = path.join(folder, 'npm.js');
    writeFileSync(npm, `console.log(process.argv.includes('--include=dev') ? ${JSON.stringify(JSON.stringify(report))} : '{}'); process.exitCode = 1;`);
    const metafile = path.join(folder, 'meta.json');
    writeFileSync(metafile, JSON.stringify(METAFILES));
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/audit.mjs', '--metafile', metafile], { cwd: root, encoding: 'utf8', env: { ...process.env, npm_execpath: npm } });
    return [status, stdout + stderr];
  };
  const weak = (name: string, via: unknown[] = [advisory]): object => ({ vulnerabilities: { [name]: { nodes: [`node_modules/${name}`], via } } });

  it('fails for whatever is known against a package of which something is bundled', () => {
    const [status, said] = audit(weak('yaml'));
    assert.equal(status, 1);
    assert.equal(said, 'node_modules/yaml <99: A hole (low), https://example.org/1\n');
    assert.deepEqual(audit(weak('a/node_modules/@b/c'))[0], 1);
  });

  it('leaves in peace what does not ship, and what only needs something weak', () => {
    for (const report of [weak('d'), weak('esbuild'), weak('yaml', ['minimatch']), { vulnerabilities: {} }]) {
      const [status, said] = audit(report);
      assert.equal(status, 0, said);
      assert.match(said, /^Nothing is known against the 2 packages that ship\.$/m);
    }
  });

  it('says so where npm cannot be asked, and does not take that for a clean answer', () => {
    assert.deepEqual(audit({ message: '405 Method Not Allowed' }), [2, 'npm could not say what it knows: 405 Method Not Allowed\n']);
  });
});
