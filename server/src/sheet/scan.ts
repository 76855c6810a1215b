import type { DialectData } from '../catalogue/dialect.ts';
import { findKey } from './key.ts';
import { goesOn, isNoKey } from './goes-on.ts';
import { keyWithoutColon } from './key-without-colon.ts';
import { Levels, widthOf, type Level, type SplitLine } from './levels.ts';
import { Limits } from './limits.ts';
import { commentStart, newLine, splitLines, type FlowSlot, type Line, type LineMap } from './lines.ts';
import type { Span } from './model.ts';
import { unquoted } from './quotes.ts';
import type { Repair } from './repair.ts';
import { isListRole, type Roles } from './roles.ts';
import { isBelowHeader, isSlip } from './root.ts';
import type { ScanState } from './scan-state.ts';
import { readValue } from './value.ts';

/** @returns the document's lines, and the repairs without which YAML would not read what was meant */
export function scanLines(text: string, roles: Roles, marks: DialectData['punctuation']): LineMap {
  return new Scanner(text, roles, marks).run();
}

class Scanner implements ScanState {
  readonly slots: FlowSlot[] = [];
  listed = 0;
  readonly text: string;
  readonly roles: Roles;
  readonly marks: DialectData['punctuation'];
  readonly #spans: Span[];
  readonly #lines: Line[] = [];
  readonly #repairs: Repair[] = [];
  readonly #levels: Levels;
  readonly #limits: Limits;
  #next = 0;
  /** In what is nobody's business: lines deeper than this column go on with a plain text. */
  #plainBelow = Infinity;

  constructor(text: string, roles: Roles, marks: DialectData['punctuation']) {
    this.text = text;
    this.roles = roles;
    this.marks = marks;
    this.#spans = splitLines(text);
    this.#limits = new Limits(this, this.#spans);
    this.#levels = new Levels(roles, marks);
  }

