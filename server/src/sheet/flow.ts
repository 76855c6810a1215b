import type { DialectData } from '../catalogue/dialect.ts';
import { bracketsEnd, closes, isTextHash, lineRest, separates, startsCollection, type Open } from './flow-marks.ts';
import type { FlowSlot } from './lines.ts';
import type { Span } from './model.ts';
import type { Edit } from './notices.ts';
import { cannotStandInFlow } from './plain.ts';
import { quoted, quoteEnd, unquoted } from './quotes.ts';
import { isListRole, type Role, type Roles } from './roles.ts';

export interface FlowEdit {
  span: Span;
  text: string;
  cause: 'punctuation' | 'missing-space' | 'missing-comma' | 'needs-quotes' | 'nested-key' | 'no-answer-key' | 'unclosed-quote';
  /** What is wrong, where that is not what is replaced. */
  shown?: Span;
}

export interface FlowScan {
  slots: FlowSlot[];
  edits: FlowEdit[];
  /** How many values stand in lists that lack their brackets. */
  listed: number;
  /** Behind the closing bracket, or where the text gave out. */
  end: number;
  /** Closing brackets that are missing at the end. */
  missing: string;
  /** A comment that has them, and the edit that makes it a part of the text before it, where one stands there. */
  swallowed?: { span: Span; instead?: Edit };
}

/**
 * Reads a collection in brackets or braces that may use full-width punctuation.
 * @param text the document
 * @param start offset of the opening bracket
 * @param limit offset behind which the collection cannot go on
 * @param role what stands here; a list's items have the same role
 * @returns what it holds, and the edits that make it YAML
 */
export function scanFlow(
  text: string, start: number, limit: number, role: Role, path: string[], roles: Roles, marks: DialectData['punctuation'],
): FlowScan {
  return new FlowScanner(text, start, limit, roles, marks).run(role, path);
}

class FlowScanner {
  readonly #text: string;
  readonly #limit: number;
  readonly #roles: Roles;
  readonly #marks: DialectData['punctuation'];
  readonly #slots: FlowSlot[] = [];
  readonly #edits: FlowEdit[] = [];
  readonly #stack: Open[] = [];
  #listed = 0;
  #at: number;
  #swallowed: FlowScan['swallowed'];

  constructor(text: string, start: number, limit: number, roles: Roles, marks: DialectData['punctuation']) {
    this.#text = text;
    this.#at = start;
    this.#limit = limit;
    this.#roles = roles;
    this.#marks = marks;
  }

