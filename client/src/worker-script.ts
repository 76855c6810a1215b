/** What the server's script requires, below the folder of the bundles. */
export const BESIDE = ['data/catalogue.json', 'data/en.json', 'data/ja.json', 'data/validators.js'];

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
