import { fold } from '../text/fold.ts';
import { readBlock } from './block.ts';
import { scanFlow } from './flow.ts';
import { findKey } from './key.ts';
import { commentOf, commentStart, type Line } from './lines.ts';
import { readLongText } from './long-text.ts';
import type { Span } from './model.ts';
import { behindProperties, cannotStand } from './plain.ts';
import { quoted, quoteEnd, unquoted } from './quotes.ts';
import type { Repair } from './repair.ts';
import { isListRole, type Role, type Roles } from './roles.ts';
import type { ScanState } from './scan-state.ts';
import { withoutBlankEnd } from '../text/blank.ts';

/** How the value of a key leaves off, which decides what the next lines may be. */
export type ValueEnd = 'empty' | 'plain' | 'closed';

const BLOCK_HEADER = /^[|>](?:[+-]?[1-9]?|[1-9][+-]?)[ \t]*(?:#.*)?$/;

/** Closing brackets, which YAML takes for the end of what is above also where they stand below its key. */
const CLOSING = /^[ \t\u3000]*[\]}］｝]+/;

/**
 * Reads the value that begins on a line, with all further lines that belong to a block, quoted or
 * bracketed value, and notes what must be repaired for YAML to read it.
 * @param from offset behind the colon or dash and its spaces
 * @param parentIndent column of the map or list that the value belongs to
 */
