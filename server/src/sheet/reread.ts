import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Sheet } from './model.ts';
import type { Edit } from './notices.ts';
import { readSheet } from './read.ts';
import { applyEdits } from './repair.ts';

/** @returns what another text of the same document reads as, with the same forms */
export function reread({ document, catalogue }: Sheet, text: string): Sheet {
  return readSheet(TextDocument.create(document.uri, document.languageId, document.version, text), catalogue);
}

/** @returns the sheet as edits make it */
export function edited(sheet: Sheet, edits: readonly Edit[]): Sheet {
  return reread(sheet, applyEdits(sheet.document.getText(), edits).text);
}
