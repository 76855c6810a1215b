import type { LineMap } from './lines.ts';
import type { Span, Text } from './model.ts';
import type { Edit } from './notices.ts';

/** A key, and a word, text in quotes or nothing behind it, on a line of their own, as YAML reads them wherever a map goes on with a line of this column. */
const PAIR = /^( *)([^\s\p{Cc}:#,[\]{}&*!|>'"%@`?-][^\s\p{Cc}:#]{0,99}):(?: ([^\s\p{Cc}:#,[\]{}&*!|>'"%@`?-](?:[^\p{Cc}:#]*[^\s\p{Cc}:#])?|'[^'\p{Cc}]*'|"[^"\\\p{Cc}]*"))?(?: +#[^\p{Cc}]*)?$/u;
const BLANK = /^ *(?:#.*)?$/;

/** The dialect has a row in the answers, an option in it, and what is said of that. */
export const DEEPEST = 3;

/** Such a pair; one whose line ends behind its key has pairs below it, at a column of their own. */
export interface PlainPair {
  key: Text;
  value: Text | PlainPair[];
}

/**
 * Pairs below one another at one column, with blank lines and comments between them. If YAML reads the first as a pair of a map,
 * it stands behind each of the others as it does behind the first: they are pairs of the same map, and what follows is read as it
 * would be without them. So the first is parsed for all of them.
 */
export interface Run {
  first: PlainPair;
  others: PlainPair[];
  /** Takes the others away. */
  edit: Edit;
}

const ON_TOP = /^(?: *(?:#[^\r\n]*)?(?:\r\n|\n|\r))+/;

/** @returns what takes the comments on top of a text away, which need not be parsed either; nothing where there are none */
export function commentsOnTop(text: string): Edit[] {
  const end = ON_TOP.exec(text)?.[0].length;
  return end === undefined ? [] : [{ span: { start: 0, end }, text: '' }];
}

/** @returns the runs in a text of more than one pair, in order, none with a repair in it */
export function runsOf(text: string, map: LineMap): Run[] {
  const lines = plainLines(text, map);
  const runs: Run[] = [];
  for (let index = 0; index < lines.length;) {
    const { key, value, column, behind } = lines[index]!;
    if (!key || !value) {
      index++;
      continue;
    }
    const { pairs, next } = pairsAt(lines, index + 1, column, 0);
    if (pairs.length > 0) runs.push({ first: { key, value }, others: pairs, edit: { span: { start: behind, end: lines[next - 1]!.behind }, text: '' } });
    index = next;
  }
  return runs;
}

/** A line that is neither blank nor a comment. Without a key it is no such pair, and its column is where something begins. */
interface PlainLine {
  column: number;
  key?: Text;
  value?: Text;
  /** Where the next line begins. */
  behind: number;
}

/** @returns the pairs at a column, from a line on, that end before anything deeper does; and the line behind them */
function pairsAt(lines: readonly PlainLine[], from: number, column: number, depth: number): { pairs: PlainPair[]; next: number } {
  const pairs: PlainPair[] = [];
  let next = from;
  while (next < lines.length && lines[next]!.column === column) {
    const { key, value } = lines[next]!;
    if (!key) break;
    const below = value ? undefined : pairsBelow(lines, next + 1, column, depth + 1);
    const behind = below?.next ?? next + 1;
    const after = lines[behind];
    // What is deeper would go on with the pair's text; and YAML takes a list at the same column for what a pair with nothing on its line stands for.
    if (!value && !below || after && (after.column > column || below && after.column === column && !after.key)) break;
    pairs.push({ key, value: value ?? below!.pairs });
    next = behind;
  }
  return { pairs, next };
}

function pairsBelow(lines: readonly PlainLine[], from: number, above: number, depth: number): { pairs: PlainPair[]; next: number } | undefined {
  const column = lines[from]?.column ?? 0;
  if (column <= above || depth > DEEPEST) return undefined;
  const found = pairsAt(lines, from, column, depth);
  return found.pairs.length > 0 && (lines[found.next]?.column ?? 0) <= above ? found : undefined;
}

function plainLines(text: string, { lines, repairs }: LineMap): PlainLine[] {
  const found: PlainLine[] = [];
  const sorted = repairs.map(({ span }) => span).sort((a, b) => a.start - b.start);
  let nextRepair = 0;
  let repairedTo = -1;
  for (let index = 0; index < lines.length; index++) {
    const { start, end, kind } = lines[index]!;
    for (; nextRepair < sorted.length && sorted[nextRepair]!.start <= end; nextRepair++) repairedTo = Math.max(repairedTo, sorted[nextRepair]!.end);
    const isRepaired = repairedTo >= start;
    const line = text.slice(start, end);
    if (!isRepaired && kind !== 'rest' && kind !== 'entry' && kind !== 'item' && BLANK.test(line)) continue;
    const behind = lines[index + 1]?.start ?? text.length;
    const pair = isRepaired || kind === 'rest' || kind === 'item' ? null : PAIR.exec(line);
    if (!pair) {
      // What goes on with something above, or is repaired, is taken for the deepest.
      found.push({ column: isRepaired || kind === 'rest' ? Infinity : line.search(/[^ ]/), behind });
      continue;
    }
    const column = pair[1]!.length;
    const at = start + column;
    const key = textAt(pair[2]!, at);
    found.push({ column, key, ...(pair[3] === undefined ? {} : { value: textAt(pair[3], at + key.value.length + 2) }), behind });
  }
  return found;
}

function textAt(written: string, start: number): Text {
  const span: Span = { start, end: start + written.length };
  const isQuoted = written.startsWith("'") || written.startsWith('"');
  return { value: isQuoted ? written.slice(1, -1) : written, span, style: isQuoted ? 'quoted' : 'plain' };
}