export function readValue(state: ScanState, line: Line, from: number, role: Role, parentIndent: number, path: string[]): ValueEnd {
  const { text } = state;
  const start = behindProperties(text, from, line.end);
  const whole = text.slice(start, line.end);
  const wide = isLineRole(role) && !/^["'[{［｛]/.test(whole) ? wideComment(whole.slice(0, commentStart(whole))) : undefined;
  if (wide) state.repair({ start: start + wide.start, end: start + wide.end }, ' #', 'punctuation');
  const raw = whole.slice(0, wide ? wide.start : whole.length);
  const content = withoutBlankEnd(raw.slice(0, commentStart(raw)));
  if (content === '') return 'empty';
  line.value = { start, end: start + content.length };
  line.valueRole = role;
  const first = content[0]!;
  const marks = state.marks;

  if (BLOCK_HEADER.test(whole)) return readBlock(state, content, role, parentIndent, line.kind === 'item');
  if (role === 'text' && marks.block.includes(first) && /^.[-－ー]?$/.test(content)) {
    state.repair(line.value, content.length > 1 ? '|-' : '|', 'punctuation');
    return readBlock(state, content, role, parentIndent, line.kind === 'item');
  }
  const wideOpening = (marks.listOpen.includes(first) && isListRole(role))
    || (marks.mapOpen.includes(first) && (role === 'answer' || role === 'answers' || role === 'remarks'));
  const map = role === 'answers' || role === 'remarks' ? findKey(content, role, state.roles, marks) : undefined;
  if (map && state.roles.known('answers', unquoted(map.text)) && line.kind === 'entry') {
    // What follows deeper is read as the map's other entries.
    state.repair({ start: line.key!.end + 1, end: start }, `${/\r\n|\n|\r/.exec(text)?.[0] ?? '\n'}${' '.repeat(parentIndent + 2)}`, 'own-line', line.value);
    return 'empty';
  }
  const inRow = role === 'answer' && line.kind === 'entry' ? answerInRow(content, state.roles) : undefined;
  if (inRow) {
    state.repair(line.value, `{ ${inRow} }`, 'needs-braces', line.value);
    return 'closed';
  }
  const unreadable = role === 'opaque' || wideOpening ? undefined : cannotStand(content, role, line.kind === 'entry', text);
  if (role === 'text' && line.kind === 'entry' && (unreadable || !/["'[{]/.test(first))) {
    const own = withoutBlankEnd(raw.slice(0, commentOf(raw)));
    if (readLongText(state, line, start, start + own.length, parentIndent, unreadable !== undefined)) return 'closed';
  } else if (unreadable) {
    state.repair(line.value, quoted(content), unreadable, line.value);
    return 'closed';
  }
  if (first === '"' || first === "'") return readQuoted(state, line, start, parentIndent);
  if (wideOpening || first === '[' || first === '{') return readFlow(state, line, start, role, parentIndent, path);
  if (isListRole(role)) repairList(state, line.value, content, role);
  return 'plain';
}

/** @returns an answer and what belongs to it as they stand in braces, where those are missing, and perhaps the answer's own key and the comma */
function answerInRow(content: string, roles: Roles): string | undefined {
  if (!content.includes(': ')) return undefined;
  const pairs = content.split(/,[ \t]*/).map((pair) => /^([^:\s]+): [^:{}[\]"'#]+$/.exec(pair)?.[1]);
  if (pairs.every((own) => own !== undefined && roles.known('answer', own))) return content;
  const [, word = '', gap, key = '', rest = ''] = /^([^,:\s]+)(,[ \t]*|[ \t]+)([^,:\s]+): (.*)$/.exec(content) ?? [];
  if (!roles.isAnswer(word) || !roles.known('answer', key) || /[{}"'#]/.test(rest) || (!gap!.startsWith(',') && /,|:(?: |$)/.test(rest))) return undefined;
  return `${roles.answerKey}: ${word}, ${key}: ${rest}`;
}

/** Where the blank begins before a comment that only full-width characters begin, and its sign ends. */
function wideComment(text: string): Span | undefined {
  if (!text.includes('\u3000#') && !text.includes('＃')) return undefined;
  for (const { index, 0: sign } of text.matchAll(/\u3000#|＃/g)) {
    let start = index + sign.length - 1;
    while (start > 0 && /[ \t\u3000]/.test(text[start - 1]!)) start--;
    if (start < index + sign.length - 1) return { start, end: index + sign.length };
  }
  return undefined;
}

/** Whether a role is written on one line, where a full-width `＃` behind a space can only begin a comment. */
function isLineRole(role: Role): boolean {
  return role === 'answer' || role === 'word' || isListRole(role);
}

/** What stands behind a closed quote or bracket keeps YAML from reading everything below. */
function readStray(state: ScanState, entry: boolean, from: number): void {
  if (!entry) return;
  const rest = /^[^\r\n]*/.exec(state.text.slice(from))![0];
  const behind = rest.slice(0, commentStart(rest, rest.startsWith('#') ? 1 : 0));
  const stray = behind.trim();
  if (behind.replace(/[ \t]/g, '') === '') return;
  const start = from + behind.search(/[^ \t]/);
  if (stray === '') state.repair({ start: from, end: from + behind.length }, rest.length > behind.length ? ' ' : '', 'punctuation');
  else if (/^[\]}］｝,、，。\s]*$/.test(stray)) state.repair({ start: from, end: start + stray.length }, '', 'stray', { start, end: start + stray.length });
  else state.repair({ start, end: start }, stray.startsWith('#') ? ' ' : from === start ? ' # ' : '# ', 'stray-text', { start, end: start + stray.length });
}

function readQuoted(state: ScanState, line: Line, start: number, parentIndent: number): ValueEnd {
  const limit = state.limit(parentIndent);
  const end = quoteEnd(state.text, start, limit);
  if (end > limit) {
    const content = lastContent(state.text, start, limit);
    state.repair({ start: content, end: content }, state.text[start]!, 'unclosed-quote', { start, end: Math.min(line.end, content) });
    state.takeUntil(content, 'quoted');
    return 'closed';
  }
  state.takeUntil(end, 'quoted');
  line.value = { start, end: Math.min(end, line.end) };
  readStray(state, line.kind === 'entry' && line.valueRole !== 'opaque', end);
  return 'closed';
}

function readFlow(state: ScanState, line: Line, start: number, role: Role, parentIndent: number, path: string[]): ValueEnd {
  let limit = state.limit(parentIndent, true);
  let scan = scanFlow(state.text, start, limit, role, path, state.roles, state.marks);
  const closing = scan.missing === '' ? 0 : CLOSING.exec(state.text.slice(limit))?.[0].length ?? 0;
  if (closing > 0) {
    const closed = scanFlow(state.text, start, limit + closing, role, path, state.roles, state.marks);
    if (closed.missing === '') [scan, limit] = [closed, limit + closing];
  }
  for (const slot of scan.slots) state.slots.push(slot);
  state.listed += scan.listed;
  for (const edit of scan.edits) state.repair(edit.span, edit.text, edit.cause, edit.shown);
  let end = scan.end;
  if (scan.missing) {
    end = lastContent(state.text, start, limit);
    const { swallowed } = scan;
    if (swallowed) state.repair({ start: end, end }, scan.missing, 'swallowed-bracket', swallowed.span, swallowed.instead);
    else state.repair({ start: end, end }, scan.missing, 'unclosed-bracket', { start, end: Math.min(line.end, end) });
  }
  state.takeUntil(end, 'flow');
  line.value = { start, end: Math.min(end, line.end) };
  if (!scan.missing) readStray(state, line.kind === 'entry' && role !== 'opaque', end);
  return 'closed';
}

/** Several keys or references in a row, without the brackets that a list needs. */
function repairList(state: ScanState, value: Span, content: string, role: Role): void {
  const separators = new RegExp(`[${state.marks.comma},]`);
  if (!separators.test(content)) return;
  const parts = content.split(separators).map((part) => part.trim());
  const item = role === 'cites' ? /^[1-9][0-9]*$/ : /^[0-9]+\.[0-9A-Za-z.()～-]*$/;
  if (!parts.every((part) => item.test(fold(part)) || (role === 'references' && state.roles.isReference(part)))) return;
  state.listed += parts.length;
  const cause: Repair['cause'] = new RegExp(`[${state.marks.comma}]`).test(content) ? 'punctuation' : 'list';
  state.repair({ start: value.start, end: value.start }, '[', cause, value);
  for (const { index, 0: between } of content.matchAll(new RegExp(`[ \\t\u3000]*${separators.source}[ \\t\u3000]*`, 'g'))) {
    const start = value.start + index;
    state.repair({ start, end: start + between.length }, ', ', cause, value);
  }
  state.repair({ start: value.end, end: value.end }, ']', cause, value);
}

/** The end of the last line before `limit` that has something on it, its trailing comment left out. */
function lastContent(text: string, start: number, limit: number): number {
  const body = text.slice(start, limit).trimEnd();
  const lineStart = Math.max(body.lastIndexOf('\n'), body.lastIndexOf('\r')) + 1;
  const last = body.slice(lineStart);
  const comment = commentStart(last);
  const kept = last.slice(0, comment).trimEnd();
  return kept === '' ? start + body.length : start + lineStart + kept.length;
}
