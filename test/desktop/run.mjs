// Runs the suite of test/host in a desktop VS Code: the executable that SDS_VSCODE names, or else one that is downloaded.
// On Linux it needs a display (xvfb-run npm run test:desktop).
import { runTests } from '@vscode/test-electron';
import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onProcessEnd } from '../../scripts/editor/cleanup.mjs';
import { projectRoot } from '../../scripts/editor/paths.mjs';
import { makeWorkspace } from '../../scripts/editor/workspace.mjs';

const PROOF = 'suite-passed';
const executable = process.env['SDS_VSCODE'];

// A short path: VS Code makes a socket in its user data, whose path may have at most 107 characters.
const data = mkdtempSync(path.join(tmpdir(), 'sds-'));
onProcessEnd(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
await mkdir(path.join(data, 'User'));
await writeFile(
  path.join(data, 'User', 'settings.json'),
  JSON.stringify({ 'telemetry.telemetryLevel': 'off', 'workbench.startupEditor': 'none', 'chat.disableAIFeatures': true }),
);

try {
  await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : {}),
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: path.join(projectRoot, 'out', 'test', 'host', 'index.js'),
    extensionTestsEnv: { SDS_SUITE_PROOF: path.join(data, PROOF) },
    launchArgs: [
      await makeWorkspace(),
      `--user-data-dir=${data}`,
      `--extensions-dir=${path.join(data, 'extensions')}`,
      '--disable-telemetry',
    ],
  });
  if (!existsSync(path.join(data, PROOF))) throw new Error('VS Code ended before the suite did.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (!executable) console.error('Set SDS_VSCODE to the executable of a VS Code that is already installed to use that one.');
  process.exitCode = 1;
}
