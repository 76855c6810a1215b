import { PATTERN_TOKEN } from './pattern.ts';
import { remembering } from './remember.ts';

/** A character (`set` matches just one) or a group, and how often it may stand. */
interface Part {
  set?: string;
  branches: Part[][];
  /** A lookahead or lookbehind: once left, nothing in it is tried again. */
  look: boolean;
  min: number;
  max: number;
}

/** A long repeat that may still take or give characters; `between` are the sets that must match behind it. */
interface Loop {
  set: string;
  between: string[];
}

/** The longest pattern, and what repeats more often than `OFTEN` counts as endless. */
const LONGEST = 1_000;
const OFTEN = 20;
const MOST_LOOPS = 12;

/**
 * Whether a pattern could try a text in more ways than anybody waits for. What is unclear counts as such.
 * @param pattern a valid regular expression of the flag u
 * @param ways in how many ways its short repeats, choices and optional parts may match at one place
 * @param shared how many pairs of long repeats may contend for the same characters
 */
export function runsAway(pattern: string, ways: number, shared = 0): boolean {
  if (pattern.length > LONGEST || /\\[1-9k]/.test(pattern.replace(/\\\\/g, ''))) return true;
  let pairs = 0;
  let loops = 0;
  let refused = false;

  /** @param first what every round begins with */
  const repeat = (set: string, open: Loop[], first = set): Loop[] => {
    loops++;
    pairs += open.filter((loop) => overlap(loop.set, first) && [loop.set, ...loop.between].every((other) => overlap(other, set))).length;
    return [...open, { set, between: [] }];
  };
  const needed = (set: string, open: Loop[]): Loop[] => open.filter((loop) => overlap(loop.set, set)).map((loop) => ({ ...loop, between: [...loop.between, set] }));
  const either = (lists: Loop[][]): Loop[] => [...new Map(lists.flat().map((loop) => [loop.set, loop])).values()];

  const choice = ({ branches }: Part, open: Loop[]): [ways: number, open: Loop[]] => {
    const tried = branches.map((branch) => sequence(branch, open));
    if (tried.length === 1) return tried[0]!;
    // Branches that begin with other characters than this are no second way.
    const byFirst = new Map<string, number>([['', 0]]);
    for (const [at, [count]] of tried.entries()) {
      const first = branches[at]![0];
      const key = first?.set?.length === 1 && first.set !== '.' && first.min > 0 ? first.set.toLowerCase() : '';
      byFirst.set(key, (byFirst.get(key) ?? 0) + count);
    }
    const any = byFirst.get('')!;
    byFirst.set('', 0);
    return [any + Math.max(...byFirst.values()), either(tried.map(([, left]) => left)).map(({ set }) => ({ set, between: [] }))];
  };

  const sequence = (branch: Part[], from: Loop[]): [ways: number, open: Loop[]] => {
    let count = 1;
    let open = from;
    for (const part of branch) {
      const { set, min, max } = part;
      if (part.look) count = Math.max(count, choice(part, [])[0]);
      else if (set !== undefined) {
        if (min > 0) open = needed(set, open);
        if (max > OFTEN) open = repeat(set, open);
        else count *= max - min + 1;
      } else {
        const [inner, left] = choice(part, max > 1 ? [] : open);
        if (max <= 1) {
          count *= inner + 1 - min;
          open = min > 0 ? left : either([left, open]);
        } else if (max <= OFTEN && left.length === 0) count *= inner > 1 ? inner ** max : max;
        else if (isDelimited(part)) {
          const [first, ...others] = part.branches[0]!.map((one) => one.set!);
          open = repeat([first, ...others].join('|'), min > 0 ? needed(first!, open) : open, first);
        } else refused = true;
      }
      refused ||= count > ways || pairs > shared || loops > MOST_LOOPS;
      if (refused) break;
    }
    return [count, open];
  };

  return sequence(parse(pattern), [])[0] > ways || refused;
}

/** Whether each round of a repeated group begins with a character that nothing else in it matches, and can be read in one way. */
function isDelimited({ branches }: Part): boolean {
  const parts = branches[0]!;
  return branches.length === 1 && parts[0]?.min === 1 && parts[0].max === 1
    && parts.every(({ set, min, max }, at) => set !== undefined
      && ((at > 0 && min === max) || parts.slice(at + 1).every((later) => later.set !== undefined && !overlap(set, later.set))));
}

function parse(pattern: string): Part[] {
  const groups: Part[] = [{ branches: [[]], look: false, min: 1, max: 1 }];
  for (const [token] of pattern.matchAll(PATTERN_TOKEN)) {
    const { branches } = groups.at(-1)!;
    const branch = branches.at(-1)!;
    const part: Part = { branches: [], look: false, min: 1, max: 1 };
    if (token === '|') branches.push([]);
    else if (token === ')') groups.pop();
    else if (token.startsWith('(')) {
      branch.push({ ...part, branches: [[]], look: /[=!]$/.test(token) });
      groups.push(branch.at(-1)!);
    } else if (/^[*+?{]/.test(token)) {
      const [, least = token.startsWith('+') ? 1 : 0, comma, most] = /^\{(\d+)(,?)(\d*)/.exec(token) ?? [];
      const last = branch.at(-1)!;
      last.min = Number(least);
      last.max = token.startsWith('?') ? 1 : comma === '' ? last.min : Number(most || Infinity);
    } else if (!/^(?:[$^]|\\b)$/i.test(token)) branch.push({ ...part, set: token });
  }
  return groups[0]!.branches.length === 1 ? groups[0]!.branches[0]! : [groups[0]!];
}

const expressionOf = remembering((set) => new RegExp(`^(?:${set})$`, 'iu'));
const ENDS: Record<string, string> = { d: '09', s: ' \t\u3000', w: 'az09_' };

/** Whether two sets have a character in common. Where two ranges have, an end of one lies in the other. */
function overlap(one: string, other: string): boolean {
  return [one, other].some((set, at) => {
    const ends = set.replace(/\\([dsw])/g, (_, kind: string) => ENDS[kind]!);
    return /\\[a-z]|\[\^|^\.$|\|\.\||\|\.$|^\.\|/i.test(ends) || [...ends.replace(/\\(.)|[[\]]|(?<=[^\\[|])-(?!\])/gsu, '$1')].some((end) => expressionOf([other, one][at]!).test(end));
  });
}
