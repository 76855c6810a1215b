import { commentsOf } from '../sheet/pieces.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import { perSheet } from '../sheet/per-sheet.ts';

/** A comment that asks to be spared some findings. */
export interface Suppression {
  /** The comment, from its `#`. */
  span: Span;
  codes: { code: string; span: Span }[];
  reason?: string;
  /** Zero-based lines; the whole sheet when absent. */
  line?: number;
}

/** @returns whether what stands where a code belongs is a text */
export function isProse(code: string): boolean {
  return /^[([;:]|[^\x21-\x7e]/.test(code);
}

/** @returns every comment of the dialect's `sds-disable` family, in the document's order */
export const suppressionsOf = perSheet((sheet): Suppression[] => [...read(sheet)]);

/** @returns the suppression that spares a finding of this code beginning on this line */
export function suppressionFor(sheet: Sheet, code: string, line: number): Suppression | undefined {
  const index = indexOf(sheet);
  if (index.size === 0) return undefined;
  // Comments for the whole sheet stand above all others.
  return index.get(keyOf(undefined, code)) ?? index.get(keyOf(line, code));
}

/** By the line, or none for the whole sheet, and the code. */
const indexOf = perSheet((sheet) => {
  const index = new Map<string, Suppression>();
  for (const one of suppressionsOf(sheet)) {
    for (const { code } of one.codes) {
      const key = keyOf(one.line, code);
      if (!index.has(key)) index.set(key, one);
    }
  }
  return index;
});

function keyOf(line: number | undefined, code: string): string {
  return `${line ?? ''} ${code}`;
}

const DIRECTIVE = /^[#＃][ \t\u3000]*sds-disable(-line|-next-line)?(?![\w-])[:：]?/;

/** A code, or all that follows where it can be none: a reason without its `--`. */
// eslint-disable-next-line regexp/no-super-linear-move -- What the others give up on, the last one takes whole.
const CODE_OR_PROSE = /[a-z][a-z0-9-]*(?=[([;:]|[^\s\x21-\x7e，、])|[([;:：；][^]*[^\s]|[^\s,，、]*[^\s\x21-\x7e，、](?:[^]*[^\s])?|[^\s,，、]+/g;

/** What comes before a reason: `--`, also in the widths and joined as programs join it. */
const REASON = /(?:^|[\s,，、])(?:[-－−‐ー]{2}|[–—―]+)/;

/** @returns the `sds-disable` of comments for the whole sheet that stand too late to be one */
export function lateSuppressionsOf(sheet: Sheet): Span[] {
  const text = sheet.document.getText();
  if (!text.includes('sds-disable')) return [];
  const begins = beginning(sheet);
  return commentsOf(sheet).flatMap(({ start, end }) => {
    const directive = start < begins ? null : DIRECTIVE.exec(text.slice(start, end));
    if (!directive || directive[1] !== undefined) return [];
    const at = start + directive[0].indexOf('sds-disable');
    return { start: at, end: at + 'sds-disable'.length };
  });
}

function* read(sheet: Sheet): Generator<Suppression> {
  const text = sheet.document.getText();
  if (!text.includes('sds-disable')) return;
  const begins = beginning(sheet);
  for (const { start, end } of commentsOf(sheet)) {
    const comment = text.slice(start, end);
    const directive = DIRECTIVE.exec(comment);
    if (!directive) continue;
    const [written, where] = [directive[0], directive[1]];
    if (where === undefined && start > begins) continue;
    const body = comment.slice(written.length);
    const dash = REASON.exec(body);
    const list = dash ? body.slice(0, dash.index) : body;
    const reason = dash ? body.slice(dash.index + dash[0].length).trim() : '';
    const index = sheet.document.positionAt(start).line;
    yield {
      span: { start, end },
      codes: [...list.matchAll(CODE_OR_PROSE)].map((match) => {
        const at = start + written.length + match.index;
        return { code: match[0], span: { start: at, end: at + match[0].length } };
      }),
      ...(reason === '' ? {} : { reason }),
      ...(where === undefined ? {} : { line: where === '-line' ? index : nextLine(sheet, index) }),
    };
  }
}

/** Where the first line that says something begins; `---` above the sheet does not. */
function beginning(sheet: Sheet): number {
  const text = sheet.document.getText();
  const first = sheet.lines.lines.find((line) => line.kind !== 'blank' && line.kind !== 'comment' && !/^---\s*(?:\s#|$)/.test(text.slice(line.start, line.end)));
  return first?.start ?? text.length;
}

/** The next line that is neither blank nor a comment. */
function nextLine(sheet: Sheet, index: number): number {
  const { lines } = sheet.lines;
  let next = index + 1;
  while (lines[next]?.kind === 'blank' || lines[next]?.kind === 'comment') next++;
  return Math.min(next, lines.length);
}
