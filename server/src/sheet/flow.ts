import type { DialectData } from '../catalogue/dialect.ts';
import type { Span } from './model.ts';
import type { FlowSlot } from './lines.ts';
import { isListRole, type Role, type Roles } from './roles.ts';

export interface FlowScan {
  slots: FlowSlot[];
  edits: { span: Span; text: string; cause: 'punctuation' | 'missing-space' | 'needs-quotes' }[];
  /** Behind the closing bracket, or where the text gave out. */
  end: number;
  /** Closing brackets that are missing at the end. */
  missing: string;
}

interface Open {
  map: boolean;
  role: Role;
  path: string[];
  key?: string;
  /** The role of what stands at the scanner's place. */
  slotRole: Role;
  slotStart: number;
  inKey: boolean;
}

/**
 * Reads a collection in brackets or braces that may use full-width punctuation.
 * @param text the document
 * @param start offset of the opening bracket
 * @param limit offset behind which the collection cannot go on
 * @param role what stands here; a list's items have the same role
 * @returns what it holds, and the edits that make it YAML
 */
export function scanFlow(
  text: string, start: number, limit: number, role: Role, path: string[], roles: Roles, marks: DialectData['punctuation'],
): FlowScan {
  const slots: FlowSlot[] = [];
  const edits: FlowScan['edits'] = [];
  const stack: Open[] = [];
  let at = start;

  const closeSlot = (open: Open, end: number): void => {
    const span = trimmed(text, open.slotStart, end);
    slots.push({
      span, around: { start: open.slotStart, end }, kind: open.inKey ? 'key' : 'value', role: open.inKey ? open.role : open.slotRole, path: open.path,
      ...(open.key === undefined ? {} : { key: open.key }),
    });
    if (!open.inKey && text.slice(span.start, span.end) === '-') edits.push({ span, text: "'-'", cause: 'needs-quotes' });
  };
  const replace = (length: number, replacement: string, cause: 'punctuation' | 'missing-space' = 'punctuation'): void => {
    edits.push({ span: { start: at, end: at + length }, text: replacement, cause });
  };
  const nextSlot = (open: Open, from: number): void => {
    open.slotStart = from;
    if (open.map) {
      open.inKey = true;
      delete open.key;
      open.slotRole = open.role;
    }
  };
  const atSlotStart = (open: Open): boolean => text.slice(open.slotStart, at).trim() === '';

  while (at < limit) {
    const char = text[at]!;
    const open = stack.at(-1);
    if (!open || (atSlotStart(open) && startsCollection(char, open, marks))) {
      const wide = char !== '[' && char !== '{';
      const map = char === '{' || marks.mapOpen.includes(char);
      if (wide) replace(1, map ? '{' : '[');
      const inner = open ? open.slotRole : role;
      const innerPath = open?.key === undefined ? (open?.path ?? path) : [...open.path, open.key];
      stack.push({ map, role: inner, path: innerPath, slotRole: inner, slotStart: at + 1, inKey: map });
      at += 1;
      continue;
    }
    if ((char === '"' || char === "'") && atSlotStart(open)) {
      at = Math.min(quoteEnd(text, at, limit), limit);
      continue;
    }
    if (char === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      const rest = text.slice(at, limit).search(/[\r\n]/);
      at = rest < 0 ? limit : at + rest;
      continue;
    }
    if (closes(char, open, marks, text, at, limit, stack.length)) {
      const ascii = open.map ? '}' : ']';
      closeSlot(open, at);
      if (char !== ascii) replace(1, ascii);
      stack.pop();
      at += 1;
      const outer = stack.at(-1);
      if (!outer) return { slots, edits, end: at, missing: '' };
      outer.slotStart = at;
      continue;
    }
    if (char === ',' || separates(char, open, marks, text, at, limit, roles)) {
      closeSlot(open, at);
      if (char !== ',') {
        const spaces = spacesBehind(text, at + 1, limit);
        replace(1 + spaces, ', ');
        at += spaces;
      }
      at += 1;
      nextSlot(open, at);
      continue;
    }
    if (open.map && open.inKey) {
      const wide = marks.colon.includes(char);
      const key = text.slice(open.slotStart, at).trim();
      const next = text[at + 1] ?? '';
      const ascii = char === ':';
      // Behind a quoted key YAML, as JSON, needs no space.
      const tight = ascii && !/[\s,\]}\u3000]/.test(next) && at + 1 < limit && !/["']$/.test(key);
      if ((wide && roles.known(open.role, unquoted(key))) || (ascii && (!tight || roles.known(open.role, unquoted(key))))) {
        closeSlot(open, at);
        open.inKey = false;
        open.key = unquoted(key);
        open.slotRole = roles.child(open.role, open.key);
        const spaces = spacesBehind(text, at + 1, limit);
        if (tight) replace(1 + spaces, ': ', 'missing-space');
        else if (wide || text.slice(at + 1, at + 1 + spaces).includes('\u3000')) replace(1 + spaces, ': ');
        open.slotStart = at + 1;
        at += 1 + spaces;
        continue;
      }
    }
    at += 1;
  }
  for (const open of stack) closeSlot(open, limit);
  return { slots, edits, end: limit, missing: stack.reverse().map((open) => (open.map ? '}' : ']')).join('') };
}

const CLOSING = '}]｝］';

function startsCollection(char: string, open: Open, marks: DialectData['punctuation']): boolean {
  if (char === '[' || char === '{') return true;
  if (open.map && open.inKey) return false;
  return (marks.listOpen.includes(char) && isListRole(open.slotRole)) || (marks.mapOpen.includes(char) && open.slotRole === 'answer');
}

/** A full-width bracket closes, except inside a text, where it must be the last thing before the end, and needed there. */
function closes(char: string, open: Open, marks: DialectData['punctuation'], text: string, at: number, limit: number, depth: number): boolean {
  if (char === (open.map ? '}' : ']')) return true;
  if (!(open.map ? marks.mapClose : marks.listClose).includes(char)) return false;
  if (open.inKey || open.slotRole !== 'text') return true;
  const behind = lineRest(text, at + 1, limit).replace(/#.*$/, '').replace(/\s/g, '');
  return [...behind].every((one) => CLOSING.includes(one)) && behind.length < depth;
}

/** A full-width comma separates, except inside a text, where a key must follow. */
function separates(
  char: string, open: Open, marks: DialectData['punctuation'], text: string, at: number, limit: number, roles: Roles,
): boolean {
  if (!marks.comma.includes(char)) return false;
  if (open.inKey || open.slotRole === 'unknown' || open.slotRole === 'opaque') return false;
  if (!open.map || open.slotRole !== 'text') return true;
  const key = /^[\s\u3000]*([^:：]{1,30})[:：]/.exec(lineRest(text, at + 1, limit))?.[1];
  return key !== undefined && roles.known(open.role, key);
}

/** @returns the offset behind the closing quote, or a number beyond `limit` when there is none */
export function quoteEnd(text: string, start: number, limit: number): number {
  const quote = text[start]!;
  for (let at = start + 1; at < limit; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return limit + 1;
}

/** @returns `key` without the quotes around it, escapes left as they are */
export function unquoted(key: string): string {
  return /^(["']).*\1$/s.test(key) && key.length >= 2 ? key.slice(1, -1) : key;
}

function lineRest(text: string, from: number, limit: number): string {
  const rest = text.slice(from, limit);
  const end = rest.search(/[\r\n]/);
  return end < 0 ? rest : rest.slice(0, end);
}

function spacesBehind(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (text[at] === ' ' || text[at] === '\t' || text[at] === '\u3000')) at++;
  return at - from;
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
