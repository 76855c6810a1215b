// Folders of this computer under an address that no program but VS Code can read.
const fs = require('node:fs/promises');
const vscode = require('vscode');

const changed = new vscode.EventEmitter();

/** @type {(uri: import('vscode').Uri, what: Promise<any>) => Promise<any>} */
const found = (uri, what) => what.catch((error) => {
  throw error.code === 'ENOENT' ? vscode.FileSystemError.FileNotFound(uri) : error;
});
/** @type {(entry: import('node:fs').Stats | import('node:fs').Dirent) => import('vscode').FileType} */
const typeOf = (entry) => (entry.isDirectory() ? vscode.FileType.Directory : vscode.FileType.File);

/** What the tests need; nothing else is written to. */
const refused = () => {
  throw vscode.FileSystemError.NoPermissions();
};

/** @param {import('vscode').ExtensionContext} context */
exports.activate = (context) => {
  context.subscriptions.push(changed, vscode.workspace.registerFileSystemProvider('elsewhere', {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose() {} }),
    stat: (uri) => found(uri, fs.stat(uri.path).then((entry) => ({ type: typeOf(entry), ctime: entry.ctimeMs, mtime: entry.mtimeMs, size: entry.size }))),
    readDirectory: (uri) => found(uri, fs.readdir(uri.path, { withFileTypes: true }).then((entries) => entries.map((entry) => [entry.name, typeOf(entry)]))),
    readFile: (uri) => found(uri, fs.readFile(uri.path)),
    async writeFile(uri, content) {
      await fs.writeFile(uri.path, content);
      changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    },
    createDirectory: refused,
    delete: refused,
    rename: refused,
  }, { isCaseSensitive: true }));
};
