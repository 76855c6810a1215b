// Reads what TypeScript has compiled to CommonJS as the ES modules that it was compiled from, so that only what is used of
// the protocol's library is bundled: of a CommonJS module nothing can be left out, nor of a namespace that is filled in a call.
// Two `export *` of one name give neither, as ES modules have it; who imports such a name fails to build.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

const LIBRARY = /[\\/]node_modules[\\/]vscode-(?:jsonrpc|languageserver|languageserver-protocol|languageserver-types|languageclient)[\\/]lib[\\/].*\.js$/;
const REQUEST = /^\.{1,2}(?:\/|$)|^vscode-(?:jsonrpc|language)/;
/** Loaded for what they set up as well. */
const SETS_UP = /[\\/]lib[\\/](?:node|browser)[\\/][^\\/]*\.js$/;

/** What the server's library adds to each connection, and no handler listens to. */
const UNUSED = /[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/](?:callHierarchy|fileOperations|foldingRange|inlineCompletion|inlineValue|linkedEditingRange|moniker|showDocument|textDocumentContent|typeHierarchy)\.js$/;

/** @returns {import('esbuild').Plugin} */
export function modulesPlugin() {
  return {
    name: 'modules',
    setup(build) {
      build.onResolve({ filter: REQUEST }, async ({ path: request, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === 'asked' || (request.startsWith('.') && !LIBRARY.test(importer))) return undefined;
        const found = await build.resolve(request, { importer, resolveDir, kind, pluginData: 'asked' });
        return LIBRARY.test(found.path) && !SETS_UP.test(found.path) ? { ...found, pluginData: undefined, sideEffects: false } : { ...found, pluginData: undefined };
      });
      build.onLoad({ filter: LIBRARY }, async ({ path: file }) => ({ contents: await moduleOf(file), loader: 'js' }));
    },
  };
}

/** @type {Map<string, Promise<string>>} */
const modules = new Map();

/** @param {string} file */
function moduleOf(file) {
  let module = modules.get(file);
  if (!module) modules.set(file, module = readFile(file, 'utf8').then((source) => (UNUSED.test(file) ? withoutFeature : esModule)(source, path.basename(file))));
  return module;
}

/**
 * @param {string} source as TypeScript writes CommonJS, or ES modules
 * @param {string} name the file's, for errors
 * @returns {string} an ES module that exports the same
 * @throws {Error} when something in it is of no form that TypeScript writes
 */
export function esModule(source, name) {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const places = new Map(file.statements.flatMap((one) => importsOf(one)));
  const parts = file.statements.map((statement, at) => rewritten(statement, file.statements[at - 1], file.statements[at + 1], places));
  const module = parts.filter((part) => part !== '').join('\n');
  if (isCommonJs(module)) throw new Error(`${name} has something that TypeScript does not write.`);
  return module;
}

/**
 * @param {string} source of a module that exports what adds one feature to a class
 * @param {string} name the file's, for errors
 * @returns {string} a module that adds nothing
 * @throws {Error} when it exports something else
 */
export function withoutFeature(source, name) {
  const exported = [...source.matchAll(/^exports\.(\w+) = (?!void 0)/gm)].map(([, one]) => one);
  const [feature, ...others] = exported;
  if (!feature?.endsWith('Feature') || others.length > 0) throw new Error(`${name} exports ${exported.join(', ')}.`);
  return `export const ${feature} = (Base) => Base;`;
}

/**
 * @param {ts.Statement} statement
 * @param {ts.Statement | undefined} before
 * @param {ts.Statement | undefined} after
 * @param {Map<string, string>} places where the names that modules are imported by come from
 */
