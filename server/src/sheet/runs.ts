import type { LineMap } from './lines.ts';
import type { Span, Text } from './model.ts';
import type { Edit } from './notices.ts';

/** A key and a word on a line of their own, as YAML reads them wherever a map goes on with a line of this column. */
const PAIR = /^( *)([^\s\p{Cc}:#,[\]{}&*!|>'"%@`?-][^\s\p{Cc}:#]{0,99}): ([^\s\p{Cc}:#,[\]{}&*!|>'"%@`?-](?:[^\p{Cc}:#]*[^\s\p{Cc}:#])?)$/u;
const BLANK = /^ *(?:#.*)?$/;

/** Such a pair. */
export interface PlainPair {
  key: Text;
  value: Text;
}

/**
 * Lines below one another at one column, of which each is such a pair, with blank lines and comments between them. If YAML reads
 * the first as a pair of a map, it stands behind each of the others as it does behind the first: they are pairs of the same map,
 * and what follows is read as it would be without them. So the first is parsed for all of them.
 */
export interface Run {
  first: PlainPair;
  others: PlainPair[];
  /** Takes the others away. */
  edit: Edit;
}

/** @returns the runs in a text of more than one pair, in order, none with a repair in it */
export function runsOf(text: string, { lines, repairs }: LineMap): Run[] {
  const runs: Run[] = [];
  const sorted = repairs.map(({ span }) => span).sort((a, b) => a.start - b.start);
  let next = 0;
  let repairedTo = -1;
  let run: Run | undefined;
  let column = -1;
  for (let index = 0; index < lines.length; index++) {
    const { start, end, kind } = lines[index]!;
    for (; next < sorted.length && sorted[next]!.start <= end; next++) repairedTo = Math.max(repairedTo, sorted[next]!.end);
    const line = kind === 'rest' || kind === 'item' || repairedTo >= start ? undefined : text.slice(start, end);
    if (line !== undefined && kind !== 'entry' && BLANK.test(line)) continue;
    const found = line === undefined ? null : PAIR.exec(line);
    if (!found) {
      run = undefined;
      continue;
    }
    const [indent, key, value] = [found[1]!, found[2]!, found[3]!];
    const at = start + indent.length;
    const pair = { key: plain(key, at), value: plain(value, at + key.length + 2) };
    const behind = lines[index + 1]?.start ?? text.length;
    if (!run || indent.length !== column) {
      run = { first: pair, others: [], edit: { span: { start: behind, end: behind }, text: '' } };
      column = indent.length;
    } else {
      if (run.others.push(pair) === 1) runs.push(run);
      run.edit.span.end = behind;
    }
  }
  return runs;
}

function plain(value: string, start: number): Text {
  const span: Span = { start, end: start + value.length };
  return { value, span, style: 'plain' };
}
