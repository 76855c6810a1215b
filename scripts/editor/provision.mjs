// Installs the VS Code server from npm into the project's cache folder, once for each state of its package.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { npm } from '../npm.mjs';
import { onProcessEnd } from './cleanup.mjs';
import { hostCache, hostPackage } from './paths.mjs';

/** The Node.js major version that this VS Code is built for; its add-ons and syntax need it. */
const NODE_MAJOR = 24;
/** What the host package consists of; a `node_modules` that someone made there is no part of it. */
const PARTS = ['package.json', 'package-lock.json', 'stand-ins'];
/** An unfinished installation older than this was abandoned. */
const STALE_MS = 60 * 60 * 1000;

/**
 * @typedef {object} Host
 * @property {string} node The Node.js executable to run the server with.
 * @property {string} serverMain VS Code's server script.
 */

/**
 * Returns the installed server, installing it first when it has not been installed as it is now.
 * @param {(line: string) => void} [say] Where progress is told.
 * @returns {Promise<Host>}
 */
export async function provisionHost(say = (line) => console.error(line)) {
  const folder = path.join(hostCache, await packageHash());
  if (!existsSync(folder)) {
    say('Installing the VS Code server from npm (about 550 MB, needed once) ...');
    const started = Date.now();
    await install(folder);
    say(`VS Code server installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  }
  const modules = path.join(folder, 'node_modules');
  return {
    node: nodeExecutable(modules),
    serverMain: path.join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/** Names what would be installed: the lock file, and the small packages that come with it. */
async function packageHash() {
  const hash = createHash('sha256');
  for (const part of PARTS) {
    const whole = path.join(hostPackage, part);
    const files = (await stat(whole)).isFile() ? [''] : (await readdir(whole, { recursive: true })).sort();
    for (const file of files.map((name) => path.join(whole, name))) {
      if ((await stat(file)).isFile()) hash.update(await readFile(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Installs beside the final place and renames at the end, so that an interrupted installation is never taken for a finished one.
 * @param {string} folder
 */
async function install(folder) {
  await mkdir(hostCache, { recursive: true });
  await removeOthers();
  const unfinished = path.join(hostCache, `unfinished-${process.pid}`);
  const forget = onProcessEnd(() => rmSync(unfinished, { recursive: true, force: true }));
  try {
    for (const part of PARTS) {
      await cp(path.join(hostPackage, part), path.join(unfinished, part), { recursive: true });
    }
    await npmCi(unfinished);
    // VS Code looks for its modules beside itself. The link is relative, to survive the rename.
    const vscode = path.join(unfinished, 'node_modules', 'code-server', 'lib', 'vscode');
    await symlink(path.join('..', '..', '..'), path.join(vscode, 'node_modules'), 'dir');
    await rename(unfinished, folder).catch((error) => {
      // Another process installed the same meanwhile.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    forget();
  }
}

/** Earlier states of the package would pile up, and so would abandoned installations. One that is under way is left. */
async function removeOthers() {
  for (const name of await readdir(hostCache)) {
    const folder = path.join(hostCache, name);
    const underWay = name.startsWith('unfinished-') && Date.now() - (await stat(folder)).mtimeMs < STALE_MS;
    if (!underWay) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * `--ignore-scripts`: code-server's own install script refuses every Node.js but its own, and nothing that is
 * compiled is needed: the two add-ons that VS Code cannot start quietly without have stand-ins in the package.
 * @param {string} cwd
 * @returns {Promise<void>}
 */
function npmCi(cwd) {
  const [command, args] = npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`The VS Code server could not be installed: npm ci ended with ${code ?? signal}.`));
    });
  });
}

/** @param {string} modules */
function nodeExecutable(modules) {
  const packaged = path.join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) === NODE_MAJOR) return process.execPath;
  throw new Error(
    `The VS Code server needs Node.js ${NODE_MAJOR} on ${process.platform}-${process.arch}: ` +
      `run this with Node.js ${NODE_MAJOR}, or put a desktop VS Code ("code") on the PATH.`,
  );
}
