import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { catalogue } from '../support/catalogue.ts';

const root = new URL('../../server/src/', import.meta.url);

/** A column's heading, and the sheet around the documentation's examples: words of their own that happen to be there too. */
const COINCIDENCE = ['lint/example.ts: 1.1', 'render/labels.ts: 回答'];

/** Folders of the server, lowest first; those on one line do not know each other, or are one layer. */
const LAYERS: string[][] = [
  ['text', 'l10n'],
  ['catalogue'],
  ['sheet', 'guideline-import'],
  ['conditions'],
  ['edits'],
  ['lint', 'rules'],
  ['render'],
  ['features', 'workspace'],
  ['lsp', 'cli'],
];

/** What may know where it runs: the processes' own ends. */
const OUTERMOST = /^(?:lsp|cli)\/|^[^/]+$/;

/** What a layer inside may import besides its own kind. */
const PURE = ['yaml', 'fastest-levenshtein', 'intl-messageformat', '@formatjs/icu-messageformat-parser', 'vscode-languageserver-types', 'vscode-languageserver-textdocument'];

const files = (folder = ''): string[] => readdirSync(new URL(folder, root)).sort().flatMap((name) => {
  const path = folder + name;
  if (statSync(new URL(path, root)).isDirectory()) return files(`${path}/`);
  return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
});

const source = (path: string): string => readFileSync(new URL(path, root), 'utf8');

interface Import {
  from: string;
  /** Types are gone when the program runs. */
  typeOnly: boolean;
}

function imports(path: string): Import[] {
  return [...source(path).matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?'([^']+)';?(?:\s+with\s.*)?$/gm)]
    .map(([, type, from]) => ({ from: from!, typeOnly: type !== undefined }));
}

const layerOf = (path: string): number => LAYERS.findIndex((folders) => folders.includes(path.split('/')[0]!));
const resolved = (path: string, from: string): string => new URL(from, new URL(path, 'file:///')).pathname.slice(1);

const inner = files().filter((path) => !OUTERMOST.test(path));

describe('the layers of the server', () => {
  it('are all named here', () => {
    assert.deepEqual([...new Set(inner.map((path) => path.split('/')[0]))].filter((folder) => layerOf(`${folder}/`) < 0), []);
  });

  it('know nothing of where they run', () => {
    const strangers = inner.flatMap((path) => imports(path)
      .filter(({ from }) => !from.startsWith('.') && !PURE.includes(from))
      .map(({ from }) => `${path}: ${from}`));
    assert.deepEqual(strangers, []);
    const clocks = inner.filter((path) => /\b(?:process\.|Date\.now\(|new Date\(\)|require\(|globalThis\.)/.test(source(path)));
    assert.deepEqual(clocks, []);
  });

  it('import downwards only', () => {
    const upwards = inner.flatMap((path) => imports(path)
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from, typeOnly }) => ({ target: resolved(path, from), typeOnly }))
      .filter(({ target, typeOnly }) => layerOf(target) > layerOf(path) && !typeOnly && target.endsWith('.ts'))
      .map(({ target }) => `${path} → ${target}`));
    assert.deepEqual(upwards, []);
  });

  it('have no import that leads back', () => {
    const graph = new Map(inner.map((path) => [path, imports(path).filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly).map(({ from }) => resolved(path, from))]));
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (trail.includes(path) || done.has(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    assert.deepEqual(circles, []);
  });
});

describe('the source of the server', () => {
  it('has no file of more than 300 lines', () => {
    assert.deepEqual(files().filter((path) => source(path).split('\n').length > 301), []);
  });

  it('keeps nothing of a sheet in a table of weak keys, which would keep the sheet from being collected soon', () => {
    assert.deepEqual(inner.filter((path) => source(path).includes('new WeakMap<Sheet')), []);
  });

  it('knows no question and no answer: they are data', () => {
    const form = catalogue().form('SDS-4.0')!;
    const words = new Set([...form.rows.flatMap((row) => [row.id, row.key, ...row.words.map((word) => word.word)]), ...form.header.map((field) => field.key)]);
    const { sheet, answer, noRemark } = catalogue().dialect;
    for (const data of [...Object.values(sheet), ...Object.values(answer)]) words.add(data.key);
    for (const word of noRemark) words.add(word);
    // A single digit or a dash is no sign of a question or a remark.
    const telling = [...words].filter((word) => !/^[\d-]$/.test(word));
    const found = files().flatMap((path) => source(path).split('\n').flatMap((line, index) => {
      const code = line.replace(/^\s*(?:\/?\*|\/\/).*$/, '').replace(/\s\/\/ .*$/, '');
      return telling.filter((word) => code.includes(`'${word}'`) || code.includes(`"${word}"`) || code.includes(`\`${word}\``)).map((word) => ({ at: `${path}:${index + 1}: ${word}`, what: `${path}: ${word}` }));
    })).filter(({ what }) => !COINCIDENCE.includes(what)).map(({ at }) => at);
    assert.deepEqual(found, []);
  });
});