function rewritten(statement, before, after, places) {
  if (ts.isVariableStatement(statement)) {
    const { name } = statement.declarationList.declarations[0] ?? {};
    if (name && /^__(?:createBinding|setModuleDefault|importStar|importDefault|exportStar)$/.test(name.getText())) return '';
    for (const [local, from] of importsOf(statement)) return `import * as ${local} from ${JSON.stringify(from)};`;
    // The namespace behind it declares it.
    return after && namespaceOf(after, statement) ? '' : printed(statement);
  }
  if (!ts.isExpressionStatement(statement)) return printed(statement);
  const { expression } = statement;
  const namespace = namespaceOf(statement, before);
  if (namespace) return `${namespace.exported ? 'export ' : ''}var ${namespace.name} = /* @__PURE__ */ (function (${namespace.name}) {${namespace.body}\nreturn ${namespace.name};\n})({});`;
  if (ts.isCallExpression(expression)) {
    const [first, second, third] = expression.arguments;
    const called = expression.expression.getText();
    if (called === '__exportStar' && first) return `export * from ${JSON.stringify(required(first))};`;
    if (called === 'Object.defineProperty' && first?.getText() === 'exports' && second && ts.isStringLiteral(second)) {
      if (second.text === '__esModule') return '';
      const [, local = '', property = ''] = /return (\w+)\.(\w+);/.exec(third?.getText() ?? '') ?? [];
      return `export { ${property} as ${second.text} } from ${JSON.stringify(places.get(local))};`;
    }
  }
  const assigned = assignment(expression);
  if (!assigned) return printed(statement);
  const { name, value } = assigned;
  if (name === 'default') return `export { ${value.getText()} as default };`;
  if (/^void 0$/.test(innermost(value).getText())) return '';
  return value.getText() === name ? `export { ${name} };` : `export const ${name} = ${printed(value)};`;
}

/**
 * @param {ts.Statement} statement
 * @returns {[local: string, from: string][]} the module that it imports, and by which name
 */
function importsOf(statement) {
  if (!ts.isVariableStatement(statement)) return [];
  const { name, initializer } = statement.declarationList.declarations[0] ?? {};
  const from = initializer && required(initializer);
  return name && from !== undefined ? [[name.getText(), from]] : [];
}

/**
 * @param {ts.Expression} expression
 * @returns {string | undefined} what `require("…")` names, also within `__importStar(…)`
 */
function required(expression) {
  if (!ts.isCallExpression(expression)) return undefined;
  const [first] = expression.arguments;
  const called = expression.expression.getText();
  if (called === '__importStar' || called === '__importDefault') return first && required(first);
  if (called !== 'require' || !first || !ts.isStringLiteral(first)) return undefined;
  // What others have written may be a function, which no import of a module's names is.
  const whole = ts.isCallExpression(expression.parent) || REQUEST.test(first.text);
  return whole ? first.text : undefined;
}

/**
 * A namespace: `var X;` and then a call that fills it, `(function (X) { … })(X || (exports.X = X = {}));`.
 * @param {ts.Statement} statement the call
 * @param {ts.Statement | undefined} before
 */
function namespaceOf(statement, before) {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression) || !before || !ts.isVariableStatement(before)) return undefined;
  const { expression, arguments: [filled] } = statement.expression;
  const filler = ts.isParenthesizedExpression(expression) ? expression.expression : expression;
  const { name, initializer } = before.declarationList.declarations[0] ?? {};
  if (!ts.isFunctionExpression(filler) || !name || initializer || filler.parameters[0]?.getText() !== name.getText()) return undefined;
  const exported = /^export\b/.test(before.getText()) || /\(exports\./.test(filled?.getText() ?? '');
  return { name: name.getText(), exported, body: filler.body.statements.map(printed).join('\n') };
}

/**
 * @param {ts.Expression} expression
 * @returns what it exports, and as what
 */
function assignment(expression) {
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const { left, right } = expression;
  return ts.isPropertyAccessExpression(left) && left.expression.getText() === 'exports' ? { name: left.name.text, value: right } : undefined;
}

/** @param {ts.Expression} expression @returns {ts.Expression} */
function innermost(expression) {
  return ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken ? innermost(expression.right) : expression;
}

/**
 * A namespace that adds to a class exports the class, as does the class itself.
 * @param {ts.Node} node
 */
function printed(node) {
  return node.getText().replace(/\b(\w+) \|\| \(exports\.\1 = \1 = \{\}\)/g, '$1').replace(/\bexports\.(\w+)/g, '$1');
}

/** @param {string} module */
function isCommonJs(module) {
  if (!/\bexports\b|\brequire\b/.test(module)) return false;
  let found = false;
  const visit = (/** @type {ts.Node} */ node) => {
    found ||= ts.isIdentifier(node) && (node.text === 'exports' || (node.text === 'require' && ts.isCallExpression(node.parent) && REQUEST.test(node.parent.arguments[0]?.getText().slice(1, -1) ?? '')));
    if (!found) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.js', module, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  return found;
}
