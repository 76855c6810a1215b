import { fold } from '../text/fold.ts';
import { commentOf, commentStart, splitLines, type FlowSlot, type Line } from './lines.ts';
import type { Sheet, Span, Text } from './model.ts';
import type { Edit } from './notices.ts';
import { perSheet } from './per-sheet.ts';
import { quoted } from './quotes.ts';
import { isListRole } from './roles.ts';

/** Text that YAML reads as something else, so that a part of it is lost. */
export interface CutOff {
  cause: 'comment' | 'property' | 'comma' | 'list';
  /** What is lost. */
  span: Span;
  /** Absent where quotes alone do not mend it. */
  edit?: Edit;
  /** Where the key of the text begins. */
  key?: number;
}

/** What begins a comment, an anchor or a tag. */
const SIGN = /[#&!]/;

/** @returns where the sheet loses text, in the document's order */
export const cutOffs = perSheet((sheet): CutOff[] => {
  const quotes = sheet.lines.repairs.filter(({ cause }) => cause === 'needs-quotes' || cause === 'needs-block');
  // Quotes that are missing for another reason keep it as well.
  const isKept = ({ span }: CutOff): boolean => quotes.some((quote) => quote.span.start <= span.start && span.end <= quote.span.end);
  return [...inBlocks(sheet), ...inBraces(sheet)].filter((cut) => !isKept(cut)).sort((a, b) => a.span.start - b.span.start);
});

/** @returns whether a key is none but a part of the text before it, behind a comma in braces */
export function isCutOff(sheet: Sheet, { start, end }: Span): boolean {
  return cutOffs(sheet).some(({ span }) => span.start <= start && end <= span.end);
}

/** @returns whether the text of a key is lost, so that the key looks empty */
export function losesText(sheet: Sheet, key: Text): boolean {
  return cutOffs(sheet).some((cut) => cut.key === key.span.start);
}

/** ` #` before a non-space, or an anchor or tag before the text. */
function* inBlocks(sheet: Sheet): Generator<CutOff> {
  const text = sheet.document.getText();
  const { lines } = sheet.lines;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.kind !== 'entry' || line.valueRole !== 'text' || !line.colon) continue;
    const spans: Span[] = [{ start: line.colon.end, end: line.end }];
    let next = index + 1;
    for (; lines[next]?.kind === 'blank' || isPlain(lines[next]); next++) if (isPlain(lines[next])) spans.push(lines[next]!);
    const below = lines[index + 1];
    const cut = inText(text, spans, below?.kind === 'rest' && !isPlain(below));
    if (cut) yield { ...cut, key: line.key!.start };
  }
}

function isPlain(line: Line | undefined): boolean {
  return line?.kind === 'rest' && line.inside === 'plain';
}

/**
 * What of a text is lost to a comment, or to an anchor or tag before it.
 * @param lines where it stands
 * @param open whether it goes on below otherwise, as a block or between quotes, so that it cannot be put into quotes as it stands
 */
function inText(text: string, lines: Span[], open = false): CutOff | undefined {
  // Nearly no text has a sign that could lose any of it.
  if (!SIGN.test(text.slice(lines[0]!.start, lines.at(-1)!.end))) return undefined;
  const parts = partsOf(text, lines);
  const [first] = parts;
  if (!first) return undefined;
  const edit = quoting(text, { start: first.start, end: parts.at(-1)!.end });
  const content = text.slice(first.start, first.end);
  const property = propertyOf(text, content);
  if (property !== undefined) {
    const mends = !open && !/^[|>]/.test(content.slice(property.length).trim());
    return { cause: 'property', span: { start: first.start, end: first.start + property.length }, ...(mends ? { edit } : {}) };
  }
  if (/^["'|>｜[{]/.test(content)) return undefined;
  const span = lostIn(text, parts);
  return span && { cause: 'comment', span, ...(content.startsWith('&') ? {} : { edit }) };
}

/** What is written as a text, line by line, without the blank around it and up to a comment behind it. */
function partsOf(text: string, lines: Span[]): Span[] {
  const parts: Span[] = [];
  for (const { start, end } of lines) {
    const source = text.slice(start, end);
    const comment = commentOf(source);
    const content = source.slice(0, comment).trim();
    if (content === '') continue;
    const from = start + source.indexOf(content);
    parts.push({ start: from, end: from + content.length });
    if (comment < source.length) break;
  }
  return parts;
}

/** The anchor or tag before a text. An anchor that is referred to was meant as one. */
function propertyOf(text: string, content: string): string | undefined {
  const property = /^(?:&\S+|![0-9A-Za-z#;/?:@&=+$_.!~*'()-]*)(?=\s|$)/.exec(content)?.[0];
  return property?.startsWith('&') && text.includes(`*${property.slice(1)}`) ? undefined : property;
}

function lostIn(text: string, parts: Span[]): Span | undefined {
  for (const { start, end } of parts) {
    const at = commentStart(text.slice(start, end));
    if (start + at < end) return { start: start + at, end };
  }
  return undefined;
}

function quoting(text: string, span: Span): Edit {
  return { span, text: quoted(text.slice(span.start, span.end)) };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The same in braces, where also a comma cuts off what follows it, as if a new key began: `{ 備考: 1,2 }`. */
function* inBraces(sheet: Sheet): Generator<CutOff> {
  const text = sheet.document.getText();
  const slots = [...sheet.lines.slots].sort((a, b) => a.around.start - b.around.start || a.around.end - b.around.end);
  for (let index = 0; index < slots.length; index++) {
    const value = slots[index]!;
    if (value.kind !== 'value' || !(isListRole(value.role) || value.role === 'text')) continue;
    const { start: from, end: to } = value.around;
    const cut = value.role === 'text' ? inText(text, splitLines(text.slice(from, to)).map((line) => shifted(line, from))) : undefined;
    const above = slots[index - 1];
    if (cut) yield above?.kind === 'key' ? { ...cut, key: above.span.start } : cut;
    let last: FlowSlot = value;
    while (slots[index + 1] && isPartOf(sheet, last, slots[index + 1]!)) last = slots[++index]!;
    if (last === value || value.span.end <= value.span.start) continue;
    const span = { start: to + 1, end: last.span.end };
    span.start += /^\s*/.exec(text.slice(span.start, span.end))![0].length;
    const whole = { start: value.span.start, end: last.span.end };
    if (isListRole(value.role)) yield { cause: 'list', span, edit: { span: whole, text: `[${text.slice(whole.start, whole.end)}]` } };
    else yield { cause: 'comma', span, edit: quoting(text, whole) };
  }
}

/** Whether a slot is a key without a colon that goes on with the text or list before it. */
function isPartOf(sheet: Sheet, before: FlowSlot, slot: FlowSlot): boolean {
  const text = sheet.document.getText();
  const content = text.slice(slot.span.start, slot.span.end);
  if (slot.kind !== 'key' || content === '' || slot.path.join('\0') !== before.path.join('\0')) return false;
  if (/^[\s\u3000]*[:：]/.test(text.slice(slot.span.end)) || !/^[\s\u3000]*,[\s\u3000]*$/.test(text.slice(before.span.end, slot.span.start))) return false;
  const { sheet: top, answer } = sheet.catalogue.dialect;
  const keys = [...Object.values(slot.role === 'sheet' ? top : slot.role === 'answer' ? answer : {}), ...(slot.role === 'sheet' ? sheet.form?.header ?? [] : [])];
  return !keys.some(({ key }) => fold(key) === fold(content));
}
