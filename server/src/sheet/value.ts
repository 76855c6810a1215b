import { fold } from '../text/fold.ts';
import { quoteEnd, scanFlow } from './flow.ts';
import { commentStart, type Line } from './lines.ts';
import type { Span } from './model.ts';
import type { Repair } from './repair.ts';
import { isListRole, type Role } from './roles.ts';
import type { ScanState } from './scan.ts';

/** How the value of a key leaves off, which decides what the next lines may be. */
export type ValueEnd = 'empty' | 'plain' | 'closed';

const BLOCK_HEADER = /^[|>](?:[+-]?[1-9]?|[1-9][+-]?)[ \t]*(?:#.*)?$/;

/**
 * Reads the value that begins on a line, with all further lines that belong to a block, quoted or
 * bracketed value, and notes what must be repaired for YAML to read it.
 * @param from offset behind the colon or dash and its spaces
 * @param parentIndent column of the map or list that the value belongs to
 */
export function readValue(state: ScanState, line: Line, from: number, role: Role, parentIndent: number, path: string[]): ValueEnd {
  const { text } = state;
  const start = skipProperties(text, from, line.end);
  const raw = text.slice(start, line.end);
  const comment = commentStart(raw);
  const content = raw.slice(0, comment).replace(/[ \t]+$/, '');
  if (content === '') return 'empty';
  line.value = { start, end: start + content.length };
  line.valueRole = role;
  const first = content[0]!;
  const marks = state.marks;

  if (BLOCK_HEADER.test(raw)) return readBlock(state, parentIndent);
  if (role === 'text' && marks.block.includes(first) && /^.[-－ー]?$/.test(content)) {
    state.repair(line.value, content.length > 1 ? '|-' : '|', 'punctuation');
    return readBlock(state, parentIndent);
  }
  if (role === 'text' && mustBeQuoted(content)) {
    state.repair(line.value, `'${content.replaceAll("'", "''")}'`, 'needs-quotes');
    return 'closed';
  }
  if (first === '"' || first === "'") return readQuoted(state, line, start, parentIndent);
  const opens = first === '[' || first === '{'
    || (marks.listOpen.includes(first) && isListRole(role))
    || (marks.mapOpen.includes(first) && (role === 'answer' || role === 'answers'));
  if (opens) return readFlow(state, line, start, role, parentIndent, path);
  if (isListRole(role)) repairList(state, line.value, content, role);
  return 'plain';
}

/** An anchor or tag before the value. */
function skipProperties(text: string, from: number, end: number): number {
  let at = from;
  for (;;) {
    while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
    const property = /^[&!][^\s,[\]{}]*(?=[ \t]|$)/.exec(text.slice(at, end));
    if (!property) return at;
    at += property[0].length;
  }
}

/** Text that YAML would take for something else, or refuse. */
function mustBeQuoted(content: string): boolean {
  const first = content[0]!;
  if ('@`%*'.includes(first)) return true;
  if (/^[-?](?:\s|$)/.test(content) && content.length > 1) return true;
  if (first === '|' || first === '>') return true;
  if (first === '"' || first === "'") {
    const end = quoteEnd(content, 0, content.length);
    return end < content.length;
  }
  if (first === '[' || first === '{') {
    const close = content.lastIndexOf(first === '[' ? ']' : '}');
    return close >= 0 && close < content.length - 1;
  }
  return /:(?:[ \t]|$)/.test(content);
}

function readBlock(state: ScanState, parentIndent: number): ValueEnd {
  for (let line = state.peek(); line; line = state.peek()) {
    const leading = state.leading(line);
    const spaces = /^ */.exec(leading)![0].length;
    const blank = leading.length === line.end - line.start;
    if (!blank && spaces <= parentIndent) {
      if (!leading.includes('\u3000') || state.width(leading) <= parentIndent) break;
      state.repair({ start: line.start, end: line.start + leading.length }, ' '.repeat(state.width(leading)), 'punctuation');
    }
    state.takeRest(line, 'block');
  }
  return 'closed';
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
  return 'closed';
}

function readFlow(state: ScanState, line: Line, start: number, role: Role, parentIndent: number, path: string[]): ValueEnd {
  const limit = state.limit(parentIndent);
  const scan = scanFlow(state.text, start, limit, role, path, state.roles, state.marks);
  state.slots.push(...scan.slots);
  for (const edit of scan.edits) state.repair(edit.span, edit.text, 'punctuation');
  let end = scan.end;
  if (scan.missing) {
    end = lastContent(state.text, start, limit);
    state.repair({ start: end, end }, scan.missing, 'unclosed-bracket', { start, end: Math.min(line.end, end) });
  }
  state.takeUntil(end, 'flow');
  line.value = { start, end: Math.min(end, line.end) };
  return 'closed';
}

/** Several keys or references in a row, without the brackets that a list needs. */
function repairList(state: ScanState, value: Span, content: string, role: Role): void {
  const separators = new RegExp(`[${state.marks.comma},]`);
  if (!separators.test(content)) return;
  const parts = content.split(separators).map((part) => part.trim());
  const item = role === 'cites' ? /^[1-9][0-9]*$/ : /^[0-9]+\.[0-9A-Za-z.()～-]*$/;
  if (!parts.every((part) => item.test(fold(part)))) return;
  const cause: Repair['cause'] = new RegExp(`[${state.marks.comma}]`).test(content) ? 'punctuation' : 'list';
  state.repair(value, `[${parts.join(', ')}]`, cause);
}

/** The end of the last line before `limit` that has something on it, its trailing comment left out. */
function lastContent(text: string, start: number, limit: number): number {
  const body = text.slice(start, limit).replace(/[\s\u3000]+$/, '');
  const lineStart = Math.max(body.lastIndexOf('\n'), body.lastIndexOf('\r')) + 1;
  const last = body.slice(lineStart);
  const comment = commentStart(last);
  const kept = last.slice(0, comment).replace(/\s+$/, '');
  return kept === '' ? start + body.length : start + lineStart + kept.length;
}
