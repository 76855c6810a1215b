import type { DialectData } from '../catalogue/dialect.ts';
import { unquoted } from './flow.ts';
import { splitLines, type FlowSlot, type Line, type LineMap } from './lines.ts';
import type { Span } from './model.ts';
import type { Repair } from './repair.ts';
import { isListRole, isMapRole, type Role, type Roles } from './roles.ts';
import { findKey } from './key.ts';
import { readValue, type ValueEnd } from './value.ts';

/** What the readers of single values share with the scanner. */
export interface ScanState {
  text: string;
  roles: Roles;
  marks: DialectData['punctuation'];
  slots: FlowSlot[];
  /** The line to come, if any. */
  peek(): Span | undefined;
  leading(line: Span): string;
  /** Columns of leading white space, full-width spaces and tabs as two. */
  width(leading: string): number;
  /** Takes the line to come as a part of the value above it. */
  takeRest(line: Span, inside: NonNullable<Line['inside']>): void;
  /** Takes every line to come that begins before `offset`. */
  takeUntil(offset: number, inside: NonNullable<Line['inside']>): void;
  /** Where a value of a map at this column must have ended. */
  limit(parentIndent: number): number;
  repair(span: Span, text: string, cause: Repair['cause'], shown?: Span): void;
}

interface Level {
  indent: number;
  role: Role;
  path: string[];
  /** The level's latest key, and how its value left off. */
  key?: string;
  childRole: Role;
  end: ValueEnd;
}

/** @returns the document's lines, and the repairs without which YAML would not read what was meant */
export function scanLines(text: string, roles: Roles, marks: DialectData['punctuation']): LineMap {
  return new Scanner(text, roles, marks).run();
}

class Scanner implements ScanState {
  readonly slots: FlowSlot[] = [];
  readonly text: string;
  readonly roles: Roles;
  readonly marks: DialectData['punctuation'];
  readonly #spans: Span[];
  readonly #lines: Line[] = [];
  readonly #repairs: Repair[] = [];
  readonly #levels: Level[] = [{ indent: 0, role: 'sheet', path: [], childRole: 'sheet', end: 'closed' }];
  #next = 0;

  constructor(text: string, roles: Roles, marks: DialectData['punctuation']) {
    this.text = text;
    this.roles = roles;
    this.marks = marks;
    this.#spans = splitLines(text);
  }

  run(): LineMap {
    while (this.#next < this.#spans.length) this.#structural(this.#spans[this.#next++]!);
    return { lines: this.#lines, slots: this.slots, repairs: this.#repairs };
  }

  peek(): Span | undefined {
    return this.#spans[this.#next];
  }

  leading(line: Span): string {
    return /^[ \t\u3000]*/.exec(this.text.slice(line.start, line.end))![0];
  }

  width(leading: string): number {
    let width = 0;
    for (const char of leading) width += char === ' ' ? 1 : 2;
    return width;
  }

  takeRest(line: Span, inside: NonNullable<Line['inside']>): void {
    const above = this.#lines.at(-1)!;
    const leading = this.leading(line);
    this.#lines.push({
      ...line, kind: 'rest', inside, indent: this.width(leading),
      role: above.kind === 'rest' ? above.role : (above.valueRole ?? above.role),
      path: above.kind === 'entry' ? [...above.path, above.keyText!] : above.path,
    });
    this.#next++;
  }

  takeUntil(offset: number, inside: NonNullable<Line['inside']>): void {
    for (let line = this.peek(); line && line.start < offset; line = this.peek()) this.takeRest(line, inside);
  }

  limit(parentIndent: number): number {
    for (let index = this.#next; index < this.#spans.length; index++) {
      const line = this.#spans[index]!;
      const leading = this.leading(line);
      const rest = this.text.slice(line.start + leading.length, line.end);
      if (rest === '' || /^[\]}］｝\s]+(?:#.*)?$/.test(rest)) continue;
      if (this.width(leading) <= parentIndent) return line.start;
    }
    return this.text.length;
  }

  repair(span: Span, text: string, cause: Repair['cause'], shown: Span = span): void {
    this.#repairs.push({ span, text, cause, shown });
  }

