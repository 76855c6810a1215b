// The address of VS Code's window ("workbench") on a running server.

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} folder The folder to open, or a file that describes a workspace (`.code-workspace`).
 * @property {string} [file] A file to open in it: a path, or an address.
 * @property {string[]} [developmentExtensions] Extension folders to load; needs a server with `testDriver`.
 * @property {string} [tests] The module whose `run()` the extension host calls; likewise.
 */

/**
 * @param {import('./server.mjs').Server} server
 * @param {WorkbenchOptions} options
 */
export function workbenchUrl(server, { folder, file, developmentExtensions = [], tests }) {
  const remote = (/** @type {string} */ name) => `vscode-remote://${server.authority}${encodePath(name)}`;
  /** @type {[string, string][]} */
  const payload = developmentExtensions.map((name) => ['extensionDevelopmentPath', remote(name)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  if (file !== undefined) payload.push(['openFile', /^[\w-]+:\//.test(file) ? file : remote(file)]);

  const url = new URL(`http://${server.authority}/`);
  url.searchParams.set('tkn', server.token);
  url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** @param {string} name */
function encodePath(name) {
  return name.split('/').map(encodeURIComponent).join('/');
}