  run(): LineMap {
    while (this.#next < this.#spans.length) this.#structural(this.#spans[this.#next++]!);
    return { lines: this.#lines, slots: this.slots, repairs: this.#repairs, listed: this.listed };
  }

  peek(ahead = 0): Span | undefined {
    return this.#spans[this.#next + ahead];
  }

  get unit(): number {
    return this.#levels.unit;
  }

  isEntry(line: Span, begun: boolean): boolean {
    return this.#levels.isEntry(this.#split(line), begun);
  }

  leading(line: Span): string {
    let end = line.start;
    while (end < line.end && isBlank(this.text.charCodeAt(end))) end++;
    return this.text.slice(line.start, end);
  }

  width(leading: string): number {
    return widthOf(leading);
  }

  takeRest(line: Span, inside: NonNullable<Line['inside']>): void {
    const above = this.#lines.at(-1)!;
    const leading = this.leading(line);
    const role = above.kind === 'rest' ? above.role : (above.valueRole ?? above.role);
    const path = above.kind === 'entry' ? [...above.path, above.keyText!] : above.path;
    this.#lines.push(newLine(line, this.width(leading), role, path, inside));
    this.#next++;
  }

  takeUntil(offset: number, inside: NonNullable<Line['inside']>): void {
    for (let line = this.peek(); line && line.start < offset; line = this.peek()) this.takeRest(line, inside);
  }

  limit(parentIndent: number, comments = false): number {
    return this.#limits.of(parentIndent, this.#next, comments);
  }

  repair(span: Span, text: string, cause: Repair['cause'], shown: Span = span, instead?: Repair['instead']): void {
    this.#repairs.push({ span, text, cause, shown, ...(instead ? { instead } : {}) });
  }

  #structural(span: Span): void {
    const leading = this.leading(span);
    const line = newLine(span, this.width(leading), this.#top.role, this.#top.path);
    this.#lines.push(line);
    const content = this.text.slice(span.start + leading.length, span.end);
    const contentStart = span.start + leading.length;
    if (content === '') {
      line.kind = 'blank';
      if (/[^ \t]/.test(leading)) this.repair(span, '', leading.includes('\u3000') ? 'punctuation' : 'indent');
      return;
    }
    if (!this.#levels.begun && /^[{｛[]/.test(content)) {
      return isSlip(this, contentStart) ? this.#stray(line, contentStart) : void readValue(this, line, contentStart, 'sheet', -1, []);
    }
    if (content.startsWith('#') || (this.marks.comment.includes(content[0]!) && this.#top.end !== 'plain')) {
      line.kind = 'comment';
      const indented = leading.includes('\u3000') ? ' '.repeat(line.indent) : leading;
      const read = `${indented}#`;
      if (!this.text.startsWith(read, span.start)) this.repair({ start: span.start, end: contentStart + 1 }, read, 'punctuation');
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

  /** `---` before the sheet is idle and below its header a slip; behind it the text belongs to another document. */
  #marker(line: Line, content: string): void {
    if (/^---\s*(?:\s#.*)?$/.test(content)) {
      if (!this.#levels.begun) return;
      const { start } = line;
      if (isBelowHeader(this, this.#lines)) return this.repair({ start, end: start + 3 }, '', 'stray');
    }
    line.role = 'opaque';
    while (this.peek()) this.takeRest(this.peek()!, 'plain');
  }

  #place(line: Line, leading: string, content: string, contentStart: number): void {
    if (line.indent <= this.#top.indent && goesOn(this, line, contentStart, this.#lines, this.#top, this.#levels.roleAt(line.indent))) return;
    const target = this.#levels.target({ leading, content }, () => {
      const next = this.peek();
      return next && this.#split(next);
    });
    if (target === undefined) {
      this.#continue(line, leading, contentStart);
      return;
    }
    if (leading !== ' '.repeat(target)) {
      const cause = leading.includes('\u3000') ? 'punctuation' : leading.includes('\t') ? 'tab' : 'indent';
      this.repair({ start: line.start, end: contentStart }, ' '.repeat(target), cause, this.#shown(line, contentStart));
      line.indent = target;
    }
    if (target <= this.#top.indent) this.#levels.popTo(target);
    const top = this.#top;
    const item = this.#dash(line, content, contentStart, top);
    if (item !== undefined) {
      if (target === top.indent && top.key !== undefined && top.end !== 'empty') return this.#stray(line, contentStart);
      line.kind = 'item';
      line.role = top.key === undefined ? top.role : top.childRole;
      line.path = top.key === undefined ? top.path : [...top.path, top.key];
      readValue(this, line, item, line.role, target, line.path);
      return;
    }
    if (target > top.indent) {
      this.#splitAnswer(top, target);
      this.#levels.push(target);
    }
    this.#entry(line, content, contentStart);
  }

  /** What follows a bare answer as a map makes the answer an entry of that map. */
  #splitAnswer({ bare }: Level, indent: number): void {
    if (!bare) return;
    const eol = /\r\n|\n|\r/.exec(this.text)?.[0] ?? '\n';
    this.repair(bare.gap, `${eol}${' '.repeat(indent)}${this.roles.answerKey}: `, 'bare-answer', bare.value);
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
    const key = findKey(content, level.role, this.roles, this.marks, true);
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
      const shown = this.#shown(line, contentStart);
      const dotted = key.separator === 'tight' && level.role === 'answers' ? this.roles.withDots(key.text) : undefined;
      if (dotted !== undefined) this.repair(line.key, line.keyText = dotted, 'missing-space', shown);
      this.repair({ start: line.colon.start, end: valueStart }, empty ? ':' : ': ', key.separator === 'tight' ? 'missing-space' : 'punctuation', shown);
    }
    level.key = line.keyText;
    level.childRole = this.roles.child(level.role, line.keyText);
    level.end = readValue(this, line, valueStart, level.childRole, level.indent, [...level.path, level.key]);
    line.valueRole = level.childRole;
    this.#plainBelow = level.end === 'plain' ? level.indent : Infinity;
    const gap = { start: key.separator === 'ok' ? line.colon.end : valueStart, end: valueStart };
    const scalar = line.value?.start === valueStart && !'[{｛|>'.includes(this.text[valueStart]!) && this.#lines.at(-1) === line;
    if (level.childRole === 'answer' && scalar) level.bare = { gap, value: line.value! };
    else level.bare = undefined;
  }

  /** A line that can be nothing here; as a comment it keeps YAML from losing what comes below. */
  #stray(line: Line, contentStart: number): void {
    this.repair({ start: contentStart, end: contentStart }, '# ', 'stray-text', this.#shown(line, contentStart));
  }

  /** A line of its own without a colon: a key being typed, as far as its place allows. */
  #keyless(line: Line, content: string, contentStart: number, level: Level): void {
    const text = content.slice(0, commentStart(content)).trimEnd();
    if (level.role === 'opaque' || /^[?&*!]/.test(text)) return;
    if (/^[[\]{}|>%@`"',]/.test(text)) {
      if (level.key !== undefined) this.#stray(line, contentStart);
      return;
    }
    level.bare = undefined;
    const parts = keyWithoutColon(text, level.role, this.roles);
    line.kind = 'entry';
    const name = level.key = line.keyText = parts?.key ?? text;
    line.key = { start: contentStart, end: contentStart + name.length };
    level.childRole = this.roles.child(level.role, name);
    if (parts) {
      const valueStart = contentStart + parts.valueStart;
      this.repair({ start: line.key.end, end: valueStart }, ': ', 'missing-colon', line.key);
      level.end = readValue(this, line, valueStart, level.childRole, level.indent, [...level.path, level.key]);
    } else {
      this.repair({ start: line.key.end, end: line.key.end }, ':', isNoKey(text, level.role, this.roles) ? 'no-key' : 'missing-colon', line.key);
      level.end = 'empty';
    }
    line.valueRole = level.childRole;
  }

  #continue(line: Line, leading: string, contentStart: number): void {
    const top = this.#top;
    line.inside = 'plain';
    line.role = top.childRole;
    line.path = top.key === undefined ? top.path : [...top.path, top.key];
    line.value = { start: contentStart, end: line.end };
    top.bare = undefined;
    if (top.childRole === 'opaque') this.#opaque(line, contentStart);
    else if (top.key !== undefined && (top.end === 'closed' || line.indent <= top.indent)) this.#stray(line, contentStart);
    else if (top.end === 'empty' && line.indent > top.indent) {
      const end = readValue(this, line, contentStart, top.childRole, top.indent, line.path);
      top.end = end === 'empty' ? 'plain' : end;
    }
    const ascii = /^ */.exec(leading)![0].length;
    if (leading.includes('\u3000') && ascii <= top.indent && this.width(leading) > top.indent) {
      this.repair({ start: line.start, end: contentStart }, ' '.repeat(this.width(leading)), 'punctuation');
    }
  }

  /** Nobody's business, but an open quote or bracket must not swallow what comes behind. */
  #opaque(line: Line, contentStart: number): void {
    if (line.indent > this.#plainBelow) return;
    const content = this.text.slice(contentStart, line.end);
    const dashes = /^(?:- +)*/.exec(content)![0].length;
    const from = contentStart + (findKey(content, 'opaque', this.roles, this.marks)?.valueStart ?? dashes);
    const end = readValue(this, line, from, 'opaque', this.#top.indent, line.path);
    this.#plainBelow = end === 'plain' && !/-$/.test(content) ? line.indent + dashes : Infinity;
  }

  /** A line's content without its comment, where a message points at it. */
  #shown(line: Line, contentStart: number): Span {
    const content = this.text.slice(contentStart, line.end);
    return { start: contentStart, end: contentStart + content.slice(0, commentStart(content)).trimEnd().length };
  }

  #split(line: Span): SplitLine {
    const leading = this.leading(line);
    return { leading, content: this.text.slice(line.start + leading.length, line.end) };
  }

  get #top(): Level {
    return this.#levels.top;
  }
}

/** A space or a tab, or what people's tools write for one. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x3000 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f;
}
