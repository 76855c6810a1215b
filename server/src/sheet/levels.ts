import type { DialectData } from '../catalogue/dialect.ts';
import { findKey, isKnown } from './key.ts';
import { isNoKey } from './goes-on.ts';
import { keyWithoutColon } from './key-without-colon.ts';
import { commentStart } from './lines.ts';
import type { Span } from './model.ts';
import { unquoted } from './quotes.ts';
import { isListRole, isMapRole, type Role, type Roles } from './roles.ts';
import type { ValueEnd } from './value.ts';

/** A map around the scanner's place. */
export interface Level {
  indent: number;
  role: Role;
  path: string[];
  /** The level's latest key, and how its value left off. */
  key: string | undefined;
  childRole: Role;
  end: ValueEnd;
  /** A bare answer, and the gap before it through which it can move to a line of its own. */
  bare: { gap: Span; value: Span } | undefined;
}

/** A line in two parts. */
export interface SplitLine {
  leading: string;
  content: string;
}

/** What begins or ends a document, or marks what a merge left open. */
const MARKER = /^(?:---|\.\.\.|<{7}|={7}|>{7})(?:\s|$)/;

/** A remark's number, and a text behind it. */
const NUMBER = /^[1-9１-９][\d０-９]*[.．]?[ \t\u3000]/u;

/** Columns of leading white space, full-width spaces and tabs as two. */
export function widthOf(leading: string): number {
  let width = 0;
  for (let at = 0; at < leading.length; at++) width += leading[at] === ' ' || leading[at] === '\u00a0' ? 1 : 2;
  return width;
}

/** The maps around the scanner's place, outermost first, and where among them a line belongs. */
export class Levels {
  readonly #list: Level[] = [{ indent: 0, role: 'sheet', path: [], key: undefined, childRole: 'sheet', end: 'closed', bare: undefined }];
  readonly #roles: Roles;
  readonly #marks: DialectData['punctuation'];

  constructor(roles: Roles, marks: DialectData['punctuation']) {
    this.#roles = roles;
    this.#marks = marks;
  }

  get top(): Level {
    return this.#list.at(-1)!;
  }

  /** Whether the sheet has a key yet. */
  get begun(): boolean {
    return this.#list[0]!.key !== undefined;
  }

