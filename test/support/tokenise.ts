import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

export interface ScopedToken {
  text: string;
  /** From the outermost inwards, without the language's suffix. */
  scopes: string[];
}

const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
let engine: Promise<unknown> | undefined;

/** Compiles a grammar as VS Code does. */
export async function loadGrammar(json: string): Promise<textmate.IGrammar> {
  engine ??= oniguruma.loadWASM(readFileSync(wasm));
  await engine;
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(json, 'grammar.json')),
  });
  const grammar = await registry.loadGrammar(JSON.parse(json).scopeName);
  assert(grammar);
  return grammar;
}

/** @returns the tokens of each line */
export function tokenise(grammar: textmate.IGrammar, document: string): ScopedToken[][] {
  let stack = textmate.INITIAL;
  return document.split(/\r?\n/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1).map((scope) => scope.replace(/\.sds-yaml$/, '')),
    }));
  });
}

/**
 * Checks a document with remarks in it: below a line, `» text  scope` says that this text of the line has that scope,
 * `» text  !scope` that no part of it has. Only the beginning of the scope's name is written.
 */
export function checkScopes(grammar: textmate.IGrammar, annotated: string): void {
  const all = annotated.replace(/^\n/, '').split('\n');
  const lines = tokenise(grammar, all.filter((line) => !line.startsWith('»')).join('\n'));
  let current = -1;
  let from = 0;
  for (const line of all) {
    if (!line.startsWith('»')) {
      current += 1;
      from = 0;
      continue;
    }
    const [, text = '', not, scope = ''] = /^» (.*?) +(!?)(\S+)$/.exec(line) ?? [];
    const tokens = lines[current] ?? [];
    const whole = tokens.map((token) => token.text).join('');
    // What is named twice stands there twice.
    const at = whole.indexOf(text, from) >= 0 ? whole.indexOf(text, from) : whole.indexOf(text);
    assert(at >= 0, `no «${text}» in «${whole}»`);
    from = at + text.length;
    for (const token of overlapping(tokens, at, from)) {
      const has = token.scopes.some((name) => name === scope || name.startsWith(`${scope}.`));
      assert.equal(has, not !== '!', `«${token.text}» in «${whole}» is ${token.scopes.join(' ') || 'plain'}, expected ${not ?? ''}${scope}`);
    }
  }
}

function overlapping(tokens: ScopedToken[], start: number, end: number): ScopedToken[] {
  let at = 0;
  return tokens.filter((token) => {
    const begin = at;
    at += token.text.length;
    return begin < end && at > start;
  });
}
