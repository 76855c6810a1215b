import { findKey } from './key.ts';
import { keyWithoutColon } from './key-without-colon.ts';
import { commentStart, type Line } from './lines.ts';
import type { Level } from './levels.ts';
import type { Role, Roles } from './roles.ts';
import type { ScanState } from './scan-state.ts';

/** What is too much for a key that is being typed. */
const SENTENCE = /[。、，．「」（）()]|.{8,}/u;

/** A number with what is no part of one behind it. */
const MORE_THAN_A_NUMBER = /^[\d０-９][^]*[^\d０-９.．\-\s]/u;

/** An item of a list in a text. */
const ITEM = /^(?:[・●○■□◆◇※➢]|- )/u;

/** @returns whether a line without a colon is no key that is being typed, as far as its place in a map of the role `role` tells */
export function isNoKey(text: string, role: Role, roles: Roles): boolean {
  return !roles.known(role, text) && (role === 'answers' ? MORE_THAN_A_NUMBER : SENTENCE).test(text);
}

/** Longer than what is typed before the first key is offered, and none of the keys begins so. */
const LONG = 5;

function isSentence(text: string, role: Role, roles: Roles): boolean {
  return SENTENCE.test(text) || ITEM.test(text) || (text.length >= LONG && !roles.begins(role, text));
}

/**
 * Takes a line without a colon, at the column of a map's keys or before it, as more of the text above it, which it rather is
 * than a key being typed.
 * @param contentStart offset of what stands on the line
 * @param above the lines above it
 * @param top the map that the text above is in
 * @param role of the map whose keys stand at the line's column
 * @returns whether it does
 */
export function goesOn(state: ScanState, line: Line, contentStart: number, above: readonly Line[], top: Level, role: Role): boolean {
  const { text, roles, marks } = state;
  if (top.childRole !== 'text' || top.end !== 'plain') return false;
  const last = above.findLast((one) => one !== line && one.kind !== 'blank');
  if (!last?.value || text.slice(last.value.end, last.end).trim() !== '') return false;
  const rest = text.slice(contentStart, line.end);
  const written = rest.slice(0, commentStart(rest)).trimEnd();
  const item = ITEM.test(written);
  const key = findKey(rest, role, roles, marks, !item);
  // An item may well have a colon as Japanese writes it.
  if (/^[?&*![\]{}|>%@`"',]/.test(written) || (key && !(item && key.separator === 'wide')) || keyWithoutColon(written, role, roles)) return false;
  // Any name can be a remark's; a question's number cannot be a text.
  if (roles.known(role === 'remarks' ? 'answers' : role, written) || !isSentence(written, role, roles)) return false;
  const content = { start: contentStart, end: contentStart + written.length };
  state.repair({ start: line.start, end: contentStart }, ' '.repeat(top.indent + state.unit), 'text-indent', content);
  Object.assign(line, { inside: 'plain', role: 'text', path: [...top.path, top.key!], value: content });
  return true;
}
