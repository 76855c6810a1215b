import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { applyEdits } from '../../sheet/repair.ts';
import { isListRole } from '../../sheet/roles.ts';
import { tokensOf, type Token } from '../../sheet/tokens.ts';
import { blankEnd } from '../../text/blank.ts';

/**
 * The blank within lines: one space behind a colon, a comma and an item's dash and inside braces, none inside brackets,
 * before a colon or a comma and at the end of a line. What stands before a comment stays, since comments may be aligned.
 * @returns edits that touch no text and nothing that must be repaired first
 */
export function spacingEdits(sheet: Sheet): Edit[] {
  const text = sheet.document.getText();
  const repaired = applyEdits(text, sheet.lines.repairs);
  const edits = [...inSource(repaired.text)].flatMap(({ span, text: blank }) => {
    const mapped = { start: repaired.toDocument(span.start), end: repaired.toDocument(span.end) };
    return text.slice(mapped.start, mapped.end) === repaired.text.slice(span.start, span.end) ? [{ span: mapped, text: blank }] : [];
  });
  return [...edits, ...behindDashes(sheet)]
    .filter(({ span }) => !sheet.lines.repairs.some((repair) => repair.span.start <= span.end && span.start <= repair.span.end));
}

function* inSource(source: string): Generator<Edit> {
  let before: Token | undefined;
  let gap = 0;
  for (const token of tokensOf(source)) {
    if (isBlank(token)) {
      gap += token.text.length;
      continue;
    }
    const start = token.start - gap;
    const wanted = isBreak(token) ? '' : before && between(before, token);
    if (wanted !== undefined && source.slice(start, token.start) !== wanted) yield { span: { start, end: token.start }, text: wanted };
    const trailing = isComment(token) ? blankEnd(token.text) : token.text.length;
    if (trailing < token.text.length) yield { span: { start: token.start + trailing, end: token.start + token.text.length }, text: '' };
    before = isBreak(token) || token.text === '\uFEFF' ? undefined : token;
    gap = 0;
  }
  if (gap > 0) yield { span: { start: source.length - gap, end: source.length }, text: '' };
}

/** @returns the blank that belongs between two pieces of a line; undefined for whatever there is */
function between(left: Token, right: Token): string | undefined {
  if (isComment(right)) return undefined;
  if (is(left, '{[') && is(right, '}]')) return '';
  if (is(left, '[') || is(right, '],')) return '';
  if (is(left, '{,') || is(right, '}')) return ' ';
  if (is(left, ':')) return ' ';
  // Behind an alias or a dash the colon would be part of it.
  return is(right, ':') && (left.scalar || /^["'\]}]/.test(left.text)) ? '' : undefined;
}

/** Only where an item is a text: the keys of a map stand where its first one does. */
function behindDashes(sheet: Sheet): Edit[] {
  const text = sheet.document.getText();
  return sheet.lines.lines.flatMap((line) => {
    if (line.kind !== 'item' || !isListRole(line.role) || !line.value) return [];
    const blank = /^ *-([ \t]+)/.exec(text.slice(line.start, line.value.start))?.[1];
    if (blank === undefined || blank === ' ') return [];
    const start = line.start + text.slice(line.start).indexOf('-') + 1;
    return [{ span: { start, end: start + blank.length }, text: ' ' }];
  });
}

/** Whether a token is one of these punctuation marks. */
function is({ text, scalar }: Token, marks: string): boolean {
  return !scalar && text.length === 1 && marks.includes(text);
}

function isBlank({ text, scalar }: Token): boolean {
  return !scalar && /^[ \t]+$/.test(text);
}

function isBreak({ text, scalar }: Token): boolean {
  return !scalar && /^\r?\n$/.test(text);
}

function isComment({ text, scalar }: Token): boolean {
  return !scalar && text.startsWith('#');
}
