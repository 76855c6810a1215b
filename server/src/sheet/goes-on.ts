import type { Level } from './levels.ts';
import type { Line } from './lines.ts';
import type { Span } from './model.ts';
import type { Roles } from './roles.ts';
import type { ScanState } from './scan-state.ts';

/** What is too much for a key that is being typed. */
const SENTENCE = /[。、，．「」（）()]|.{8,}/u;

/** A number with what is no part of one behind it. */
const MORE_THAN_A_NUMBER = /^[\d０-９][^]*[^\d０-９.．\-\s]/u;

/** Whether a line without a colon is no key that is being typed, as far as its place tells. */
export function isNoKey(text: string, { role }: Level, roles: Roles): boolean {
  return !roles.known(role, text) && (role === 'answers' ? MORE_THAN_A_NUMBER : SENTENCE).test(text);
}

/** Longer than what is typed before the first key is offered, and none of the keys begins so. */
const LONG = 5;

function isSentence(text: string, { role }: Level, roles: Roles): boolean {
  return SENTENCE.test(text) || (text.length >= LONG && !roles.begins(role, text));
}

/**
 * Takes a line without a colon, at the column of its map's keys, as more of the text right above it, which it rather is
 * than a key being typed.
 * @param content where the line's content stands
 * @param above the line right above it
 * @param level the map whose keys stand at this column
 * @returns whether it does
 */
export function goesOn(state: ScanState, line: Line, content: Span, above: Line | undefined, level: Level): boolean {
  const { text, roles } = state;
  if (level.childRole !== 'text' || level.end !== 'plain' || !above?.value || text.slice(above.value.end, above.end).trim() !== '') return false;
  const written = text.slice(content.start, content.end);
  // Any name can be a remark's; a question's number cannot be a text.
  if (roles.known(level.role === 'remarks' ? 'answers' : level.role, written) || !isSentence(written, level, roles)) return false;
  state.repair({ start: line.start, end: content.start }, ' '.repeat(level.indent + state.unit), 'text-indent', content);
  Object.assign(line, { inside: 'plain', role: 'text', path: [...level.path, level.key!], value: content });
  return true;
}
