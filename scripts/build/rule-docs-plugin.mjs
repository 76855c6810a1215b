// Takes the documentation out of the rules where nothing shows it: pages and tables are made of the sources.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** @returns {import('esbuild').Plugin} */
export function withoutRuleDocs() {
  return {
    name: 'without-rule-docs',
    setup(build) {
      build.onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/][^\\/]+\.ts$/ }, async ({ path: file }) => {
        const source = await readFile(file, 'utf8');
        return { contents: withoutDocs(source), loader: 'ts' };
      });
    },
  };
}

/** @param {string} source */
function withoutDocs(source) {
  const file = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest);
  /** @type {ts.Node | undefined} */
  let docs;
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'docs') docs ??= node;
    else ts.forEachChild(node, visit);
  };
  visit(file);
  // As many characters stay, so that places in the source do.
  return docs ? source.slice(0, docs.pos) + source.slice(docs.pos, docs.end).replace(/[^\n]/g, ' ').slice(0, -'docs:null'.length) + 'docs:null' + source.slice(docs.end) : source;
}
