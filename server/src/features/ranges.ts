import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';

/** @returns the zero-based range of a span of UTF-16 offsets */
export function toRange(sheet: Sheet, span: Span): Range {
  return { start: sheet.document.positionAt(span.start), end: sheet.document.positionAt(span.end) };
}

export function toTextEdit(sheet: Sheet, edit: Edit): TextEdit {
  return { range: toRange(sheet, edit.span), newText: edit.text };
}

/** @returns the edits as those of the sheet's own document */
export function toWorkspaceEdit(sheet: Sheet, edits: Edit[]): WorkspaceEdit {
  return { changes: { [sheet.document.uri]: edits.map((edit) => toTextEdit(sheet, edit)) } };
}
