import { fold } from '../text/fold.ts';
import type { Role, Roles } from './roles.ts';

/** A key and its value, between which the colon is missing. */
export interface UnseparatedKey {
  /** As written. */
  key: string;
  /** Where the value begins in the line's content. */
  valueStart: number;
}

/**
 * Tells what a line means on which a blank, or a dot behind a number, stands in place of the colon. Only where nothing
 * else can be meant: numbers and names have blanks in them, too.
 * @param text the line's content without its comment and the blank at its end
 * @param role the role of the map that the line would be an entry of
 */
export function keyWithoutColon(text: string, role: Role, roles: Roles): UnseparatedKey | undefined {
  if (roles.known(role, text) && role !== 'remarks') return undefined;
  const parts = SPACED.exec(text) ?? NUMBERED.exec(text);
  if (!parts) return undefined;
  const [, key, gap, value] = parts as unknown as [string, string, string, string];
  return isMeant(key, value, role, roles) ? { key, valueStart: key.length + gap.length } : undefined;
}

const SPACED = /^([^ \t\u3000]+?)([.．]?[ \t\u3000]+)(.+)$/u;
const NUMBERED = /^([\d０-９]+(?:[.．-][\d０-９]+)*)([.．]?)(\D.*)$/u;

function isMeant(key: string, value: string, role: Role, roles: Roles): boolean {
  if (role === 'remarks') return /^[1-9]\d*$/.test(fold(key)) || roles.known(role, key);
  if (!roles.known(role, key)) return false;
  const child = roles.child(role, key);
  if (child === 'answer' || (child === 'word' && role === 'answer')) return roles.isAnswer(value);
  return child !== 'answers' && child !== 'remarks';
}
