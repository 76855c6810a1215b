/** What the server's script requires, below the folder of the bundles. */
export const BESIDE = ['data/catalogue.json', 'data/en.json', 'data/ja.json', 'data/styles.js', 'data/validators.js'];

/**
 * A worker has nothing to require with: everything goes into one script.
 * @param server the script
 * @param beside names and texts of what it requires; each is run when it is first required
 */
export function workerScript(server: string, beside: readonly (readonly [name: string, text: string])[]): string {
  const modules = beside.map(([name, text]) => {
    const body = name.endsWith('.json') ? `module.exports = JSON.parse(${JSON.stringify(text)});` : text;
    return `${JSON.stringify(`./${name}`)}: (module, exports) => {${body}\n}`;
  });
  return `{
const modules = {
${modules.join(',\n')}
};
const loaded = {};
const require = (name) => {
  if (!loaded[name]) modules[name](loaded[name] = { exports: {} }, loaded[name].exports);
  return loaded[name].exports;
};
((require) => {${server}
})(require);
}
`;
}

/** By this a worker says that it holds its lock. Clients pass over what begins so. */
export const HELD = '$/held';

/**
 * Nothing tells of a worker that a browser ends. A lock that it holds tells: another has it then.
 * @param lock a name of its own
 * @returns what the script begins with
 */
export function holding(lock: string): string {
  const held = `postMessage({ jsonrpc: '2.0', method: '${HELD}' })`;
  return `navigator.locks?.request('${lock}', () => (${held}, new Promise(() => {}))).catch(() => {});\n`;
}
