import type { DialectData } from '../catalogue/dialect.ts';
import { commentStart } from './lines.ts';
import { unquoted } from './quotes.ts';
import type { Role, Roles } from './roles.ts';
import { withoutBlankEnd } from '../text/blank.ts';

export interface FoundKey {
  /** As written, with its quotes. */
  text: string;
  /** Where the colon stands in the line's content. */
  colon: number;
  /** Where the value begins, or the content's length. */
  valueStart: number;
  /** `ok`: YAML sees a key. `wide`: the colon or the space behind it is full-width. `tight`: no space behind the colon. */
  separator: 'ok' | 'wide' | 'tight';
}

/**
 * Finds the key of a block line.
 * @param content the line without its indentation
 * @param role the role of the map that the line would be an entry of
 * @param any whether a full-width colon, or one without a space, ends also a key that the map does not have
 */
export function findKey(content: string, role: Role, roles: Roles, marks: DialectData['punctuation'], any = false): FoundKey | undefined {
  const plain = plainKeyEnd(content, marks);
  if (plain >= 0) return { text: withoutBlankEnd(content.slice(0, plain)), colon: plain, valueStart: behindBlanks(content, plain + 1), separator: 'ok' };
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*(?=[:：])/.exec(content)?.[0];
  const from = quoted === undefined ? 0 : quoted.length;
  const end = commentStart(content);
  const ascii = search(content, /:(?=[ \t]|$)/g, from, end);
  const spaced = search(content, /:(?=\u3000)/g, from, end);
  const tight = search(content, /:(?=[^ \t\u3000])/g, from, end);
  const wide = search(content, wideColon(marks), from, end);
  const known = (at: number): boolean => isKnown(content.slice(0, at).trimEnd(), role, roles);

  const found = (colon: number, separator: FoundKey['separator']): FoundKey => {
    let valueStart = colon + 1;
    const skip = separator === 'wide' ? /[ \t\u3000]/ : /[ \t]/;
    if (separator === 'wide' && content[valueStart] === ':') valueStart++;
    while (valueStart < content.length && skip.test(content[valueStart]!)) valueStart++;
    return { text: withoutBlankEnd(content.slice(0, colon)), colon, valueStart, separator };
  };
  if (role === 'opaque') return ascii < 0 ? undefined : found(ascii, 'ok');
  if (wide >= 0 && (ascii < 0 || wide < ascii) && known(wide)) return found(wide, 'wide');
  if (spaced >= 0 && (ascii < 0 || spaced < ascii)) return found(spaced, 'wide');
  if (ascii >= 0) return found(ascii, 'ok');
  if (tight >= 0 && known(tight)) return found(tight, 'tight');
  if (any && wide > 0) return found(wide, 'wide');
  if (any && tight > 0) return found(tight, 'tight');
  return undefined;
}

/** @returns whether a map has a key, or has it where commas stand for the dots of a number */
export function isKnown(key: string, role: Role, roles: Roles): boolean {
  return roles.known(role, unquoted(key)) || (role === 'answers' && roles.withDots(key) !== undefined);
}

/** @returns where the colon of a key stands that is written as YAML wants it, as nearly all are; or -1 for what must be looked at closely */
function plainKeyEnd(content: string, marks: DialectData['punctuation']): number {
  for (let at = 0; at < content.length; at++) {
    const unit = content.charCodeAt(at);
    if (unit === COLON) return at + 1 === content.length || isBlank(content.charCodeAt(at + 1)) ? at : -1;
    if (unit === HASH || unit === FULL_WIDTH_SPACE || (at === 0 && (unit === DOUBLE || unit === SINGLE))) return -1;
    if (unit > 0x7f && marks.colon.includes(content[at]!)) return -1;
  }
  return -1;
}

const [COLON, HASH, DOUBLE, SINGLE, FULL_WIDTH_SPACE] = [0x3a, 0x23, 0x22, 0x27, 0x3000];

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

function behindBlanks(content: string, from: number): number {
  let at = from;
  while (at < content.length && isBlank(content.charCodeAt(at))) at++;
  return at;
}

const wideColons = new WeakMap<DialectData['punctuation'], RegExp>();

function wideColon(marks: DialectData['punctuation']): RegExp {
  let pattern = wideColons.get(marks);
  if (!pattern) wideColons.set(marks, pattern = new RegExp(`[${marks.colon}]`, 'g'));
  return pattern;
}

function search(content: string, pattern: RegExp, from: number, end: number): number {
  pattern.lastIndex = from;
  const at = pattern.exec(content)?.index ?? -1;
  return at >= 0 && at < Math.max(end, 1) ? at : -1;
}
