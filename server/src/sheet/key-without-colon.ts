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
 * Tells what a line means on which a blank, a dot behind a number, or before an answer some other mark stands in place of
 * the colon. Only where nothing else can be meant: numbers and names have blanks in them, too.
 * @param text the line's content without its comment and the blank at its end
 * @param role the role of the map that the line would be an entry of
 */
export function keyWithoutColon(text: string, role: Role, roles: Roles): UnseparatedKey | undefined {
  if (roles.known(role, text) && role !== 'remarks') return undefined;
  const marked = MARKED.exec(text);
  const isMarked = marked !== null && takesAnswer(marked[1]!, role, roles);
  if (isMarked && roles.isAnswer(marked[3]!)) return parts(marked);
  // No blank and no sign of another kind stands for the colon so plainly.
  if (marked && /[=＝]/.test(marked[2]!) && isMeant(marked[1]!, marked[3]!, role, roles)) return parts(marked);
  const spaced = SPACED.exec(text) ?? NUMBERED.exec(text);
  if (spaced && isMeant(spaced[1]!, spaced[3]!, role, roles)) return parts(spaced);
  return isMarked && beginsWithAnswer(marked[3]!, roles) ? parts(marked) : undefined;
}

const SPACED = /^([^ \t\u3000]+?)([.．]?[ \t\u3000]+)(.+)/su;
const NUMBERED = /^([\d０-９]+(?:[.．-][\d０-９]+)*)([.．]?)(\D.*)/su;
/** What people write, or hit, where the colon belongs. */
const MARKED = /^([\d０-９]+(?:[.．-][\d０-９]+)*|[^\s、，,。・;；=＝→⇒…―—)）]+?)([ \t\u3000]*[.．、，,。・;；=＝→⇒…―—)）-]+[ \t\u3000]*)(.+)/su;

function parts([, key, gap]: RegExpExecArray): UnseparatedKey {
  return { key: key!, valueStart: key!.length + gap!.length };
}

function isMeant(key: string, value: string, role: Role, roles: Roles): boolean {
  if (role === 'remarks') return /^[1-9]\d*$/.test(fold(key)) || roles.known(role, key);
  if (!roles.known(role, key)) return false;
  if (takesAnswer(key, role, roles)) return beginsWithAnswer(value, roles);
  const child = roles.child(role, key);
  return child !== 'answers' && child !== 'remarks';
}

/** Whether an answer stands behind a key: a question's number, an option, or the answer's own key. */
function takesAnswer(key: string, role: Role, roles: Roles): boolean {
  if (role === 'remarks' || !roles.known(role, key)) return false;
  const child = roles.child(role, key);
  return child === 'answer' || (child === 'word' && role === 'answer');
}

/** An answer, perhaps with more behind it. */
function beginsWithAnswer(value: string, roles: Roles): boolean {
  return roles.isAnswer(value) || roles.isAnswer(/^[^（(、，,。※\s]*/u.exec(value)![0]);
}
