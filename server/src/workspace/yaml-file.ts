import { isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Range } from 'vscode-languageserver-types';
import type { Message } from '../l10n/translate.ts';
import { nestsTooDeep } from '../sheet/depth.ts';
import { untraced } from '../sheet/untraced.ts';
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

/** What a file may have at most, beyond which it is not read. */
export interface FileLimits {
  /** In UTF-16 units. */
  characters: number;
  lines: number;
  /** Brackets, commas, colons, quotes, backslashes and the marks of anchors, aliases and tags, wherever they stand: each can be an entry, or an error. */
  marks: number;
}

/** A form or a guideline that is larger is none. */
export const DATA_LIMITS: FileLimits = { characters: 1_048_576, lines: 20_000, marks: 20_000 };
/** Official text has as many lines as the document that it is imported from; those of a text cost little. */
export const OFFICIAL_LIMITS: FileLimits = { ...DATA_LIMITS, lines: 50_000 };
const MARK = /[,:[\]{}"'&*!\\]/g;
const LINE = /\r\n|\r|\n/g;

/** Reads a file by YAML 1.2's core schema. Never throws. */
export function readYamlFile(text: string, limits = DATA_LIMITS): YamlFile {
  const past = pastLimit(text, limits);
  if (past) return broken([{ message: past, range: BEGINNING }]);
  const lines = new LineCounter();
  try {
    const document = untraced(() => parseDocument(text, { schema: 'core', resolveKnownTags: false, lineCounter: lines, uniqueKeys: false, prettyErrors: false, keepSourceTokens: true, logLevel: 'error' }));
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

/** What is past a limit is not even parsed: that is what takes the time. */
function pastLimit(text: string, { characters, lines, marks }: FileLimits): Message | undefined {
  if (text.length > characters) return { key: 'workspace.too-large', args: { characters } };
  if (count(text, LINE) >= lines || count(text, MARK) > marks) return { key: 'workspace.too-long', args: { lines, marks } };
  return nestsTooDeep(text, LIMITS.depth) ? { key: 'syntax.too-deep', args: { depth: LIMITS.depth } } : undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
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
