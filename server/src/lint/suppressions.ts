import { commentStart } from '../sheet/lines.ts';
import type { Sheet, Span } from '../sheet/model.ts';

/** A comment that asks to be spared some findings. */
export interface Suppression {
  /** The comment, from its `#`. */
  span: Span;
  codes: { code: string; span: Span }[];
  reason?: string;
  /** Zero-based lines; the whole sheet when absent. */
  line?: number;
}

const cache = new WeakMap<Sheet, Suppression[]>();

/** @returns every comment of the dialect's `sds-disable` family, in the document's order */
export function suppressionsOf(sheet: Sheet): Suppression[] {
  let found = cache.get(sheet);
  if (!found) cache.set(sheet, found = [...read(sheet)]);
  return found;
}

/** @returns the suppression that spares a finding of this code beginning on this line */
export function suppressionFor(sheet: Sheet, code: string, line: number): Suppression | undefined {
  return suppressionsOf(sheet).find((one) => (one.line === undefined || one.line === line) && one.codes.some((named) => named.code === code));
}

const DIRECTIVE = /^#[ \t]*sds-disable(-line|-next-line)?(?![\w-])/;

function* read(sheet: Sheet): Generator<Suppression> {
  const text = sheet.document.getText();
  const { lines } = sheet.lines;
  const begins = lines.findIndex((line) => line.kind === 'entry');
  for (const [index, line] of lines.entries()) {
    const start = commentAt(text, sheet, index);
    if (start === undefined) continue;
    const comment = text.slice(start, line.end);
    const directive = DIRECTIVE.exec(comment);
    if (!directive) continue;
    const [written, where] = [directive[0], directive[1]];
    if (where === undefined && begins >= 0 && index > begins) continue;
    const body = comment.slice(written.length);
    const dash = /(?:^|\s)--(?=\s|$)/.exec(body);
    const list = dash ? body.slice(0, dash.index) : body;
    const reason = dash ? body.slice(dash.index + dash[0].length).trim() : '';
    yield {
      span: { start, end: line.end },
      codes: [...list.matchAll(/[^\s,，、]+/g)].map((match) => {
        const at = start + written.length + match.index;
        return { code: match[0], span: { start: at, end: at + match[0].length } };
      }),
      ...(reason === '' ? {} : { reason }),
      ...(where === undefined ? {} : { line: where === '-line' ? index : nextLine(sheet, index) }),
    };
  }
}

/** @returns the offset of a line's comment, whether it has the line for itself or not */
function commentAt(text: string, sheet: Sheet, index: number): number | undefined {
  const line = sheet.lines.lines[index]!;
  if (line.kind === 'blank' || line.inside === 'block') return undefined;
  const from = line.kind === 'comment' ? line.start : Math.max(line.value?.end ?? line.colon?.end ?? line.start, line.start);
  const rest = text.slice(from, line.end);
  const at = line.kind === 'comment' ? rest.indexOf('#') : commentStart(` ${rest}`) - 1;
  return at >= 0 && at < rest.length ? from + at : undefined;
}

/** The next line that is neither blank nor a comment. */
function nextLine(sheet: Sheet, index: number): number {
  const next = sheet.lines.lines.findIndex((line, at) => at > index && line.kind !== 'blank' && line.kind !== 'comment');
  return next < 0 ? sheet.lines.lines.length : next;
}
