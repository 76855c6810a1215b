import type { DialectData } from '../catalogue/dialect.ts';
import { commentOf } from './lines.ts';
import type { Span } from './model.ts';
import { isListRole, type Role, type Roles } from './roles.ts';

/** How far the end of a text is looked for, in UTF-16 units. */
const LONGEST_TEXT = 2_000;

/** A collection in brackets that is being read. */
export interface Open {
  map: boolean;
  role: Role;
  path: string[];
  key?: string;
  /** The role of what stands at the scanner's place. */
  slotRole: Role;
  slotStart: number;
  inKey: boolean;
  /** Where a collection in the slot begins. */
  filled?: number;
  /** What else stands in the slot so far, without the blank and the comments around it. */
  content?: Span;
  /** Where its latest word begins, and where what is before that ends. */
  before?: { content: number; word: number };
  /** Where the first comment behind its beginning begins. */
  comment?: number;
}

const CLOSING = '}]｝］';

/** Whether a bracket begins a collection; a full-width one does where a list or an answer can stand. */
export function startsCollection(char: string, open: Open, marks: DialectData['punctuation']): boolean {
  if (char === '[' || char === '{') return true;
  if (open.map && open.inKey) return false;
  return (marks.listOpen.includes(char) && isListRole(open.slotRole)) || (marks.mapOpen.includes(char) && open.slotRole === 'answer');
}

/** A full-width bracket closes, except inside a text or what is nobody's business, where it must be the last thing before the end, and needed there. */
export function closes(char: string, open: Open, marks: DialectData['punctuation'], text: string, at: number, limit: number, depth: number): boolean {
  if (char === (open.map ? '}' : ']')) return true;
  if (!(open.map ? marks.mapClose : marks.listClose).includes(char)) return false;
  if (open.inKey || (open.slotRole !== 'text' && open.slotRole !== 'opaque')) return true;
  let needed = depth - 1;
  for (let next = at + 1; next < Math.min(limit, at + LONGEST_TEXT) && !/[#\r\n]/.test(text[next]!); next++) {
    if (!/\s/.test(text[next]!) && (!CLOSING.includes(text[next]!) || needed-- === 0)) return false;
  }
  return true;
}

/** A full-width comma separates, except inside a text and behind a key that takes a list, where a key must follow. */
export function separates(
  char: string, open: Open, marks: DialectData['punctuation'], text: string, at: number, limit: number, roles: Roles,
): boolean {
  if (!marks.comma.includes(char)) return false;
  if (open.inKey || open.slotRole === 'unknown' || open.slotRole === 'opaque') return false;
  if (!open.map || (open.slotRole !== 'text' && !isListRole(open.slotRole))) return true;
  const rest = lineRest(text, at + 1, Math.min(limit, at + LONGEST_TEXT));
  // At the end of a line the key may begin the next one.
  const key = /^\s*([^:：\r\n]{1,30})[:：]/.exec(rest.trim() === '' ? text.slice(at + 1, Math.min(limit, at + LONGEST_TEXT)) : rest)?.[1];
  return key !== undefined && roles.known(open.role, key);
}

/**
 * Whether a `#` behind a blank is a part of the text before it, although YAML takes it for a comment: no space follows it, and
 * the comment would swallow the comma or bracket that ends the text.
 */
export function isTextHash(open: Open, text: string, at: number, limit: number, roles: Roles): boolean {
  if (open.inKey || open.slotRole !== 'text' || open.filled !== undefined || /^["']/.test(text.slice(open.content?.start ?? at))) return false;
  const rest = lineRest(text, at, Math.min(limit, at + LONGEST_TEXT));
  const written = rest.slice(0, commentOf(rest)).trimEnd();
  if (written === '') return false;
  return /[\]}］｝,]$/.test(written) || [...written.matchAll(/,[ \t]*([^:,]{1,30}):(?:\s|$)/g)].some(([, key]) => roles.known(open.role, key!));
}

/** @returns where brackets in the midst of a text end, which belong to it; `at` where they do not */
export function bracketsEnd(open: Open, text: string, at: number, limit: number): number {
  if (open.inKey || open.slotRole !== 'text') return at;
  const rest = text.slice(at, Math.min(limit, at + LONGEST_TEXT));
  const brackets = /^(?:\[[^[\]{}\r\n]*\]|\{[^[\]{}\r\n]*\})/.exec(rest)?.[0].length ?? 0;
  return rest.includes(open.map ? '}' : ']', brackets) ? at + brackets : at;
}

/** @returns the rest of the line */
export function lineRest(text: string, from: number, limit: number): string {
  const rest = text.slice(from, limit);
  const end = rest.search(/[\r\n]/);
  return end < 0 ? rest : rest.slice(0, end);
}
