/** Unchanged lines shown around a change. */
const CONTEXT = 3;
/** Beyond this many differing lines the shortest way is not looked for: everything between is replaced. */
const MOST_STEPS = 2000;

interface Change {
  /** ' ' kept, '-' removed, '+' added */
  kind: ' ' | '-' | '+';
  line: string;
}

/**
 * A unified diff that `git apply` and `patch -p1` take.
 * @param name as given, with `/`
 * @returns nothing when the texts are equal
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const changes = compare(splitLines(before), splitLines(after));
  return header(name) + hunksOf(changes).join('');
}

function header(name: string): string {
  const place = name.replace(/^(?:\.\/)+/, '').replace(/^(?!\/)/, '/');
  // Behind a name with blanks, patch takes the tab for the end of it.
  const end = /\s/.test(name) ? '\t' : '';
  return `--- a${place}${end}\n+++ b${place}${end}\n`;
}

/** Lines with their ends, so that a line that only changes its end differs. */
function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function compare(before: string[], after: string[]): Change[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let same = 0;
  while (same < Math.min(before.length, after.length) - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const kept = (lines: string[]): Change[] => lines.map((line) => ({ kind: ' ', line }));
  return [
    ...kept(before.slice(0, start)),
    ...middle(before.slice(start, before.length - same), after.slice(start, after.length - same)),
    ...kept(before.slice(before.length - same)),
  ];
}

/** How far into the text before each diagonal has come; numbers side by side, since there are millions where much differs. */
type Furthest = Int32Array;

/** The shortest way from one to the other (Myers). */
function middle(before: string[], after: string[]): Change[] {
  const most = Math.min(before.length + after.length, MOST_STEPS);
  /** By step, as far as it looks. */
  const trace: Furthest[] = [];
  const furthest = new Int32Array(2 * most + 3).fill(-1);
  const zero = most + 1;
  furthest[zero + 1] = 0;
  for (let steps = 0; steps <= most; steps++) {
    trace.push(furthest.slice(zero - steps - 1, zero + steps + 2));
    for (let k = -steps; k <= steps; k += 2) {
      let x = goesDown(furthest, zero, k, steps) ? furthest[zero + k + 1]! : furthest[zero + k - 1]! + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++;
      furthest[zero + k] = x;
      if (x >= before.length && x - k >= after.length) return walkBack(trace, before, after);
    }
  }
  return [...before.map((line): Change => ({ kind: '-', line })), ...after.map((line): Change => ({ kind: '+', line }))];
}

/** @param zero where the diagonal 0 is */
function goesDown(furthest: Furthest, zero: number, k: number, steps: number): boolean {
  return k === -steps || (k !== steps && furthest[zero + k - 1]! < furthest[zero + k + 1]!);
}

function walkBack(trace: Furthest[], before: string[], after: string[]): Change[] {
  const changes: Change[] = [];
  let x = before.length;
  let y = after.length;
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const furthest = trace[steps]!;
    const k = x - y;
    const zero = steps + 1;
    const from = goesDown(furthest, zero, k, steps) ? k + 1 : k - 1;
    const fromX = steps === 0 ? 0 : furthest[zero + from]!;
    const fromY = steps === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      changes.push({ kind: ' ', line: before[--x]! });
      y--;
    }
    if (steps === 0) break;
    if (x === fromX) changes.push({ kind: '+', line: after[--y]! });
    else changes.push({ kind: '-', line: before[--x]! });
  }
  return changes.reverse();
}

function hunksOf(changes: Change[]): string[] {
  const touched = changes.flatMap(({ kind }, at) => (kind === ' ' ? [] : [at]));
  const ranges: { start: number; end: number }[] = [];
  for (const at of touched) {
    const last = ranges.at(-1);
    const start = Math.max(0, at - CONTEXT);
    const end = Math.min(changes.length, at + CONTEXT + 1);
    if (last && start <= last.end) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges.map(({ start, end }) => hunk(changes, start, end));
}

function hunk(changes: Change[], start: number, end: number): string {
  const counted = (lines: Change[], other: '-' | '+'): number => lines.filter(({ kind }) => kind !== other).length;
  const above = changes.slice(0, start);
  const shown = changes.slice(start, end);
  const range = (other: '-' | '+'): string => {
    const count = counted(shown, other);
    return `${counted(above, other) + (count === 0 ? 0 : 1)},${count}`;
  };
  const lines = shown.map(({ kind, line }) => `${kind}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`);
  return `@@ -${range('+')} +${range('-')} @@\n${lines.join('')}`;
}
