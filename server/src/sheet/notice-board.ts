import type { TextDocument } from 'vscode-languageserver-textdocument';
import { withoutEnd } from '../text/blank.ts';
import type { Span, Text } from './model.ts';
import type { Member } from './nodes.ts';
import type { Edit, Expected, Notice, SyntaxNotice } from './notices.ts';
import type { Repair } from './repair.ts';

/** Collects what reading brings to light, each cause once. */
export class NoticeBoard {
  readonly notices: Notice[] = [];
  readonly #document: TextDocument;
  readonly #syntaxLines = new Set<number>();

  constructor(document: TextDocument) {
    this.#document = document;
  }

  add(notice: Notice): void {
    this.notices.push(notice);
  }

  /** One notice a line for full-width punctuation; for other repairs one for each stretch that they show. */
  repairs(repairs: Repair[]): void {
    const byLine = new Map<number, Repair[]>();
    const byShown = new Map<Span, Repair[]>();
    const add = <Key>(lists: Map<Key, Repair[]>, key: Key, repair: Repair): void => {
      const list = lists.get(key);
      if (list) list.push(repair);
      else lists.set(key, [repair]);
    };
    for (const repair of repairs) {
      if (repair.cause === 'punctuation') add(byLine, this.#line(repair.span.start), repair);
      else add(byShown, repair.shown, repair);
    }
    for (const [span, parts] of byShown) {
      const [{ cause, instead }, edits, text] = [parts[0]!, inOrder(parts), this.#text(span)];
      if (cause === 'list') this.add({ kind: 'shape', span, expected: 'list', place: text, edits });
      else if (cause !== 'punctuation') this.syntax([{ kind: 'syntax', span, cause, text, edits, ...(instead ? { instead } : {}) }]);
    }
    for (const list of byLine.values()) {
      const span = { start: Math.min(...list.map((one) => one.span.start)), end: Math.max(...list.map((one) => one.span.end)) };
      this.add({ kind: 'punctuation', span, edits: inOrder(list) });
    }
  }

  /** The first syntax notice of a line; what follows it on the line has the same cause. */
  syntax(notices: SyntaxNotice[]): void {
    for (const notice of notices) {
      const line = this.#line(notice.span.start);
      if (this.#syntaxLines.has(line)) continue;
      this.#syntaxLines.add(line);
      this.add(notice);
    }
  }

  /** @param instead the only text of a list, where one text belongs */
  shape(span: Span, expected: Expected, place: string, row?: string, instead?: Text): void {
    const edits = instead && this.#unwrapped(span, instead.span);
    this.add({ kind: 'shape', span, expected, place, ...(row === undefined ? {} : { row }), ...(edits ? { edits } : {}) });
  }

  /** Notices what stands in a map where a key should. */
  unnamed(spans: readonly Span[], row?: string): void {
    for (const span of spans) this.shape(span, 'key', '', row);
  }

  /** What takes the only item out of a list; nothing where a comment would go with it. */
  #unwrapped({ start, end }: Span, item: Span): Edit[] | undefined {
    const text = this.#document.getText();
    const inBrackets = text[start] === '[';
    // A dash may stand at the key's own column, where no value can.
    const before = withoutEnd(text.slice(0, start), /\s/);
    const gap = !inBrackets && /[:：]/.test(before.slice(-1)) ? text.slice(before.length, start) : '';
    const opening = { span: { start: start - gap.length, end: item.start }, text: inBrackets ? '' : gap === '' ? ' '.repeat(item.start - start) : ' ' };
    const edits = [opening, ...(inBrackets ? [{ span: { start: item.end, end }, text: '' }] : [])];
    return edits.some(({ span }) => text.slice(span.start, span.end).includes('#')) ? undefined : edits;
  }

  /** Notices a text that was read as `canonical` but is not spelled so. */
  spelling(text: Text, canonical: string, row?: string): void {
    if (text.value === canonical || (text.style === 'block' && text.value.trim() === canonical)) return;
    const source = this.#document.getText().slice(text.span.start, text.span.end);
    const quote = text.style === 'quoted' ? source[0]! : '';
    const fixable = text.style !== 'block' && !source.startsWith('*');
    this.add({
      kind: 'spelling', span: text.span, written: text.value, canonical,
      ...(fixable ? { edit: { span: text.span, text: `${quote}${canonical}${quote}` } } : {}),
      ...(row === undefined ? {} : { row }),
    });
  }

  /** @returns whether `member` is the first of its name in `seen`; a later one is noticed as a duplicate */
  firstOf(seen: Map<string, Member>, name: string, member: Member, row?: string): boolean {
    const first = seen.get(name);
    if (!first) {
      seen.set(name, member);
      return true;
    }
    this.add({
      kind: 'duplicate', span: member.key.span, first: first.key.span, key: member.key.value, entry: member.span,
      ...(row === undefined ? {} : { row }),
    });
    return false;
  }

  #text(span: Span): string {
    return this.#document.getText().slice(span.start, span.end).trim();
  }

  #line(offset: number): number {
    return this.#document.positionAt(offset).line;
  }
}

/** What is inserted where something is replaced stands before it. */
function inOrder(repairs: Repair[]): Edit[] {
  return repairs.map(({ span, text }) => ({ span, text })).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
