// Opens a VS Code that has the extension loaded, with the sample and its preview.
// usage: node scripts/start.mjs [--no-open] [--served] [--extension FOLDER] [--folder FOLDER]
//   --no-open    print the address of the served VS Code, and open no browser
//   --served     serve VS Code even when a desktop one is installed
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openInBrowser } from './editor/open-in-browser.mjs';
import { openerExtension, projectRoot, sampleFile, samplesFolder } from './editor/paths.mjs';
import { findOnPath } from './editor/requirements.mjs';
import { startServer } from './editor/server.mjs';
import { workbenchUrl } from './editor/workbench.mjs';

const { values: options } = parseArgs({
  options: {
    'no-open': { type: 'boolean', default: false },
    served: { type: 'boolean', default: false },
    extension: { type: 'string', default: projectRoot },
    folder: { type: 'string', default: samplesFolder },
  },
});
const extensions = [path.resolve(options.extension), openerExtension];
const folder = path.resolve(options.folder);

// A served VS Code is also what --no-open asks for: a desktop one is a window.
const desktop = options.served || options['no-open'] ? undefined : findOnPath(['code', 'code-insiders', 'codium']);
try {
  if (desktop !== undefined) openDesktop(desktop);
  else await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {string} executable */
function openDesktop(executable) {
  const args = [...extensions.map((name) => `--extensionDevelopmentPath=${name}`), '--new-window', folder];
  const sample = path.join(folder, path.basename(sampleFile));
  if (existsSync(sample)) args.push(sample);
  console.log(`Opening ${executable} ...`);
  // On Windows `code` is a .cmd file, which only a shell runs.
  const shell = process.platform === 'win32';
  const quote = (/** @type {string} */ text) => (shell ? `"${text}"` : text);
  const child = spawn(quote(executable), args.map(quote), { stdio: 'inherit', shell });
  child.once('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.once('exit', (code) => (process.exitCode = code ?? 1));
}

async function serve() {
  // Ctrl+C is how one ends it, and no failure. Everything else is cleaned up at the process's end.
  process.once('SIGINT', () => process.exit(0));
  const server = await startServer({ extensions });
  const url = workbenchUrl(server, { folder });
  console.log(`VS Code with the extension: ${url}`);
  console.log('Ctrl+C ends it.');
  if (!options['no-open']) openInBrowser(url);
  await server.ended;
  throw new Error(`The VS Code server ended.\n${server.output()}`);
}
