import { commentsOf } from '../sheet/pieces.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';

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

/** @returns the column at which an offset is read, from zero: what indents its line counts as meant, as full-width spaces do for two */
export function columnOf(sheet: Sheet, offset: number): number {
  const { line: at, character } = sheet.document.positionAt(offset);
  const line = sheet.lines.lines[at];
  const indents = line && line.kind !== 'rest' && sheet.document.getText().slice(line.start, offset).trim() === '';
  return indents ? line.indent : character;
}

/** @returns the offset of the end of the line that `offset` is on, before its line break */
export function lineEnd(sheet: Sheet, offset: number): number {
  const text = sheet.document.getText();
  const rest = text.slice(offset).search(/[\r\n]/);
  return rest < 0 ? text.length : offset + rest;
}

/** @returns the offset of the beginning of the line that `offset` is on, behind a byte order mark */
export function lineStart(sheet: Sheet, offset: number): number {
  const start = sheet.document.offsetAt({ line: sheet.document.positionAt(offset).line, character: 0 });
  return start === 0 && sheet.document.getText().startsWith('\uFEFF') ? 1 : start;
}

/** @returns the end of what is written in `span`, without the blank that follows it */
export function contentEnd(sheet: Sheet, span: Span): number {
  const written = sheet.document.getText().slice(span.start, span.end);
  return span.start + written.trimEnd().length;
}

/** @returns the offset just behind the colon of the key that ends at `keyEnd`, full-width or not; a key in braces may have none */
export function behindColon(sheet: Sheet, keyEnd: number): number | undefined {
  const found = /^[ \t\u3000]*[:：]/.exec(sheet.document.getText().slice(keyEnd, lineEnd(sheet, keyEnd)));
  return found ? keyEnd + found[0].length : undefined;
}

/** @returns the comments inside whole lines of `span`, each with its `#` */
export function commentsIn(sheet: Sheet, span: Span): string[] {
  const text = sheet.document.getText();
  return commentsOf(sheet).filter(({ start }) => start >= span.start && start < span.end).map(({ start, end }) => text.slice(start, end).trim());
}

/** @returns how much of the line behind `at` writes an empty value: blank and a pair of quotes, or the sign of a block text */
export function blankValue(sheet: Sheet, at: number): number {
  const rest = sheet.document.getText().slice(at, lineEnd(sheet, at));
  return /^[ \t\u3000]*(?:"\s*"|'\s*'|[|>｜][-+]?(?=[ \t]*(?:#|$)))/.exec(rest)?.[0].length ?? 0;
}

/** @returns the edit that adds `text` at an offset */
export function insertion(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}
