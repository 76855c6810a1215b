// Runs scripts of package.json side by side, as long as none of a lane fails; says at the end how long each took.
// usage: node scripts/lanes.mjs LANE...
//   LANE   scripts that run one after the other, with commas between them
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { npm } from './npm.mjs';

/** @type {string[]} */
const told = [];
const passed = await Promise.all(process.argv.slice(2).map(async (lane) => {
  for (const script of lane.split(',')) {
    const begun = Date.now();
    const status = await run(script);
    told.push(`${script}: ${status === 0 ? 'passed' : `failed with ${status}`} after ${Math.round((Date.now() - begun) / 1000)} s`);
    if (status !== 0) return false;
  }
  return true;
}));
console.log(told.join('\n'));
process.exitCode = passed.length > 0 && passed.every(Boolean) ? 0 : 1;

/**
 * @param {string} script
 * @returns {Promise<number | string | null>} its exit code, or what ended it
 */
function run(script) {
  const [command, args] = npm('run', '--silent', script);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  // Lines of several scripts come in turn.
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (line) => console.log(`${script} │ ${line}`));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // Once all that it has said is read.
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
}
