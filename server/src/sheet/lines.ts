import type { Span } from './model.ts';
import type { Repair } from './repair.ts';
import type { Role } from './roles.ts';

/** A line of the document as its indentation and punctuation say, whether or not YAML can read it. */
export interface Line {
  /** Offsets of the line, without its line break. */
  start: number;
  end: number;
  /** Columns, full-width spaces and tabs counted as meant. */
  indent: number;
  /** `entry`: a key; `item`: a list's dash; `rest`: goes on with something begun above. */
  kind: 'blank' | 'comment' | 'entry' | 'item' | 'rest';
  /** The role of the map, list or scalar that the line stands in. */
  role: Role;
  /** Keys of the maps around the line, outermost first, as written without quotes. */
  path: string[];
  key: Span | undefined;
  keyText: string | undefined;
  /** Where the colon stands, and where the value may begin. */
  colon: Span | undefined;
  /** The value on this line without its trailing comment. */
  value: Span | undefined;
  valueRole: Role | undefined;
  /** What a `rest` line goes on with. */
  inside: 'block' | 'quoted' | 'flow' | 'plain' | undefined;
}

/** A line of which no more is known yet. Lines are many: with all fields from the start they stay of one shape, which is ten times as fast. */
export function newLine({ start, end }: Span, indent: number, role: Role, path: string[], inside?: Line['inside']): Line {
  return {
    start, end, indent, kind: 'rest', role, path, inside,
    key: undefined, keyText: undefined, colon: undefined, value: undefined, valueRole: undefined,
  };
}

/** A key or value inside brackets or braces. */
export interface FlowSlot {
  span: Span;
  /** The slot with the blank around it, between the punctuation on both sides. */
  around: Span;
  kind: 'key' | 'value';
  /** The role of the key's map, or of the value. */
  role: Role;
  path: string[];
  /** The pair's key, as written. */
  key?: string;
}

/** The document line by line; the cursor's way to know where it is. */
export interface LineMap {
  lines: Line[];
  slots: FlowSlot[];
  repairs: Repair[];
  /** How many values stand in lists that lack their brackets, which no slot is for. */
  listed: number;
}

/** Splits at CRLF, LF and CR, as YAML and the language server protocol do. */
export function splitLines(text: string): Span[] {
  const spans: Span[] = [];
  const pattern = /\r\n|\n|\r/g;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: text.length });
  return spans;
}

/** @returns where a comment begins in `text`, or its length: a `#` first or behind white space */
export function commentStart(text: string, from = 0): number {
  for (let at = text.indexOf('#', from); at >= 0; at = text.indexOf('#', at + 1)) {
    if (at === from || text[at - 1] === ' ' || text[at - 1] === '\t') return at;
  }
  return text.length;
}

/** A comment as people write one, with a space, or the tool's own; any other ` #` is more likely part of a text. */
const COMMENT = /(?:^|[ \t])#(?:[\s?=]|$|sds-disable)/;

/** @returns where a comment that is meant as one begins in `text`, with the blank before it, or the text's length */
export function commentOf(text: string): number {
  return COMMENT.exec(text)?.index ?? text.length;
}
