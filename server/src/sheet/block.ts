import type { Span } from './model.ts';
import { isListRole, type Role } from './roles.ts';
import type { ScanState } from './scan-state.ts';
import type { ValueEnd } from './value.ts';

const ITEM = /^\s*-(?:\s|$)/;

/** A line of a block text. */
interface BlockLine extends Span {
  leading: string;
  /** How many spaces it begins with: the only indentation that YAML knows. */
  spaces: number;
  /** As meant: full-width spaces and tabs count as two, unless enough spaces stand before them. */
  column: number;
  blank: boolean;
}

/**
 * Takes the lines of a block text, and notes what must be repaired in their indentation for YAML to read them.
 * @param header what stands behind the key: `|` or `>` and indicators
 * @param parentIndent column of the key, or of the dash
 * @param isItem whether the text is an item of a list, which another item ends
 */
export function readBlock(state: ScanState, header: string, role: Role, parentIndent: number, isItem: boolean): ValueEnd {
  const lines = linesOf(state, role, parentIndent, isItem);
  const written = lines.filter((line) => !line.blank);
  const given = Number(/[1-9]/.exec(header)?.[0] ?? 0);
  const first = written[0]?.column ?? parentIndent + 1;
  if (first <= parentIndent) indent(state, written, parentIndent + (given || state.unit), given === 0);
  else {
    const own = given > 0 ? parentIndent + given : lines.some(isWide) || !isText(role) ? columnOf(written.filter(({ column }) => column > parentIndent)) : first;
    indent(state, written.filter(({ column }) => column < own), own);
    const others = lines.filter(({ blank, column }) => blank || column >= own);
    replaceWide(state, others, own);
    if (isText(role)) replaceTabs(state, others, own, given > 0);
  }
  for (const line of lines) state.takeRest(line, 'block');
  return 'closed';
}

/** The lines to come that belong to the text. */
function linesOf(state: ScanState, role: Role, parentIndent: number, isItem: boolean): BlockLine[] {
  const lines: BlockLine[] = [];
  /** How many of them are the text's for sure: what lacks indentation is not, where only blank lines and comments follow. */
  let taken = 0;
  let begun = false;
  let short = false;
  for (let span = state.peek(); span; span = state.peek(lines.length)) {
    const leading = state.leading(span);
    const blank = leading.length === span.end - span.start;
    const spaces = /^ */.exec(leading)![0].length;
    const column = spaces > parentIndent ? spaces : state.width(leading);
    const lacking = !blank && column <= parentIndent;
    if (lacking && (!isScalar(role) || (isItem && ITEM.test(state.text.slice(span.start, span.end))))) break;
    short ||= lacking;
    const comment = short && state.text[span.start + leading.length] === '#';
    if (short && !blank && !comment && state.isEntry(span, begun || !isText(role))) break;
    // A full-width space behind others begins a paragraph.
    const own = lacking && spaces > 0 ? /^[ \t]*/.exec(leading)![0] : leading;
    lines.push({ ...span, leading: own, spaces, column: lacking ? state.width(own) : column, blank });
    if (comment || (short && blank)) continue;
    taken = lines.length;
    begun ||= !blank && !short;
  }
  return lines.slice(0, taken);
}

/** What may be one text or one word. */
function isScalar(role: Role): boolean {
  return isText(role) || isListRole(role) || role === 'answer' || role === 'word';
}

/** What else begins with `|` has lines that only YAML can tell apart. */
function isText(role: Role): boolean {
  return role === 'text' || role === 'unknown';
}

/** Where the outermost of some lines begins. */
function columnOf(lines: BlockLine[]): number {
  return lines.reduce((least, { column }) => Math.min(least, column), Infinity);
}

/** Whether full-width spaces are a part of a line's indentation. */
function isWide({ leading }: BlockLine): boolean {
  return /[^ \t]/.test(leading);
}

/** A line without its indentation, where a message points at it. */
function shownOf(line: BlockLine | undefined): Span | undefined {
  return line && { start: line.start + line.leading.length, end: line.end };
}

function leadingOf({ start, leading }: BlockLine): Span {
  return { start, end: start + leading.length };
}

/**
 * Moves lines to the right, by as much as it takes for the outermost of them.
 * @param own where the text begins
 * @param begins whether the first of them begins the text, and so says where
 */
function indent(state: ScanState, lines: BlockLine[], own: number, begins = false): void {
  const shown = shownOf(lines[0]);
  const outermost = columnOf(lines);
  for (const line of lines) {
    const column = begins && line === lines[0] ? own : own + line.column - outermost;
    state.repair(leadingOf(line), ' '.repeat(column), 'block-indent', shown);
  }
}

/** Full-width spaces before a text are meant as its indentation. */
function replaceWide(state: ScanState, lines: BlockLine[], own: number): void {
  const first = lines.find(({ blank }) => !blank);
  for (const line of lines.filter((one) => isWide(one) && one.spaces < own)) {
    const width = line.blank ? 0 : line === first ? own : Math.max(own, state.width(line.leading));
    state.repair(leadingOf(line), ' '.repeat(width), 'punctuation');
  }
}

/** So are tabs; and what is blank before it must not be deeper, for YAML to see where it begins. */
function replaceTabs(state: ScanState, lines: BlockLine[], own: number, given: boolean): void {
  const tabbed = lines.filter((line) => !line.blank && !isWide(line) && line.spaces < own);
  const tab = shownOf(tabbed[0]);
  for (const line of tabbed) state.repair(leadingOf(line), ' '.repeat(Math.max(own, line.column)), 'tab', tab);
  const first = lines.findIndex(({ blank }) => !blank);
  if (first < 0 || given) return;
  const shown = shownOf(lines[first]);
  const deeper = lines.slice(0, first).filter((line) => !isWide(line) && (line.spaces > own || line.leading.includes('\t')));
  for (const line of deeper) state.repair(leadingOf(line), '', 'indent', shown);
}
