// Builds what ships, when npm has installed the package's dependencies or is about to pack it.
// A package that comes from git is first installed where it was cloned, with the options that it is wanted with, and then
// packed. With --global that first installation goes wrong: it puts no dependencies there, and leaves a link to the clone
// where the package is to go.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { env } = process;
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

if (env['_PACOTE_NO_PREPARE_']) unlink();
else {
  if (!existsSync(path.join(root, 'node_modules', 'esbuild'))) {
    npm('ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline');
  }
  run(process.execPath, ['scripts/build.mjs'], env);
}

/** Packing follows, and builds. What is packed goes into the folder that npm had made and the link has replaced. */
function unlink() {
  const { npm_config_global_prefix: prefix, npm_package_name: name } = env;
  if (!prefix || !name) return;
  const place = path.join(prefix, process.platform === 'win32' ? '' : 'lib', 'node_modules', name);
  if (!lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() || realpathSync(place) !== realpathSync(root)) return;
  rmSync(place);
  mkdirSync(place);
}

/** @param {string[]} args */
function npm(...args) {
  // Nothing of the installation around this one.
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_config_(?:global|prefix|local_prefix|global_prefix)$/i.test(name)));
  run(process.execPath, [env['npm_execpath'] ?? '', ...args], own);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} variables
 */
function run(command, args, variables) {
  const { status, error } = spawnSync(command, args, { cwd: root, env: variables, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
