/** More members than this are a slip of the pen, not a range. */
const MOST_MEMBERS = 100;

/**
 * The parts from one end of a range to the other: `(1)`…`(5)`, `C1`…`C4`, `a`…`d`, `⑥`…`⑨`.
 * @param first the first member's own part, in canonical spelling
 * @param last the last member's
 * @param sequence characters that count in this order, where their code points need not (`…⑳㉑…`)
 * @returns the members with both ends (one member when they are equal); undefined when the ends are unlike, the range
 *   runs backwards or is longer than anyone means
 */
export function membersBetween(first: string, last: string, sequence: string): string[] | undefined {
  if (first === last) return [first];
  return numbered(first, last) ?? lettered(first, last, [...sequence]);
}

/** Counts the last number of the two, when all else is equal. */
function numbered(first: string, last: string): string[] | undefined {
  const split = /^(.*(?<![0-9]))([0-9]+)([^0-9]*)$/su;
  const [, before, from, behind] = split.exec(first) ?? [];
  const [, beforeLast, to, behindLast] = split.exec(last) ?? [];
  if (from === undefined || to === undefined || before !== beforeLast || behind !== behindLast) return undefined;
  return counted(Number(from), Number(to), (number) => `${before}${number}${behind}`);
}

/** Counts the last letter of the two, when all before it is equal. */
function lettered(first: string, last: string, sequence: string[]): string[] | undefined {
  const from = [...first];
  const to = [...last];
  const letter = from.pop();
  const lastLetter = to.pop();
  const before = from.join('');
  if (letter === undefined || lastLetter === undefined || before !== to.join('')) return undefined;
  const place = sequence.indexOf(letter);
  const lastPlace = sequence.indexOf(lastLetter);
  if (place >= 0 && lastPlace >= 0) return counted(place, lastPlace, (index) => before + (sequence[index] ?? ''));
  if (!/^[a-z]{2}$|^[A-Z]{2}$/.test(letter + lastLetter)) return undefined;
  return counted(letter.charCodeAt(0), lastLetter.charCodeAt(0), (code) => before + String.fromCharCode(code));
}

function counted(from: number, to: number, write: (number: number) => string): string[] | undefined {
  const count = to - from + 1;
  if (!(count >= 1 && count <= MOST_MEMBERS)) return undefined;
  return Array.from({ length: count }, (_, index) => write(from + index));
}
