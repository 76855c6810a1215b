// Takes the documentation out of the rules as far as nothing shows it: pages and tables are made of the sources.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/**
 * @param {string[]} left what of it is left out; all of it where nothing is named
 * @returns {import('esbuild').Plugin}
 */
export function withoutRuleDocs(...left) {
  return {
    name: 'without-rule-docs',
    setup(build) {
      build.onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/][^\\/]+\.ts$/ }, async ({ path: file }) => {
        const source = await readFile(file, 'utf8');
        return { contents: withoutDocs(source, left), loader: 'ts' };
      });
    },
  };
}

/**
 * @param {string} source
 * @param {string[]} left
 */
function withoutDocs(source, left) {
  /** @type {ts.PropertyAssignment[]} */
  const found = [];
  /** @param {ts.Node} node @param {boolean} inside */
  const visit = (node, inside) => {
    const name = ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : undefined;
    const isDocs = name === 'docs';
    if (ts.isPropertyAssignment(node) && (left.length === 0 ? isDocs : inside && left.includes(String(name)))) found.push(node);
    else ts.forEachChild(node, (child) => visit(child, inside || isDocs));
  };
  visit(ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest), false);
  let text = source;
  for (const { end, name } of found) {
    // As many characters stay, so that places in the source do.
    text = text.slice(0, name.end) + ':null' + text.slice(name.end + ':null'.length, end).replace(/[^\n]/g, ' ') + text.slice(end);
  }
  return text;
}
