// Runs a command for as long as standard input stays open, and then ends it with everything it started.
// usage: node supervise.mjs COMMAND [ARGUMENT...]
//
// The script that starts a VS Code server may be ended in ways it cannot clean up after (SIGKILL, a closed terminal,
// a crash). Its end closes this process's standard input whatever happened, so no server is ever left behind.
// Start this process detached: it then leads the process group that it ends.
import { spawn } from 'node:child_process';

/** How long the server has to end by itself. */
const GRACE_MS = 3000;

const [command, ...args] = process.argv.slice(2);
if (command === undefined) throw new Error('usage: node supervise.mjs COMMAND [ARGUMENT...]');

const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('error', (error) => {
  console.error(error.message);
  endGroup();
});
child.once('exit', endGroup);

// Ctrl+C and the like are for the parent to act on, which then closes standard input.
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM']) process.on(signal, () => {});
process.stdin.resume();
process.stdin.once('close', () => {
  child.kill('SIGTERM');
  setTimeout(endGroup, GRACE_MS);
});

function endGroup() {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.exit(1); // Not a group leader, or a platform without process groups.
  }
}
