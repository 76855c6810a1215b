// Starts and stops a VS Code server on 127.0.0.1.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onProcessEnd } from './cleanup.mjs';
import { installPacked } from './packed.mjs';
import { installFolders, writeUserData } from './profile.mjs';
import { provisionHost } from './provision.mjs';

const START_TIMEOUT_MS = 60_000;
/** A socket's path has at most 107 characters, and VS Code adds about 60 to the temporary folder's. */
const LONGEST_TEMPORARY_FOLDER = 40;

/**
 * @typedef {object} Server
 * @property {string} authority Host and port, as in a `vscode-remote://` URI.
 * @property {string} token What a browser must present.
 * @property {() => string} output What the server has printed so far.
 * @property {() => Promise<void>} stop Ends the server and everything it started.
 * @property {Promise<void>} ended Settles when the server has ended for whatever reason.
 */

/**
 * @param {object} [options]
 * @param {string[]} [options.extensions] Folders of extensions to have installed, used where they are.
 * @param {string[]} [options.packed] Files of packed extensions to have installed.
 * @param {Record<string, unknown>} [options.settings] User settings.
 * @param {Record<string, string>} [options.environment] Variables for the extension hosts.
 * @param {boolean} [options.testDriver] Lets a page load development extensions and tests (see workbench.mjs).
 *   Notifications are then not shown.
 * @returns {Promise<Server>}
 */
export async function startServer({ extensions = [], packed = [], settings = {}, environment = {}, testDriver = false } = {}) {
  const host = await provisionHost();
  const data = mkdtempSync(path.join(shortTemporaryFolder(), 'sds-'));
  const forget = onProcessEnd(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
  const temporary = path.join(data, 't');
  await mkdir(temporary);
  await writeUserData(data, settings);
  await installFolders(path.join(data, 'x'), extensions);
  for (const file of packed) await installPacked(path.resolve(file), data, path.join(data, 'x'), serverEnvironment(temporary));

  const token = randomUUID();
  const supervisor = fileURLToPath(new URL('supervise.mjs', import.meta.url));
  const child = spawn(
    process.execPath,
    [supervisor, host.node, host.serverMain, ...serverArguments(data, token), ...(testDriver ? ['--enable-smoke-test-driver'] : [])],
    { detached: true, stdio: ['pipe', 'pipe', 'pipe'], env: { ...serverEnvironment(temporary), ...environment } },
  );
  const ended = once(child, 'exit').then(() => {});

  async function stop() {
    child.stdin.destroy();
    await ended;
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    forget();
  }

  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  try {
    const port = await listeningPort(child, () => output);
    return { authority: `127.0.0.1:${port}`, token, output: () => output, stop, ended };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} data
 * @param {string} token
 */
function serverArguments(data, token) {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    ...['--server-data-dir', data, '--extensions-dir', path.join(data, 'x')],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
    // A page that was closed does not come back: its extension host need not wait for it.
    ...['--reconnection-grace-time', '5'],
  ];
}

/**
 * No variable of a surrounding VS Code (a terminal inside one sets several) may reach the server.
 * @param {string} temporary
 */
function serverEnvironment(temporary) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$|XDG_RUNTIME_DIR$)/i.test(name),
  );
  return { ...Object.fromEntries(inherited), TMPDIR: temporary, EXTENSIONS_GALLERY: 'null' };
}

function shortTemporaryFolder() {
  const folder = tmpdir();
  return folder.length <= LONGEST_TEMPORARY_FOLDER ? folder : '/tmp';
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<import('node:stream').Writable, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {() => string} output
 * @returns {Promise<string>}
 */
function listeningPort(child, output) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => reject(new Error(`The VS Code server did not start: ${why}\n${output()}`));
    const timer = setTimeout(() => fail(`no answer in ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    child.once('exit', () => (clearTimeout(timer), fail('it ended')));
    child.stdout.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
      if (port !== undefined) (clearTimeout(timer), resolve(port));
    });
  });
}
