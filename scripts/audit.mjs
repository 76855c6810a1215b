// Fails where npm knows of a weakness in a package that is part of what ships. What ships is bundled, so that its packages are
// development dependencies: `npm audit --omit=dev` would ask of none.
// usage: node scripts/audit.mjs [--metafile FILE]
//   --metafile   what the build has written of the bundles (scripts/build.mjs); without, it is built once more to learn it
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundledPackages } from './build/notices.mjs';
import { projectRoot } from './build/shipped-data.mjs';
import { npm } from './npm.mjs';

/** @typedef {{ title: string, url: string, severity: string, range: string }} Advisory */
/** @typedef {{ vulnerabilities?: Record<string, { nodes: string[], via: (string | Advisory)[] }>, message?: string }} Report what `npm audit --json` says */

const { values: { metafile } } = parseArgs({ options: { metafile: { type: 'string' } } });
const shipped = bundledPackages(metafile ? JSON.parse(readFileSync(metafile, 'utf8')) : builtMetafiles());
const report = auditReport();
if (!report.vulnerabilities) {
  console.error(`npm could not say what it knows: ${report.message ?? 'no answer'}`);
  process.exitCode = 2;
} else {
  // What is only named since it depends on another package has no weakness of its own.
  const found = Object.values(report.vulnerabilities).flatMap(({ nodes, via }) => nodes.filter((folder) => shipped.includes(folder))
    .flatMap((folder) => via.filter((one) => typeof one !== 'string').map(({ title, url, severity, range }) => `${folder} ${range}: ${title} (${severity}), ${url}`)));
  console.log(found.length > 0 ? found.join('\n') : `Nothing is known against the ${shipped.length} packages that ship.`);
  process.exitCode = found.length > 0 ? 1 : 0;
}

/** @returns {import('esbuild').Metafile[]} */
function builtMetafiles() {
  const folder = mkdtempSync(path.join(tmpdir(), 'sds-audit-'));
  try {
    const file = path.join(folder, 'meta.json');
    const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--out', path.join(folder, 'dist'), '--metafile', file], { cwd: projectRoot, stdio: 'inherit' });
    if (status !== 0) process.exit(2);
    return JSON.parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Report} */
function auditReport() {
  const [command, args] = npm('audit', '--json', '--include=dev');
  const { stdout, error } = spawnSync(command, args, { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  if (error) return { message: error.message };
  try {
    return JSON.parse(stdout);
  } catch {
    return { message: stdout.trim() };
  }
}
