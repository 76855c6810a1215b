// Debian's package manager, for a run that may install what it misses.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether this process may install Debian packages. */
export function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/**
 * @param {string[]} packages
 * @returns {boolean} Whether they were installed.
 */
export function aptInstall(packages) {
  console.error(`Installing Debian packages: ${packages.join(' ')} ...`);
  const install = ['-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '-qq', '--no-install-recommends', ...packages];
  // The package lists may be absent or too old: only then are they fetched.
  return apt(install, 'ignore') || (apt(['update', '-qq'], 'inherit') && apt(install, 'inherit'));
}

/**
 * @param {string[]} args
 * @param {'ignore' | 'inherit'} stderr
 */
function apt(args, stderr) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', stderr] }).status === 0;
}
