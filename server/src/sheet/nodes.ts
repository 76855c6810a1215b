import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { fold } from '../text/fold.ts';
import type { Span, Text } from './model.ts';
import type { Repaired } from './repair.ts';
import { DEEPEST, type PlainPair, type Run } from './runs.ts';
import { LIMITS, type ParsedYaml } from './yaml.ts';

/** A key and its value, resolved through aliases, with the document's own offsets. */
export interface Member {
  key: Text;
  /** Absent when nothing, or nothing but blank, is written. */
  value: Value | undefined;
  /** From the key to the end of the value. */
  span: Span;
}

export type Value =
  | { kind: 'text'; text: Text; span: Span; aliased: boolean }
  /** `unnamed`: lists and maps that stand where a key should; no member is of them. */
  | { kind: 'map'; members: Member[]; unnamed: Span[]; flow: boolean; span: Span; aliased: boolean }
  | { kind: 'list'; items: Value[]; span: Span; aliased: boolean };

/** @returns what a list holds that stands where one text belongs: its only text */
export function onlyText(value: Value | undefined): Text | undefined {
  if (value?.kind !== 'list' || value.aliased || value.items.length !== 1) return undefined;
  const [item] = value.items;
  return item?.kind === 'text' && !item.aliased ? item.text : undefined;
}

const writtenIn = new WeakMap<Member[], ReadonlySet<string>>();

/** @returns the keys that a map does not have yet */
export function unwritten(keys: string[], members: Member[]): string[] {
  let written = writtenIn.get(members);
  if (!written) writtenIn.set(members, written = new Set(members.map((member) => fold(member.key.value))));
  return keys.filter((key) => !written.has(fold(key)));
}

/** Reads the YAML tree in the dialect's terms: texts, maps and lists. */
export class NodeReader {
  readonly #repaired: Repaired;
  readonly #parsed: ParsedYaml;
  /** By where their first pairs begin. */
  readonly #runs: Map<number, Run>;
  #depth = 0;
  /** The first place where nesting is too deep; what is there is not read. */
  tooDeep: Span | undefined;

  /** @param runs of which only the first pairs were parsed; the others are put behind them */
  constructor(repaired: Repaired, parsed: ParsedYaml, runs: readonly Run[] = []) {
    this.#repaired = repaired;
    this.#parsed = parsed;
    this.#runs = new Map(runs.map((run) => [run.first.key.span.start, run]));
  }

  /** How many runs were not come upon, or turned out to be none. */
  get left(): number {
    return this.#runs.size;
  }

  /**
   * @param place when the node stands behind an alias, the alias's own stretch, which every span then is
   * @returns undefined for an empty value and for one that cannot be read
   */
  value(node: unknown, place?: Span): Value | undefined {
    if (isAlias(node)) {
      const target = this.#parsed.target(node);
      return target && this.value(target, place ?? this.#span(node));
    }
    if (isScalar(node)) {
      const text = this.#text(node, place);
      return text.value.trim() === '' ? undefined : { kind: 'text', text, span: text.span, aliased: place !== undefined };
    }
    if (this.#depth >= LIMITS.depth && isCollection(node)) {
      this.tooDeep ??= place ?? this.#span(node);
      return undefined;
    }
    this.#depth++;
    const value = this.#collection(node, place);
    this.#depth--;
    return value;
  }

  #collection(node: unknown, place?: Span): Value | undefined {
    const aliased = place !== undefined;
    if (isMap(node)) {
      const unnamed: Span[] = [];
      const members = this.members(node, unnamed, place);
      const span = place ?? this.#span(node);
      // Behind an empty last value the library counts the comments below the map to it.
      const last = aliased || node.flow ? undefined : members.at(-1);
      return { kind: 'map', flow: node.flow === true, span: { start: span.start, end: last?.span.end ?? span.end }, aliased, members, unnamed };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.value(item, place)).filter((item) => item !== undefined);
      return { kind: 'list', items, span: place ?? this.#span(node), aliased };
    }
    return undefined;
  }

  members(map: YAMLMap, unnamed: Span[], place?: Span): Member[] {
    const members: Member[] = [];
    for (const pair of map.items) {
      const member = this.#member(pair, unnamed, place);
      if (!member) continue;
      members.push(member);
      const run = this.#runs.get(member.key.span.start);
      if (!run || map.flow || this.#depth + DEEPEST > LIMITS.depth || !isPair(run.first, member)) continue;
      for (const pair of run.others) members.push(memberOf(pair));
      this.#runs.delete(member.key.span.start);
    }
    return members;
  }

  #member(pair: Pair, unnamed: Span[], place?: Span): Member | undefined {
    const keyNode = isAlias(pair.key) ? this.#parsed.target(pair.key) : pair.key;
    const here = place ?? (isAlias(pair.key) ? this.#span(pair.key) : undefined);
    if (!isScalar(keyNode)) {
      const key = this.value(keyNode, here);
      if (key) unnamed.push(key.span);
      this.value(pair.value, place);
      return undefined;
    }
    const key = this.#text(keyNode, here);
    const value = this.value(pair.value, place);
    const end = Math.max(key.span.end, value?.span.end ?? 0, place || value?.kind === 'map' ? 0 : this.#end(pair.value));
    return { key, value, span: place ?? { start: key.span.start, end } };
  }

  #text(node: { value: unknown; type?: string; range?: [number, number, number] | null } & Node, place?: Span): Text {
    const style = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED' ? 'block' : node.type?.startsWith('QUOTE') ? 'quoted' : 'plain';
    const span = place ?? this.#span(node);
    if (style === 'block' && !place && node.range) {
      // The library counts the line break behind a block text to it.
      const written = this.#repaired.text.slice(node.range[0], node.range[1]).trimEnd();
      span.end = this.#repaired.toDocument(node.range[0] + written.length);
    }
    return { value: typeof node.value === 'string' ? node.value : '', span, style };
  }

  #end(node: unknown): number {
    const range = (node as Node | null)?.range;
    return range ? this.#repaired.toDocument(range[1]) : 0;
  }

  #span(node: Node): Span {
    const start = this.#repaired.toDocument(node.range?.[0] ?? 0);
    return { start, end: Math.max(start, this.#repaired.toDocument(node.range?.[1] ?? 0)) };
  }
}

function isPair({ key, value }: PlainPair, member: Member): boolean {
  return !Array.isArray(value) && isSame(key, member.key) && member.value?.kind === 'text' && isSame(value, member.value.text);
}

function isSame({ value, span, style }: Text, other: Text): boolean {
  return other.style === style && span.start === other.span.start && span.end === other.span.end && value === other.value;
}

function memberOf({ key, value }: PlainPair): Member {
  const read = Array.isArray(value) ? mapOf(value.map(memberOf)) : { kind: 'text' as const, text: value, span: value.span, aliased: false };
  return { key, value: read.kind === 'text' && read.text.value.trim() === '' ? undefined : read, span: { start: key.span.start, end: read.span.end } };
}

function mapOf(members: Member[]): Value {
  return { kind: 'map', flow: false, span: { start: members[0]!.span.start, end: members.at(-1)!.span.end }, aliased: false, members, unnamed: [] };
}