  run(role: Role, path: string[]): FlowScan {
    this.#open(role, path);
    for (let open = this.#stack.at(-1); open && this.#at < this.#limit; open = this.#stack.at(-1)) this.#step(open);
    const missing = [...this.#stack].reverse().map(({ map }) => (map ? '}' : ']')).join('');
    for (const open of this.#stack) this.#closeSlot(open, this.#limit, false);
    const swallowed = missing === '' || !this.#swallowed ? {} : { swallowed: this.#swallowed };
    return { slots: this.#slots, edits: this.#edits, listed: this.#listed, end: missing === '' ? this.#at : this.#limit, missing, ...swallowed };
  }

  /** Takes what stands at the scanner's place. */
  #step(open: Open): void {
    const [text, at, limit] = [this.#text, this.#at, this.#limit];
    const char = text[at]!;
    const first = open.content === undefined && open.filled === undefined;
    if (first && startsCollection(char, open, this.#marks)) {
      open.filled = at;
      this.#open(open.slotRole, open.key === undefined ? open.path : [...open.path, open.key]);
    } else if (first && (char === '"' || char === "'")) this.#quotedText(open, char);
    else if (char === '#' && /\s/.test(text[at - 1] ?? ' ') && !isTextHash(open, text, at, limit, this.#roles)) this.#comment(open);
    else if (!first && (char === '[' || char === '{') && bracketsEnd(open, text, at, limit) > at) this.#take(open, bracketsEnd(open, text, at, limit));
    else if (closes(char, open, this.#marks, text, at, limit, this.#stack.length)) this.#close(open, char);
    else if (char === ',' || separates(char, open, this.#marks, text, at, limit, this.#roles)) this.#separate(open, char);
    else if (!this.#colon(open, char)) this.#take(open, at + 1);
  }

  #open(role: Role, path: string[]): void {
    const char = this.#text[this.#at]!;
    const map = char === '{' || this.#marks.mapOpen.includes(char);
    if (char !== '[' && char !== '{') this.#replace(1, map ? '{' : '[');
    this.#at += 1;
    this.#stack.push({ map, role, path, slotRole: role, slotStart: this.#at, inKey: map });
  }

  #quotedText(open: Open, quote: string): void {
    const end = quoteEnd(this.#text, this.#at, this.#limit);
    if (end <= this.#limit) return this.#take(open, end);
    // Brackets at the end of the line are more likely to close what is around than to be part of the text.
    let last = this.#at + lineRest(this.#text, this.#at, this.#limit).length;
    while (last > this.#at + 1 && /[\s\]}]/.test(this.#text[last - 1]!)) last--;
    this.#edits.push({ span: { start: last, end: last }, text: quote, cause: 'unclosed-quote', shown: { start: this.#at, end: last } });
    this.#take(open, last);
  }

  #take(open: Open, end: number): void {
    const { content } = open;
    if (!/\s/.test(this.#text[this.#at]!)) {
      if (content && content.end < this.#at) open.before = { content: content.end, word: this.#at };
      open.content = { start: content?.start ?? this.#at, end };
      this.#swallowed = undefined;
    }
    this.#at = end;
  }

  #comment(open: Open): void {
    if (open.content) open.comment ??= this.#at;
    const comment = lineRest(this.#text, this.#at, this.#limit);
    let closed = comment.length;
    while (/[\s\]}]/.test(comment[closed - 1] ?? '')) closed--;
    if (/[\]}]/.test(comment.slice(closed))) {
      const start = open.content?.start ?? this.#at;
      const end = this.#at + closed;
      const instead = open.slotRole === 'text' && !open.inKey && open.filled === undefined && !/["']/.test(this.#text[start]!) && { span: { start, end }, text: quoted(this.#text.slice(start, end)) };
      this.#swallowed = { span: { start: this.#at, end: this.#at + comment.trimEnd().length }, ...(instead ? { instead } : {}) };
    }
    this.#at += comment.length;
  }

  #close(open: Open, char: string): void {
    this.#answerAlone(open);
    this.#closeSlot(open, this.#at);
    const ascii = open.map ? '}' : ']';
    if (char !== ascii) this.#replace(1, ascii);
    this.#stack.pop();
    this.#at += 1;
    const outer = this.#stack.at(-1);
    if (outer) outer.slotStart = this.#at;
  }

  #separate(open: Open, char: string): void {
    this.#answerAlone(open);
    this.#closeSlot(open, this.#at);
    if (char === ',') this.#at += 1;
    else {
      const length = 1 + this.#spaces(this.#at + 1);
      this.#replace(length, this.#isLineEnd(this.#at + length) ? ',' : ', ');
      this.#at += length;
    }
    this.#begin(open, this.#at, open.map);
  }

  /** Takes a colon that ends a key. @returns whether it does */
  #colon(open: Open, char: string): boolean {
    const wide = this.#marks.colon.includes(char);
    if (!open.map || !(wide || char === ':')) return false;
    if (!open.inKey && !this.#separateMissing(open, char)) return false;
    const at = this.#at;
    const key = unquoted(this.#text.slice(open.content?.start ?? at, at).trim());
    // Behind a quoted key YAML, as JSON, needs no space.
    const tight = !wide && !this.#endsKey(at) && !/["']\s*$/.test(this.#text.slice(open.slotStart, at));
    if ((wide || tight) && !this.#roles.known(open.role, key)) return false;
    this.#closeSlot(open, at);
    const spaces = this.#spaces(at + 1);
    if (tight) this.#replace(1 + spaces, ': ', 'missing-space', { start: at - this.#text.slice(open.slotStart, at).trimStart().length, end: at + /^[^\r\n,，、}\]｝］]*/.exec(this.#text.slice(at, this.#limit))![0].trimEnd().length });
    else if (wide || this.#text.slice(at + 1, at + 1 + spaces).includes('\u3000')) this.#replace(1 + spaces, ': ');
    this.#at += 1 + spaces;
    this.#begin(open, at + 1, false);
    open.key = key;
    open.slotRole = this.#roles.child(open.role, key);
    return true;
  }

  /** Whether the colon at `at` ends a key also for YAML. */
  #endsKey(at: number): boolean {
    return at + 1 >= this.#limit || /[\s,\]}\u3000]/.test(this.#text[at + 1]!);
  }

  /** Separates a value from a key that stands behind it without a comma; in a text the key must begin a line. @returns whether there is one */
  #separateMissing(open: Open, char: string): boolean {
    const { slotRole, role, content, filled, before } = open;
    const start = before?.word ?? (filled === undefined ? undefined : content?.start);
    if (start === undefined || slotRole === 'opaque' || slotRole === 'unknown' || (char === ':' && !this.#endsKey(this.#at))) return false;
    const end = before?.content ?? open.slotStart;
    if (slotRole === 'text' && !/[\r\n]/.test(this.#text.slice(end, start))) return false;
    const word = { start, end: start + this.#text.slice(start, this.#at).trimEnd().length };
    if (!this.#roles.known(role === 'remarks' ? 'answers' : role, this.#text.slice(word.start, word.end))) return false;
    if (before) open.content = { start: content!.start, end };
    this.#closeSlot(open, start);
    this.#edits.push({ span: { start: end, end }, text: ',', cause: 'missing-comma', shown: word });
    this.#begin(open, start, true);
    return true;
  }

  #begin(open: Open, slotStart: number, inKey: boolean): void {
    Object.assign(open, { slotStart, inKey, ...(inKey || !open.map ? { slotRole: open.role } : {}) });
    for (const field of ['content', 'before', 'comment', 'filled', ...(inKey ? ['key'] as const : [])] as const) delete open[field];
  }

  /** An answer without its key, which YAML takes for a key without a value. */
  #answerAlone({ map, inKey, role, content }: Open): void {
    if (!map || !inKey || role !== 'answer' || !content || !this.#roles.isAnswer(this.#text.slice(content.start, content.end))) return;
    this.#edits.push({ span: { start: content.start, end: content.start }, text: `${this.#roles.answerKey}: `, cause: 'no-answer-key', shown: content });
  }

  #closeSlot(open: Open, end: number, closed = true): void {
    const { content, inKey, key } = open;
    if (open.slotRole !== 'opaque') {
      const until = closed ? end : content?.end ?? open.slotStart;
      this.#indentation(open.slotStart, content?.start ?? until);
      if (content) this.#indentation(content.end, until);
    }
    // Comments before and behind it are no part of it.
    const span = content && content.start < end ? content : { start: end, end };
    this.#slots.push({
      span, around: { start: open.slotStart, end }, kind: inKey ? 'key' : 'value', role: inKey ? open.role : open.slotRole, path: open.path,
      ...(key === undefined ? {} : { key }),
    });
    if (inKey || !content || open.slotRole === 'opaque' || (open.comment ?? content.end) < content.end) return;
    if (open.filled === undefined && !(open.map && this.#list(content, open.slotRole))) this.#quote(content, open.slotRole);
    else if (open.filled !== undefined && open.slotRole === 'text') this.#quoteAll({ start: open.filled, end: content.end });
  }

  /** Full-width spaces around what stands in a slot, which YAML would take for a part of it. */
  #indentation(start: number, end: number): void {
    for (const { index, 1: before, 2: blank } of this.#text.slice(start, end).matchAll(/(^|[\r\n])([ \t\u3000]+)/g)) {
      const from = start + index + before!.length;
      if (blank!.includes('\u3000')) this.#edits.push({ span: { start: from, end: from + blank!.length }, text: blank!.replaceAll('\u3000', '  '), cause: 'punctuation' });
    }
  }

  /** Several keys or references behind one key, without the brackets that a list needs. @returns whether there are */
  #list({ start, end }: Span, role: Role): boolean {
    const comma = new RegExp(`[ \\t\u3000]*[${this.#marks.comma}][ \\t\u3000]*`, 'g');
    const written = this.#text.slice(start, end);
    if (!isListRole(role) || /^["']/.test(written)) return false;
    const between = [...written.matchAll(comma)];
    if (between.length === 0) return false;
    const add = (from: number, to: number, text: string): void => void this.#edits.push({ span: { start: from, end: to }, text, cause: 'punctuation' });
    this.#listed += between.length + 1;
    add(start, start, '[');
    for (const { index, 0: found } of between) add(start + index, start + index + found.length, ', ');
    add(end, end, ']');
    return true;
  }

  #quote(content: Span, role: Role): void {
    const written = this.#text.slice(content.start, content.end);
    const cause = cannotStandInFlow(written, role, this.#text);
    if (cause) this.#edits.push({ span: content, text: quoted(written), cause });
  }

  /** Makes a text of what began like a collection. */
  #quoteAll(span: Span): void {
    const kept = <Part extends { span: Span }>(parts: Part[]): Part[] => parts.filter((part) => part.span.start < span.start);
    const value = { ...this.#slots.pop()!, span };
    this.#slots.splice(0, Infinity, ...kept(this.#slots), { ...value, around: { start: span.start, end: value.around.end } });
    this.#edits.splice(0, Infinity, ...kept(this.#edits), { span, text: quoted(this.#text.slice(span.start, span.end)), cause: 'needs-quotes' });
  }

  #replace(length: number, text: string, cause: FlowEdit['cause'] = 'punctuation', shown?: Span): void {
    this.#edits.push({ span: { start: this.#at, end: this.#at + length }, text, cause, ...(shown ? { shown } : {}) });
  }

  #isLineEnd(at: number): boolean {
    return at >= this.#limit || /[\r\n]/.test(this.#text[at]!);
  }

  #spaces(from: number): number {
    return /^[ \t\u3000]*/.exec(this.#text.slice(from, this.#limit))![0].length;
  }
}
