// Shows a page in the user's browser, where there is one.
import { spawn } from 'node:child_process';

/** @param {string} url */
export function openInBrowser(url) {
  const command = opener();
  if (command === undefined) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => {}); // The address has been printed: opening it is only a convenience.
  child.unref();
}

/** @returns {[string, ...string[]] | undefined} */
function opener() {
  if (process.platform === 'darwin') return ['open'];
  // `start` is built into cmd and would split the address at every "&"; rundll32 takes it as it is.
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const display = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  return display ? ['xdg-open'] : undefined;
}
