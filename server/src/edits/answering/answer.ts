import type { Row } from '../../catalogue/form-index.ts';
import type { AnswerEntry, Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { setAnswer } from '../answer.ts';
import { indentUnit, insertion, lineBreak } from '../layout.ts';
import { insertRows } from '../rows.ts';

/**
 * Makes `word` the answer of a row, which is added where the form has it when the sheet lacks it. Of a row that is
 * answered more than once nobody can say which answer is meant.
 */
export function setRowAnswer(sheet: Sheet, row: Row, word: string): Edit[] | undefined {
  if (!row.words.some((one) => one.word === word)) return undefined;
  const entry = only(sheet, row);
  if (entry) return some(setAnswer(sheet, entry, word));
  return sheet.entriesOf(row).length > 0 ? undefined : some(insertRow(sheet, row, word));
}

/** @returns the one entry of a row; nothing when there is none, or more than one */
export function only(sheet: Sheet, row: Row): AnswerEntry | undefined {
  const entries = sheet.entriesOf(row);
  return entries.length === 1 && entries[0]!.shape !== 'other' ? entries[0] : undefined;
}

/** @returns the edits, or undefined when there are none, so that it could not be done */
export function some(edits: Edit[]): Edit[] | undefined {
  return edits.length > 0 ? edits : undefined;
}

/**
 * Adds a row that the sheet lacks, where the form has it.
 * @returns nothing where it cannot be put anywhere
 */
export function insertRow(sheet: Sheet, row: Row, word: string): Edit[] {
  const rows = insertRows(sheet, [row], word);
  return rows.length > 0 ? rows : asFirst(sheet, row, word);
}

/** A sheet that has nothing below its header yet. */
function asFirst(sheet: Sheet, row: Row, word: string): Edit[] {
  if (sheet.answersKey) return [];
  const text = sheet.document.getText();
  const eol = lineBreak(sheet);
  const unit = ' '.repeat(indentUnit(sheet));
  const line = row.kind === 'option' ? `${unit}${row.parent!.key}:${eol}${unit}${unit}${row.key}: ${word}` : `${unit}${row.key}: ${word}`;
  const gap = text === '' || /[\r\n]$/.test(text) ? '' : eol;
  return [insertion(sheet.remarksKey ? sheet.remarksKey.span.start : text.length, `${sheet.remarksKey ? '' : gap}${sheet.catalogue.dialect.sheet.answers.key}:${eol}${line}${eol}`)];
}