  /** The role of the map whose keys stand at a column; the innermost one's where there is none. */
  roleAt(indent: number): Role {
    return (this.#list.find((one) => one.indent === indent) ?? this.top).role;
  }

  /** How many columns the innermost map is indented by, in the one around it; two where there is none. */
  get unit(): number {
    const [above, top] = this.#list.slice(-2);
    return above && top ? top.indent - above.indent : 2;
  }

  /** Begins the map below the latest key. */
  push(indent: number): void {
    const { top } = this;
    const path = top.key === undefined ? top.path : [...top.path, top.key];
    this.#list.push({ indent, role: top.childRole, path, key: undefined, childRole: 'unknown', end: 'closed', bare: undefined });
  }

  /** Leaves the maps that a line at this column is not in. */
  popTo(indent: number): void {
    while (this.top.indent > indent) this.#list.pop();
  }

  /**
   * The column at which a line is an entry or item of its own; undefined when it goes on with what is above.
   * @param next takes nothing, returns the line behind it
   */
  target({ leading, content }: SplitLine, next: () => SplitLine | undefined): number | undefined {
    const { top } = this;
    const deeper = widthOf(leading) > top.indent;
    if (top.end === 'empty' && top.key !== undefined && top.childRole === 'opaque' && deeper) return undefined;
    const pure = /^ *$/.test(leading);
    const candidates = pure ? [leading.length] : [widthOf(leading), leading.length, /^ */.exec(leading)![0].length];
    for (const column of candidates) {
      const level = this.#list.find((one) => one.indent === column);
      const below = level && this.#below(level, content);
      if (below !== undefined) return below;
      if (level && (pure || this.#keyed(level.role, content))) return column;
      if (column > top.indent && this.#opens(top, { leading, content }, next)) return column;
    }
    if (deeper && top.end === 'empty' && !isMapRole(top.childRole)) return undefined;
    const inText = deeper && top.end === 'plain';
    for (const level of [...this.#list].reverse()) {
      const below = inText ? undefined : this.#below(level, content);
      if (below !== undefined) return below;
      if (this.#misplaced(level.role, content, inText)) return level.indent;
    }
    return undefined;
  }

  /**
   * Whether a line is an entry of its own, and no text that is not indented enough for the block text above it.
   * @param begun whether that text has a line already, so that what looks like a key is more likely one being typed
   */
  isEntry({ leading, content }: SplitLine, begun: boolean): boolean {
    if (leading === '' && MARKER.test(content)) return true;
    const column = widthOf(leading);
    return this.#list.some(({ indent, role }) => {
      const key = findKey(content, role, this.#roles, this.#marks);
      const named = role === 'remarks' ? 'answers' : role;
      if (!key) return indent === column && (this.#roles.known(named, content) || (begun && this.#isTyped(role, content)));
      const name = unquoted(key.text);
      if (indent !== column) return key.separator === 'ok' && this.#roles.known(named, name);
      if (this.#roles.known(role, name)) return true;
      if (key.separator !== 'ok' || !this.#roles.known('remarks', name)) return false;
      return begun || ((role === 'sheet' || role === 'answers') && key.valueStart >= content.length);
    });
  }

  /** Whether a line without a colon is rather a key that is being typed than text: among remarks a number, since any text can be a name. */
  #isTyped(role: Role, content: string): boolean {
    if (role === 'remarks') return NUMBER.test(content);
    if (keyWithoutColon(content, role, this.#roles)) return true;
    return this.#roles.begins(role, content) && !this.#roles.isAnswer(content) && !isNoKey(content, role, this.#roles);
  }

  /** Whether a deeper line may begin a map or list below the level's latest key. */
  #opens(level: Level, line: SplitLine, following: () => SplitLine | undefined): boolean {
    const { content } = line;
    if (level.key === undefined) return false;
    if (level.bare) return this.#keyed('answer', content) || (this.#misplaced('remarks', content, true) && !this.#keyed('answers', content));
    if (level.end !== 'empty' || /^[[{｛［]/.test(content)) return false;
    if (/^-(?:\s|$)/.test(content)) return true;
    if (isListRole(level.childRole) && this.#marks.item.includes(content[0]!)) return true;
    if (!isMapRole(level.childRole)) return false;
    if (level.childRole !== 'answer' || this.#keyed('answer', content)) return true;
    if (findKey(content, 'answer', this.#roles, this.#marks)?.separator === 'ok') return true;
    // The first key of a map, not yet finished: the next line is an entry at the same column.
    const next = following();
    return next?.leading === line.leading && this.#misplaced('answer', next.content, true);
  }

  /** The column of the map below a level, for a known key of that map which stands at the level's own column. */
  #below(level: Level, content: string): number | undefined {
    if (level.key === undefined || !isMapRole(level.childRole) || this.#keyed(level.role, content)) return undefined;
    // The name of a remark can be anything, also a key that the sheet does not have; a number can not.
    if (!this.#keyed(level.childRole === 'remarks' ? 'answers' : level.childRole, content)) return undefined;
    const next = this.#list[this.#list.indexOf(level) + 1];
    if (next) return next.indent;
    return level.end === 'empty' || level.bare ? level.indent + 2 : undefined;
  }

  #keyed(role: Role, content: string): boolean {
    const key = findKey(content, role, this.#roles, this.#marks);
    if (key) return isKnown(key.text, role, this.#roles);
    const text = content.slice(0, commentStart(content)).trim();
    return this.#roles.known(role, text) || (role !== 'remarks' && keyWithoutColon(text, role, this.#roles) !== undefined);
  }

  /** A known key at a column of its own; in the midst of a text only one that YAML would choke on. */
  #misplaced(role: Role, content: string, inText: boolean): boolean {
    const key = findKey(content, role, this.#roles, this.#marks);
    return key !== undefined && (!inText || key.separator === 'ok') && this.#roles.known(role, unquoted(key.text));
  }
}
