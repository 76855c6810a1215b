// The extension as the stores get it, and as a user installs it from a file.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from './paths.mjs';
import { provisionHost } from './provision.mjs';

/**
 * Packs what is built, as `npm run package` does.
 * @param {string} file where to
 * @param {string[]} [flags] of scripts/package.mjs
 * @returns {string} the file
 */
export function packExtension(file, flags = []) {
  execFileSync(process.execPath, [path.join(projectRoot, 'scripts', 'package.mjs'), '--out', file, ...flags], { cwd: projectRoot, stdio: 'pipe' });
  return file;
}

/**
 * Has VS Code itself install a packed extension.
 * @param {string} file
 * @param {string} dataFolder the server's `--server-data-dir`
 * @param {string} extensionsFolder the server's `--extensions-dir`
 * @param {NodeJS.ProcessEnv} environment
 */
export async function installPacked(file, dataFolder, extensionsFolder, environment) {
  const host = await provisionHost();
  const said = execFileSync(
    host.node,
    [host.serverMain, '--accept-server-license-terms', '--telemetry-level', 'off', '--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder, '--install-extension', file],
    { env: environment, encoding: 'utf8' },
  );
  // It ends with 0 also where it has refused.
  if (!said.includes('was successfully installed')) throw new Error(`VS Code did not install ${path.basename(file)}:\n${said}`);
}
