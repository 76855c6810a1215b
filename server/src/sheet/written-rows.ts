import type { Row } from '../catalogue/form-index.ts';
import { fold } from '../text/fold.ts';
import type { Sheet, Span } from './model.ts';
import { perSheet } from './per-sheet.ts';
import { unquoted } from './quotes.ts';

/** Where a row's key stands. */
export interface WrittenRow {
  row: Row;
  key: Span;
  /** Zero-based. */
  line: number;
  /** Whether it stands in braces. */
  inFlow: boolean;
}

/** @returns every row whose key stands on the sheet's lines, in document order, also where YAML cannot read what follows */
export const writtenRows = perSheet((sheet): WrittenRow[] => [...onLines(sheet), ...inBraces(sheet)].sort((a, b) => a.key.start - b.key.start));

const rowsOf = perSheet((sheet) => new Set(writtenRows(sheet).map((written) => written.row)));

/** @returns whether the row's key stands on the sheet's lines */
export function isWritten(sheet: Sheet, row: Row): boolean {
  return rowsOf(sheet).has(row);
}

/** @returns the id of the row that a line belongs to, as written where the form has no such row; undefined outside of all */
export function rowOfLine(sheet: Sheet, line: number): string | undefined {
  const at = sheet.lines.lines[line];
  if (!at) return undefined;
  const [top, question, option] = at.kind === 'entry' ? [...at.path, at.keyText!] : at.path;
  if (top === undefined || question === undefined || fold(top) !== fold(sheet.catalogue.dialect.sheet.answers.key)) return undefined;
  const row = rowAt(sheet, 'answers', [], question);
  return (row && option !== undefined ? sheet.form!.option(row, option)?.id : undefined) ?? row?.id ?? question;
}

function* onLines(sheet: Sheet): Generator<WrittenRow> {
  for (const [line, { kind, role, path, key, keyText }] of sheet.lines.lines.entries()) {
    if (kind !== 'entry') continue;
    const row = rowAt(sheet, role, path, keyText!);
    if (row) yield { row, key: key!, line, inFlow: false };
  }
}

function* inBraces(sheet: Sheet): Generator<WrittenRow> {
  const text = sheet.document.getText();
  for (const { kind, role, path, span } of sheet.lines.slots) {
    if (kind !== 'key') continue;
    const row = rowAt(sheet, role, path, unquoted(text.slice(span.start, span.end)));
    if (row) yield { row, key: span, line: sheet.document.positionAt(span.start).line, inFlow: true };
  }
}

/** A question below 回答, or an option below its question. */
function rowAt({ form }: Sheet, role: string, path: string[], key: string): Row | undefined {
  if (role === 'answers') {
    const row = form?.row(key);
    return row?.kind === 'option' ? undefined : row;
  }
  const question = role === 'answer' && path.length === 2 ? form?.row(path[1]!) : undefined;
  return question && form!.option(question, key);
}
