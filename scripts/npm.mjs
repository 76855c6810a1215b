// npm, for scripts that npm may or may not have started.

/**
 * @param {string[]} args
 * @returns {[command: string, args: string[]]} what to spawn; inside `npm run` the same npm, whatever is on the PATH
 */
export function npm(...args) {
  const own = process.env['npm_execpath'];
  return own?.endsWith('.js') ? [process.execPath, [own, ...args]] : ['npm', args];
}
