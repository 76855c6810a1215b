import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Sheet } from '../sheet/model.ts';
import type { Edit, Notice } from '../sheet/notices.ts';
import { readSheet } from '../sheet/read.ts';
import { applyEdits } from '../sheet/repair.ts';

/** What no fix may bring about. */
const WORSE: readonly Notice['kind'][] = ['syntax', 'duplicate'];

/** @returns whether a sheet can be read after some edits as well as before; no fix is better than one that breaks the file */
export function isBearable(sheet: Sheet, edits: readonly Edit[]): boolean {
  const { uri, languageId, version } = sheet.document;
  const text = applyEdits(sheet.document.getText(), edits).text;
  const after = readSheet(TextDocument.create(uri, languageId, version, text), sheet.catalogue);
  const count = ({ notices }: Sheet, kind: Notice['kind']): number => notices.filter((notice) => notice.kind === kind).length;
  return WORSE.every((kind) => count(after, kind) <= count(sheet, kind));
}
