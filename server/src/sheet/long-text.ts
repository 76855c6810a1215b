import { commentOf, type Line } from './lines.ts';
import type { Span } from './model.ts';
import { quoted } from './quotes.ts';
import type { ScanState } from './scan-state.ts';

/** A line on which a text goes on. */
interface TextLine extends Span {
  /** How many spaces it begins with. */
  spaces: number;
  blank: boolean;
  comment: boolean;
}

/** What YAML takes for a key within a text. */
const LIKE_A_KEY = /:(?:[ \t]|$)/;

/**
 * Reads a text without quotes that YAML cannot read as it stands, with the lines on which it goes on, and notes what it takes:
 * quotes, or for several lines the sign of a block text, which keeps their line breaks.
 * @param start where the text begins
 * @param end where it ends on its first line
 * @param parentIndent column of the key
 * @param wrong whether the first line is wrong already
 * @returns whether it is such a text
 */
export function readLongText(state: ScanState, line: Line, start: number, end: number, parentIndent: number, wrong: boolean): boolean {
  const below = commentBehind(state, end, line.end) ? [] : linesBelow(state, parentIndent);
  const written = below.filter(({ blank }) => !blank);
  const cause = wrong ? line.value! : written.map((one) => ({ start: one.start + one.spaces, end: one.end })).find(({ start: from, end: to }) => LIKE_A_KEY.test(state.text.slice(from, to)));
  if (!cause) return false;
  for (let left = below.length; left > 0; left--) state.takeRest(state.peek()!, 'plain');
  const last = written.at(-1);
  if (!last || last.comment) {
    const span = { start, end: last?.end ?? end };
    state.repair(span, quoted(state.text.slice(span.start, span.end)), 'needs-quotes', cause);
    return true;
  }
  const eol = /\r\n|\n|\r/.exec(state.text)![0];
  const column = parentIndent + state.unit;
  const outermost = Math.min(...written.map(({ spaces }) => spaces));
  // Who begins a text with the sign means it so.
  const sign = /^[|>][-+]?[ \t]+/.exec(state.text.slice(start, end))?.[0].length ?? 0;
  state.repair({ start, end: start + sign }, `|-${eol}${' '.repeat(column)}`, 'needs-block', cause);
  for (const one of written) {
    const spaces = column + one.spaces - outermost;
    if (spaces !== one.spaces) state.repair({ start: one.start, end: one.start + one.spaces }, ' '.repeat(spaces), 'needs-block', cause);
  }
  return true;
}

/** The lines to come on which a text goes on, as far as they are indented deeper than its key and no entries of their own. */
function linesBelow(state: ScanState, parentIndent: number): TextLine[] {
  const lines: TextLine[] = [];
  let taken = 0;
  for (let span = state.peek(); span; span = state.peek(lines.length)) {
    const spaces = /^ */.exec(state.text.slice(span.start, span.end))![0].length;
    const content = state.text.slice(span.start + spaces, span.end);
    const own = content.slice(0, commentOf(content)).trimEnd();
    const blank = content.trim() === '';
    if (!blank && (own === '' || spaces <= parentIndent || state.isEntry(span, false))) break;
    lines.push({ start: span.start, end: span.start + spaces + own.length, spaces, blank, comment: own.length < content.trimEnd().length });
    if (blank) continue;
    taken = lines.length;
    if (lines.at(-1)!.comment) break;
  }
  return lines.slice(0, taken);
}

function commentBehind(state: ScanState, from: number, to: number): boolean {
  return state.text.slice(from, to).trim() !== '';
}
