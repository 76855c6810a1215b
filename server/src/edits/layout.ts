import { commentStart } from '../sheet/lines.ts';
import type { Sheet, Span } from '../sheet/model.ts';

/** @returns the line break that the document uses: its first one, or LF */
export function lineBreak(sheet: Sheet): string {
  return /\r\n|\n|\r/.exec(sheet.document.getText())?.[0] ?? '\n';
}

/** @returns how many columns the document indents a level by, as its first answer shows */
export function indentUnit(sheet: Sheet): number {
  const first = sheet.answers[0];
  const column = first && !first.inFlow ? columnOf(sheet, first.key.span.start) : 0;
  return column > 0 ? column : 2;
}

/** @returns the offset's column in UTF-16 units, from zero */
export function columnOf(sheet: Sheet, offset: number): number {
  return sheet.document.positionAt(offset).character;
}

/** @returns the offset of the end of the line that `offset` is on, before its line break */
export function lineEnd(sheet: Sheet, offset: number): number {
  const text = sheet.document.getText();
  const rest = text.slice(offset).search(/[\r\n]/);
  return rest < 0 ? text.length : offset + rest;
}

export function lineStart(sheet: Sheet, offset: number): number {
  return sheet.document.offsetAt({ line: sheet.document.positionAt(offset).line, character: 0 });
}

/** @returns the end of what is written in `span`, without the blank that follows it */
export function contentEnd(sheet: Sheet, span: Span): number {
  const written = sheet.document.getText().slice(span.start, span.end);
  return span.start + written.replace(/[\s\u3000]+$/, '').length;
}

/** @returns the offset just behind the colon of the key that ends at `keyEnd`, full-width or not */
export function behindColon(sheet: Sheet, keyEnd: number): number | undefined {
  const text = sheet.document.getText();
  const found = /[:：]/.exec(text.slice(keyEnd, lineEnd(sheet, keyEnd)));
  return found ? keyEnd + found.index + 1 : undefined;
}

/** @returns the comments inside whole lines of `span`, each with its `#`, block text left out */
export function commentsIn(sheet: Sheet, span: Span): string[] {
  const text = sheet.document.getText();
  return sheet.lines.lines.filter((line) => line.start < span.end && line.end > span.start).flatMap((line) => {
    if (line.kind === 'comment') return text.slice(line.start, line.end).trim();
    if (line.kind === 'blank' || line.inside === 'block' || line.inside === 'quoted') return [];
    const from = Math.max(line.value?.end ?? line.colon?.end ?? line.start, line.start);
    const rest = text.slice(from, line.end);
    const at = commentStart(rest, rest.search(/[ \t]/) < 0 ? rest.length : rest.search(/[ \t]/));
    return at < rest.length ? rest.slice(at).trim() : [];
  });
}
