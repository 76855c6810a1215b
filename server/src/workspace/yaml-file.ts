import { isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Range } from 'vscode-languageserver-types';
import { nestsTooDeep } from '../sheet/depth.ts';
import { LIMITS } from '../sheet/yaml.ts';
import { BEGINNING, firstOf, type Problem } from './problem.ts';
import { yamlErrors } from './yaml-file-errors.ts';

/** Keys and indices that lead to a value, from the outermost. */
export type Place = (string | number)[];

/** A YAML file as plain data, and the way back to where something stands in it. */
export interface YamlFile {
  /** Undefined when the file cannot be read as YAML; null when it is empty. */
  value: unknown;
  problems: Problem[];
  /** Where a value stands; the key in front of it where it goes over several lines, what is around it where it is missing. */
  rangeOf(place: Place): Range;
  /** Where a key stands. */
  rangeOfKey(place: Place): Range;
}

/** Beyond this a file is not read: it is no form and no guideline. */
export const MOST_CHARACTERS = 1_048_576;

/**
 * Reads a file by YAML 1.2's core schema. Never throws.
 * @param characters beyond which it is not read, in UTF-16 units
 */
export function readYamlFile(text: string, characters = MOST_CHARACTERS): YamlFile {
  if (text.length > characters) return broken([{ message: { key: 'workspace.too-large', args: { characters } }, range: BEGINNING }]);
  if (nestsTooDeep(text, LIMITS.depth)) return broken([{ message: { key: 'syntax.too-deep', args: { depth: LIMITS.depth } }, range: BEGINNING }]);
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { schema: 'core', resolveKnownTags: false, lineCounter: lines, uniqueKeys: false, prettyErrors: false, keepSourceTokens: true, logLevel: 'error' });
    const range = (start: number, end: number): Range => rangeIn(text, lines, start, end);
    const of = (node: unknown): Range => (isNode(node) && node.range ? range(node.range[0], node.range[1]) : BEGINNING);
    const errors = yamlErrors(document, text);
    if (errors.length > 0) return broken(firstOf(errors, ({ message, start, end }) => ({ message, range: range(start, end) })));
    const value: unknown = document.toJS();
    if (isDeeper(value, LIMITS.depth)) throw new RangeError();
    const pairs = new WeakMap<YAMLMap, Map<string, Pair>>();
    return {
      value,
      problems: [],
      rangeOf: (place) => of(nodeAt(document, pairs, place, false)),
      rangeOfKey: (place) => of(nodeAt(document, pairs, place, true)),
    };
  } catch (error) {
    // Nesting without end, and aliases of aliases without end.
    return broken([{ message: error instanceof RangeError ? { key: 'syntax.too-deep', args: { depth: LIMITS.depth } } : { key: 'workspace.too-many-aliases' }, range: BEGINNING }]);
  }
}

/** @returns whether data nests more than so many levels; what holds itself does */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1));
}

function broken(problems: Problem[]): YamlFile {
  return { value: undefined, problems, rangeOf: () => BEGINNING, rangeOfKey: () => BEGINNING };
}

/**
 * The node that stands for a place: a scalar itself, a collection by its key. What is not there is shown by what it is not in.
 * @param pairs of the maps that were looked into before, by their keys
 */
function nodeAt(document: Document, pairs: WeakMap<YAMLMap, Map<string, Pair>>, place: Place, wantsKey: boolean): Node | null {
  let shown: Node | null = document.contents;
  let node: unknown = document.contents;
  for (const [index, step] of place.entries()) {
    if (!isCollection(node)) break;
    const found: unknown = isMap(node) ? pairsOf(node, pairs).get(String(step)) : node.items[Number(step)];
    if (found === undefined) break;
    const key = isPair(found) && isNode(found.key) ? found.key : undefined;
    node = isPair(found) ? found.value : found;
    const keyShown = key && (!isScalar(node) || node.value === null || (wantsKey && index === place.length - 1));
    shown = keyShown ? key : isNode(node) ? node : shown;
  }
  return shown;
}

function pairsOf(map: YAMLMap, known: WeakMap<YAMLMap, Map<string, Pair>>): Map<string, Pair> {
  let found = known.get(map);
  if (!found) known.set(map, found = new Map(map.items.map((pair) => [String(isScalar(pair.key) ? pair.key.value : pair.key), pair])));
  return found;
}

/** Within one line: a squiggle over a whole section says nothing. */
function rangeIn(text: string, lines: LineCounter, start: number, end: number): Range {
  const from = Math.min(start, text.length);
  const line = /^[^\r\n]*/.exec(text.slice(from, Math.max(from, end)))![0];
  const { line: number, col } = lines.linePos(from);
  // An empty file has no line yet.
  if (number === 0) return BEGINNING;
  return { start: { line: number - 1, character: col - 1 }, end: { line: number - 1, character: col - 1 + line.length } };
}