  #structural(span: Span): void {
    const leading = this.leading(span);
    const line: Line = { ...span, kind: 'rest', indent: this.width(leading), role: this.#top.role, path: this.#top.path };
    this.#lines.push(line);
    const content = this.text.slice(span.start + leading.length, span.end);
    const contentStart = span.start + leading.length;
    if (content === '') {
      line.kind = 'blank';
      return;
    }
    if (content.startsWith('#') || (this.marks.comment.includes(content[0]!) && this.#top.end !== 'plain')) {
      line.kind = 'comment';
      if (!content.startsWith('#')) this.repair({ start: contentStart, end: contentStart + 1 }, '#', 'punctuation');
      return;
    }
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(content) && leading === '') return this.#marker(line, content);
    if (/^(?:<{7}|={7}|>{7})(?:\s|$)/.test(content) && leading === '') {
      this.repair({ start: contentStart, end: contentStart }, '# ', 'conflict-marker', span);
      line.kind = 'comment';
      return;
    }
    this.#place(line, leading, content, contentStart);
  }

  /** `---` before the sheet is idle; behind it the text belongs to another document. */
  #marker(line: Line, content: string): void {
    const begun = this.#levels[0]!.key !== undefined;
    if (!begun && content.startsWith('---') && content.slice(3).trim() === '') return;
    line.role = 'opaque';
    while (this.peek()) this.takeRest(this.peek()!, 'plain');
  }

  #place(line: Line, leading: string, content: string, contentStart: number): void {
    const target = this.#target(leading, content);
    if (target === undefined) {
      this.#continue(line, leading, contentStart);
      return;
    }
    if (leading !== ' '.repeat(target)) {
      const cause = leading.includes('\u3000') ? 'punctuation' : leading.includes('\t') ? 'tab' : 'indent';
      this.repair({ start: line.start, end: contentStart }, ' '.repeat(target), cause, { start: contentStart, end: line.end });
      line.indent = target;
    }
    const top = this.#top;
    const item = this.#dash(line, content, contentStart, top);
    if (item !== undefined) {
      line.kind = 'item';
      line.role = top.key === undefined ? top.role : top.childRole;
      line.path = top.key === undefined ? top.path : [...top.path, top.key];
      readValue(this, line, item, line.role, target, line.path);
      return;
    }
    if (target > top.indent) {
      this.#levels.push({
        indent: target, role: top.childRole, path: top.key === undefined ? top.path : [...top.path, top.key], childRole: 'unknown', end: 'closed',
      });
    } else {
      while (this.#top.indent > target) this.#levels.pop();
    }
    this.#entry(line, content, contentStart);
  }

  /** The column at which the line is an entry or item of its own; undefined when it goes on with what is above. */
  #target(leading: string, content: string): number | undefined {
    const top = this.#top;
    if (top.end === 'empty' && top.key !== undefined && top.childRole === 'opaque' && this.width(leading) > top.indent) return undefined;
    const pure = /^ *$/.test(leading);
    const candidates = pure ? [leading.length] : [this.width(leading), leading.length, /^ */.exec(leading)![0].length];
    for (const column of candidates) {
      const level = this.#levels.find((one) => one.indent === column);
      if (level && (pure || this.#keyed(level.role, content))) return column;
      if (column > top.indent && this.#opens(top, content)) return column;
    }
    const deeper = this.width(leading) > top.indent;
    if (deeper && top.end === 'empty' && !isMapRole(top.childRole)) return undefined;
    return [...this.#levels].reverse().find((level) => this.#misplaced(level.role, content, deeper && top.end === 'plain'))?.indent;
  }

  /** Whether a deeper line may begin a map or list below the level's latest key. */
  #opens(level: Level, content: string): boolean {
    if (level.end !== 'empty') return false;
    if (level.key === undefined) return false;
    if (/^-(?:\s|$)/.test(content)) return true;
    if (isListRole(level.childRole) && this.marks.item.includes(content[0]!)) return true;
    if (!isMapRole(level.childRole)) return false;
    if (level.childRole !== 'answer' || this.#keyed('answer', content)) return true;
    return findKey(content, 'answer', this.roles, this.marks)?.separator === 'ok' || this.#keyBeingTyped();
  }

  /** The first key of a map, not yet finished: the next line is an entry at the same column. */
  #keyBeingTyped(): boolean {
    const own = this.#spans[this.#next - 1]!;
    const next = this.peek();
    if (!next || this.leading(next) !== this.leading(own)) return false;
    const content = this.text.slice(next.start + this.leading(next).length, next.end);
    return this.#misplaced('answer', content, true);
  }

  #keyed(role: Role, content: string): boolean {
    const key = findKey(content, role, this.roles, this.marks);
    return this.roles.known(role, key ? unquoted(key.text) : content.trim());
  }

  /** A known key at a column of its own; in the midst of a text only one that YAML would choke on. */
  #misplaced(role: Role, content: string, inText: boolean): boolean {
    const key = findKey(content, role, this.roles, this.marks);
    return key !== undefined && (!inText || key.separator === 'ok') && this.roles.known(role, unquoted(key.text));
  }

  /** @returns where an item's value begins, when the line is one */
  #dash(line: Line, content: string, contentStart: number, top: Level): number | undefined {
    if (/^-(?:\s|$)/.test(content)) return contentStart + 1;
    if (!(top.end === 'empty' && isListRole(top.childRole) && this.marks.item.includes(content[0]!))) return undefined;
    const dash = /^.[\s\u3000]*/u.exec(content)![0];
    if (line.start + dash.length > line.end) return undefined;
    this.repair({ start: contentStart, end: contentStart + dash.length }, '- ', 'punctuation');
    return contentStart + dash.length;
  }

  #entry(line: Line, content: string, contentStart: number): void {
    const level = this.#top;
    line.role = level.role;
    line.path = level.path;
    const key = findKey(content, level.role, this.roles, this.marks);
    if (!key) {
      this.#keyless(line, content, contentStart, level);
      return;
    }
    line.kind = 'entry';
    line.key = { start: contentStart, end: contentStart + key.text.length };
    line.keyText = unquoted(key.text);
    line.colon = { start: contentStart + key.colon, end: contentStart + key.colon + 1 };
    const valueStart = contentStart + key.valueStart;
    const empty = valueStart >= line.end;
    if (key.separator !== 'ok') {
      this.repair({ start: line.colon.start, end: valueStart }, empty ? ':' : ': ',
        key.separator === 'tight' ? 'missing-space' : 'punctuation', { start: contentStart, end: line.end });
    }
    level.key = line.keyText;
    level.childRole = this.roles.child(level.role, line.keyText);
    level.end = readValue(this, line, valueStart, level.childRole, level.indent, [...level.path, level.key]);
    line.valueRole = level.childRole;
  }

  /** A line of its own without a colon: a key being typed, as far as its place allows. */
  #keyless(line: Line, content: string, contentStart: number, level: Level): void {
    const text = content.replace(/[ \t]+#.*$/, '').replace(/[\s\u3000]+$/, '');
    if (level.role === 'opaque' || /^[[\]{}?|>&*!%@`"',]/.test(text)) return;
    line.kind = 'entry';
    line.key = { start: contentStart, end: contentStart + text.length };
    line.keyText = text;
    this.repair({ start: line.key.end, end: line.key.end }, ':', 'missing-colon', line.key);
    level.key = text;
    level.childRole = this.roles.child(level.role, text);
    level.end = 'empty';
    line.valueRole = level.childRole;
  }

  #continue(line: Line, leading: string, contentStart: number): void {
    const top = this.#top;
    line.inside = 'plain';
    line.role = top.childRole;
    line.path = top.key === undefined ? top.path : [...top.path, top.key];
    line.value = { start: contentStart, end: line.end };
    if (top.end === 'empty' && top.childRole !== 'opaque') top.end = 'plain';
    const ascii = /^ */.exec(leading)![0].length;
    if (leading.includes('\u3000') && ascii <= top.indent && this.width(leading) > top.indent) {
      this.repair({ start: line.start, end: contentStart }, ' '.repeat(this.width(leading)), 'punctuation');
    }
  }

  get #top(): Level {
    return this.#levels.at(-1)!;
  }
}
